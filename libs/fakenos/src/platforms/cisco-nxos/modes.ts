import type { Mode, Platform, Refusals } from '../../engine/platform';
import { nxosGrammar } from './grammar';

/** Configuration and what is below it. */
export const configModes: readonly string[] = Object.keys(nxosGrammar.modes);

/** What stands in the prompt where it is not the mode's own name. */
const SHOWN: Readonly<Record<string, string>> = {
  'config-router-bgp': 'config-router',
  'config-vrf-af': 'config-vrf-af-ipv4',
};

/** Where a mode's lines are also looked for; what is shown is shown everywhere, so configuration falls back on exec. */
const PARENTS: Readonly<Record<string, string>> = {
  config: 'exec',
  'config-vrf-af': 'config-vrf',
  'config-router-af': 'config-router-bgp',
  'config-router-neighbor': 'config-router-bgp',
  'config-router-neighbor-af': 'config-router-neighbor',
};

/** How NX-OS prompts, mode by mode. */
export const modes: Platform['modes'] = {
  exec: { prompt: ({ name }) => `${name}# `, words: 'abbreviated' },
  ...Object.fromEntries(configModes.map((mode) => [mode, configMode(mode)])),
};

/** How NX-OS words what it does not accept. */
export const refusals: Refusals = {
  unknown: ({ column, ...call }) =>
    marked({ column, ...call }, `Invalid ${column === 0 ? 'command' : 'parameter detected'}`),
  incomplete: (call) => marked(call, 'Incomplete command'),
  ambiguous: (call) => marked(call, 'Ambiguous command'),
};

function marked({ column, promptLength }: { column: number; promptLength: number }, what: string): string {
  return `${' '.repeat(promptLength + column)}^\n% ${what} at '^' marker.\n`;
}

function configMode(mode: string): Mode {
  return {
    prompt: ({ name }) => `${name}(${SHOWN[mode] ?? mode})# `,
    words: 'abbreviated',
    fallback: PARENTS[mode] ?? 'config',
    ctrlC: 'end',
    ctrlZ: 'end',
  };
}
