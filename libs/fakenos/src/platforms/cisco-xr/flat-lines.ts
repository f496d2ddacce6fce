import { canonicalLine } from '../../configuration/canonical-line';
import { lineCommands } from '../../configuration/line-commands';
import type { SyntaxToken } from '../../engine/parse-syntax';
import { parseSyntax } from '../../engine/parse-syntax';
import type { Command, CommandCall, CommandOutcome, ShellSession } from '../../engine/platform';
import { xrGrammar } from './grammar';
import { staticRoutes } from './static-routes';

/** Sections that a line may name before what it says in them: `interface gi0/0/0/1 shutdown`. */
const STARTS: readonly { readonly sections: readonly string[]; readonly mode: string }[] = [
  { sections: ['interface <interface>'], mode: 'config-if' },
  { sections: ['vrf <vrf>'], mode: 'config-vrf' },
  { sections: ['router ospf <process>'], mode: 'config-ospf' },
  {
    sections: ['router ospf <process>', 'area <area>', 'interface <interface>'],
    mode: 'config-ospf-ar-if',
  },
  { sections: ['router bgp <local-as:1-4294967295>'], mode: 'config-bgp' },
  { sections: ['router bgp <local-as:1-4294967295>', 'neighbor <address>'], mode: 'config-bgp-nbr' },
  { sections: ['router static', 'address-family ipv4 unicast'], mode: 'config-static-afi' },
];

const LINES = [...staticRoutes, ...lineCommands(xrGrammar)];

/** Whole paths of the configuration as single lines, which leave one where one is. */
export const flatLines: readonly Command[] = STARTS.flatMap(({ sections, mode }) => {
  const tokens = sections.map(parseSyntax);
  const opened = new Set((xrGrammar.modes[mode]?.sections ?? []).map(({ syntax }) => syntax));
  return LINES.filter(({ modes, syntax }) => modes.includes(mode) && !opened.has(positive(syntax))).map(
    ({ syntax, run }): Command => ({
      syntax: `${syntax === positive(syntax) ? '' : 'no '}${sections.join(' ')} ${positive(syntax)}`,
      modes: ['config'],
      run: (call) => runInside(call, tokens, { mode, run }),
    }),
  );
});

function runInside(
  call: CommandCall,
  sections: readonly (readonly SyntaxToken[])[],
  inner: { readonly mode: string; readonly run: Command['run'] },
): CommandOutcome {
  const args: Record<string, string> = { ...call.args };
  for (const [name, typed] of Object.entries(args)) {
    const value = sections.flat().some((token) => token.kind !== 'keyword' && token.name === name)
      ? readValue(name, typed, call)
      : typed;
    if (value === undefined) return { unknown: typed };
    args[name] = value;
  }
  const path = sections.map((tokens) => canonicalLine(tokens, args));
  return inner.run({ ...call, args, session: inSection(call.session, inner.mode, path) });
}

function readValue(name: string, typed: string, call: CommandCall): string | undefined {
  const reader = xrGrammar.values?.[name];
  return reader ? reader(typed, call) : typed;
}

/** The session as it would be in that section; a command is over before the session changes. */
function inSection(session: ShellSession, mode: string, path: readonly string[]): ShellSession {
  const { username, stack, pageLines, pageColumns, status, variables, edits } = session;
  return {
    ...{ username, stack, pageLines, pageColumns, status, variables, edits, mode, path },
    pathIn: (asked) => (asked === mode ? path : session.pathIn(asked)),
  };
}

function positive(syntax: string): string {
  return syntax.startsWith('no ') ? syntax.slice('no '.length) : syntax;
}
