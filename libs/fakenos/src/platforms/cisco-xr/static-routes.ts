import { beginsWith, changeSection, placeByWords } from '../../configuration/change-tree';
import { putEntry, takeAway } from '../../configuration/line-edits';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { ipv6Prefix } from '../../device/ipv6-prefix';
import { maskedPrefix } from '../../device/masked-prefix';
import type { Command, CommandCall, CommandOutcome } from '../../engine/platform';
import { xrGrammar } from './grammar';

const MODE = 'config-static-afi';
const PLACE = placeByWords(xrGrammar.modes.config?.order ?? []);

/** The lines of `router static`, which begin with a prefix; all others are those of the modes around it. */
export const staticRoutes: readonly Command[] = [
  { syntax: '<prefix> <next-hop...>', modes: [MODE], run: (call) => enter(call, false) },
  { syntax: 'no <prefix> <next-hop...>', modes: [MODE], run: (call) => enter(call, true) },
  { syntax: 'no <prefix>', modes: [MODE], run: (call) => enter(call, true) },
];

function enter(call: CommandCall, isGone: boolean): CommandOutcome {
  const { session, args } = call;
  const text = readRoute(`${args.prefix ?? ''} ${args['next-hop'] ?? ''}`);
  if (text === undefined) return elsewhere(call);
  const path = session.pathIn(MODE);
  session.edits.push((tree) =>
    changeSection(
      tree,
      path,
      (section) =>
        isGone ? takeAway(section, (one) => beginsWith(one, text)) : putEntry(section, text, PLACE),
      PLACE,
    ),
  );
  return '';
}

/** A line of a mode around this one perhaps; but not where the line has named its sections itself, and would come here again. */
function elsewhere({ args, line }: CommandCall): CommandOutcome {
  const { prefix = '' } = args;
  const begins = line.replace(/^no\s+/, '').startsWith(prefix);
  return begins ? { redirect: { mode: 'config-static', line } } : { unknown: prefix };
}

/** `10.0.0.0/8 10.1.0.2`, the network with a mask perhaps; undefined when it does not begin with a prefix. */
function readRoute(typed: string): string | undefined {
  const [network = '', ...ways] = typed.trim().split(/\s+/);
  if (network.includes(':') && ipv6Prefix(network)) return [network.toLowerCase(), ...ways].join(' ');
  const masked = network.includes('/') ? network : maskedPrefix(network, ways.shift());
  const prefix = ipv4Prefix(masked)?.prefix;
  return prefix === undefined ? undefined : [prefix, ...ways].join(' ');
}
