import type { Mode, Platform, Refusals } from '../../engine/platform';
import { vrpGrammar } from './grammar';
import { viewName } from './view-name';

/** Where `display`, `ping`, `save` and the like are known. */
export const everyView: readonly string[] = ['user', ...Object.keys(vrpGrammar.modes)];

/** Where a view's lines are also looked for, when not in the system view. */
const PARENTS: Readonly<Record<string, string>> = { 'ospf-area': 'ospf', 'bgp-family': 'bgp' };

/** How VRP prompts, view by view. */
export const modes: Platform['modes'] = {
  user: { prompt: ({ name }) => `<${name}>`, words: 'abbreviated' },
  ...Object.fromEntries(Object.keys(vrpGrammar.modes).map((mode) => [mode, view(mode)])),
};

/** How VRP words what it does not accept. */
export const refusals: Refusals = {
  unknown: (call) =>
    marked(
      call,
      call.column <= call.line.search(/\S/)
        ? "Error: Unrecognized command found at '^' position."
        : "Error: Wrong parameter found at '^' position.",
    ),
  incomplete: (call) => marked(call, "Error:Incomplete command found at '^' position."),
  ambiguous: (call) => marked(call, "Error:Ambiguous command found at '^' position."),
};

function view(mode: string): Mode {
  const prompt: Mode['prompt'] = ({ name }, { path }) => `[${name}${viewName(path)}]`;
  const common = { prompt, words: 'abbreviated', ctrlZ: 'return' } as const;
  return mode === 'system' ? common : { ...common, fallback: PARENTS[mode] ?? 'system' };
}

function marked(
  { column, promptLength }: Pick<Parameters<Refusals['unknown']>[0], 'column' | 'promptLength'>,
  error: string,
): string {
  return `${' '.repeat(promptLength + column)}^\n${error}\n`;
}
