import type { Mode, Platform, Refusals } from '../../engine/platform';

/** Configuration and what is below it. */
export const configModes = ['config', 'config-if', 'config-router'] as const;

const INVALID = "% Invalid input detected at '^' marker.";

const config: Mode = {
  prompt: ({ name }) => `${name}(config)#`,
  words: 'abbreviated',
  ctrlC: 'end',
  ctrlZ: 'end',
};

/** How Cisco IOS prompts, mode by mode. */
export const modes: Platform['modes'] = {
  user: { prompt: ({ name }) => `${name}>`, words: 'abbreviated' },
  enable: { prompt: ({ name }) => `${name}#`, words: 'abbreviated' },
  config,
  'config-if': { ...config, prompt: ({ name }) => `${name}(config-if)#`, fallback: 'config' },
  'config-router': { ...config, prompt: ({ name }) => `${name}(config-router)#`, fallback: 'config' },
};

/** How Cisco IOS words what it does not accept. */
export const refusals: Refusals = {
  unknown: ({ column, promptLength }) => `${' '.repeat(promptLength + column)}^\n${INVALID}\n\n`,
  incomplete: () => '% Incomplete command.\n\n',
  ambiguous: ({ line }) => `% Ambiguous command:  "${line.trim()}"\n`,
};
