import type { Mode, Platform, RefusalCall, Refusals } from '../../engine/platform';

/** Configuration and what is below it. */
export const configModes = ['config', 'config-if', 'config-router'] as const;

const config: Mode = {
  prompt: ({ name }) => `${name}(config)#`,
  words: 'abbreviated',
  fallback: 'enable',
  ctrlZ: 'end',
  ctrlD: 'exit',
};

/** How EOS prompts, mode by mode; what is known in privileged mode is known in configuration too. */
export const modes: Platform['modes'] = {
  user: { prompt: ({ name }) => `${name}>`, words: 'abbreviated', ctrlD: 'exit' },
  enable: { prompt: ({ name }) => `${name}#`, words: 'abbreviated', ctrlD: 'exit' },
  config,
  'config-if': {
    ...config,
    prompt: ({ name }, { variables }) => `${name}(config-if-${variables.get('interface') ?? 'Et1'})#`,
    fallback: 'config',
  },
  'config-router': { ...config, prompt: ({ name }) => `${name}(config-router-ospf)#`, fallback: 'config' },
};

/** How EOS words what it does not accept. */
export const refusals: Refusals = {
  unknown: (call) => `% Invalid input${token(call)}`,
  incomplete: () => '% Incomplete command',
  ambiguous: (call) => `% Ambiguous command${token(call)}`,
};

function token({ line, column }: RefusalCall): string {
  const before = line
    .slice(0, column)
    .split(/\s+/)
    .filter((word) => word !== '').length;
  const [word = ''] = line.slice(column).trim().split(/\s+/);
  return word === '' ? '' : ` (at token ${before}: '${word}')`;
}
