import { candidateOf, commitCandidate } from '../../configuration/candidate';
import type { TreeChange } from '../../configuration/diff-trees';
import { diffTrees } from '../../configuration/diff-trees';
import type { Command, CommandCall, CommandOutcome } from '../../engine/platform';
import { CONFIG_SESSION } from './grammar';
import { configModes } from './modes';

const NO_SESSION = '% Not in a configuration session';

/** Changes that are tried in a session of their own and committed as one, or not at all. */
export const configSessions: readonly Command[] = [
  { syntax: 'configure session [<name>]', modes: ['enable'], run: open },
  { syntax: 'commit', modes: configModes, run: commit },
  { syntax: 'abort', modes: configModes, run: abort },
  { syntax: 'rollback clean-config', modes: configModes, run: clean },
  { syntax: 'show session-config diffs', modes: ['enable'], run: diffs },
  { syntax: 'end', modes: configModes, run: end },
];

function open({ session, args }: CommandCall): CommandOutcome {
  session.edits.length = 0;
  session.variables.set(CONFIG_SESSION, args.name ?? `sess-${session.username}`);
  return { mode: 'config' };
}

function commit(call: CommandCall): CommandOutcome {
  if (!call.session.variables.delete(CONFIG_SESSION)) return NO_SESSION;
  commitCandidate(call);
  return { mode: 'enable' };
}

function abort({ session }: CommandCall): CommandOutcome {
  session.variables.delete(CONFIG_SESSION);
  session.edits.length = 0;
  return { mode: 'enable' };
}

function clean({ session }: CommandCall): CommandOutcome {
  if (!session.variables.has(CONFIG_SESSION)) return NO_SESSION;
  session.edits.push(() => []);
  return { mode: 'config' };
}

function end({ session }: CommandCall): CommandOutcome {
  session.variables.delete(CONFIG_SESSION);
  session.edits.length = 0;
  return { mode: 'enable' };
}

function diffs(call: CommandCall): string {
  const changes = diffTrees(call.device.configuration?.running ?? [], candidateOf(call));
  if (changes.length === 0) return '';
  const lines = changes.flatMap((change) => changeLines(change, 0));
  return ['--- system:/running-config', '+++ session:/session-config', ...lines].join('\n');
}

const SIGNS = { added: '+', removed: '-', changed: ' ' } as const;

function changeLines({ kind, text, children = [] }: TreeChange, depth: number): string[] {
  const line = `${SIGNS[kind]}${'   '.repeat(depth)}${text}`;
  return [line, ...children.flatMap((child) => changeLines(child, depth + 1))];
}
