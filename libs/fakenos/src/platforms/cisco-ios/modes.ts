import type { Mode, Platform, Refusals } from '../../engine/platform';
import { iosGrammar } from './grammar';

/** Configuration and what is below it. */
export const configModes: readonly string[] = Object.keys(iosGrammar.modes);

const INVALID = "% Invalid input detected at '^' marker.";

/** What stands in the prompt where it is not the mode's own name. */
const SHOWN: Readonly<Record<string, string>> = { 'config-router-bgp': 'config-router' };

/** Where a mode's lines are also looked for. */
const PARENTS: Readonly<Record<string, string>> = {
  'config-router-af': 'config-router-bgp',
  'config-vrf-af': 'config-vrf',
};

/** How Cisco IOS prompts, mode by mode. */
export const modes: Platform['modes'] = {
  user: { prompt: ({ name }) => `${name}>`, words: 'abbreviated' },
  enable: { prompt: ({ name }) => `${name}#`, words: 'abbreviated' },
  ...Object.fromEntries(configModes.map((mode) => [mode, configMode(mode)])),
};

/** How Cisco IOS words what it does not accept. */
export const refusals: Refusals = {
  unknown: ({ column, promptLength }) => `${' '.repeat(promptLength + column)}^\n${INVALID}\n\n`,
  incomplete: () => '% Incomplete command.\n\n',
  ambiguous: ({ line }) => `% Ambiguous command:  "${line.trim()}"\n`,
};

function configMode(mode: string): Mode {
  const common = { words: 'abbreviated', ctrlC: 'end', ctrlZ: 'end' } as const;
  const prompt: Mode['prompt'] = ({ name }) => `${name}(${SHOWN[mode] ?? mode})#`;
  return mode === 'config'
    ? { ...common, prompt }
    : { ...common, prompt, fallback: PARENTS[mode] ?? 'config' };
}
