import type { Platform, RefusalCall, Refusals } from '../../engine/platform';

/** The session variable with how the configuration is edited: `ex`, `gl`, `pr`, `ro`. */
export const MANNER = 'configure';

/** How the MD-CLI prompts: a line with the candidate and the context, then the user and the name. */
export const modes: Platform['modes'] = {
  operational: {
    prompt: ({ name }, { username }) => `\n[/]\nA:${username}@${name}# `,
    words: 'abbreviated',
    ctrlZ: 'exit all',
  },
  configuration: {
    prompt: ({ name }, { username, variables, path, edits }) => {
      const changed = edits.length > 0 ? '*' : '';
      return `\n${changed}(${variables.get(MANNER) ?? 'gl'})[/${path.join(' ')}]\nA:${username}@${name}# `;
    },
    words: 'abbreviated',
    ctrlZ: 'exit all',
  },
};

/** How SR OS words what it does not accept. */
export const refusals: Refusals = {
  unknown: (call) => `${marker(call)}\nMINOR: MGMT_CORE #2201: Unknown element - '${wordAt(call)}'`,
  incomplete: (call) => `${marker(call)}\nMINOR: MGMT_CORE #2203: Missing element - '${lastWord(call)}'`,
  ambiguous: (call) => `${marker(call)}\nMINOR: MGMT_CORE #2202: Ambiguous element - '${wordAt(call)}'`,
};

function marker(call: RefusalCall): string {
  return `${' '.repeat(call.promptLength + call.column)}${'^'.repeat(Math.max(1, wordAt(call).length))}`;
}

function wordAt({ line, column }: RefusalCall): string {
  return line.slice(column).trim().split(/\s+/)[0] ?? '';
}

function lastWord({ line }: RefusalCall): string {
  return line.trim().split(/\s+/).at(-1) ?? '';
}
