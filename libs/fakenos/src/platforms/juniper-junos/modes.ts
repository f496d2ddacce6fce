import type { Platform, RefusalCall, Refusals } from '../../engine/platform';

/** How Junos prompts: a line with the place in the configuration first, when it is being edited. */
export const modes: Platform['modes'] = {
  operational: {
    prompt: ({ name }, { username }) => `${username}@${name}> `,
    words: 'abbreviated',
    ctrlD: 'exit',
  },
  configuration: {
    prompt: ({ name }, { username, path }) => `\n[${['edit', ...path].join(' ')}]\n${username}@${name}# `,
    words: 'abbreviated',
    ctrlZ: 'exit configuration-mode',
  },
  load: { prompt: () => '', words: 'abbreviated', ctrlC: 'end-of-text', ctrlD: 'end-of-text' },
};

/** How Junos words what it does not accept. */
export const refusals: Refusals = {
  unknown: (call) =>
    `${marker(call)}\n${call.column === call.line.search(/\S/) ? 'unknown command.' : 'syntax error.'}`,
  incomplete: (call) => `${marker(call)}\nsyntax error, expecting <command>.`,
  ambiguous: (call) => {
    const word = call.line.slice(call.column).trim().split(/\s+/)[0] ?? '';
    return `${marker(call)}\n'${word}' is ambiguous.`;
  },
};

function marker({ column, promptLength }: RefusalCall): string {
  return `${' '.repeat(promptLength + column)}^`;
}
