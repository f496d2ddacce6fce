import type { CommandEffect, Refusals } from '../../engine/platform';

const FAILED = 'Command fail. Return code';

/** How FortiOS words what it does not accept. */
export const refusals: Refusals = {
  unknown: ({ line, column }) =>
    column <= line.search(/\S/)
      ? `Unknown action 0\n\n${FAILED} -1\n`
      : `\ncommand parse error before '${wordAt(line, column)}'\n${FAILED} -61\n`,
  incomplete: () => `incomplete command in the end\n${FAILED} -160\n`,
  ambiguous: ({ line, column }) => `\nambiguous command before '${wordAt(line, column)}'\n${FAILED} -61\n`,
};

/** A word that has no place where it stands. */
export function parseError(word: string): CommandEffect {
  return { output: `\ncommand parse error before '${word}'\n${FAILED} -61`, status: 1 };
}

/** A value that makes no sense for an attribute. */
export function valueError(attribute: string, value: string): CommandEffect {
  return {
    output: `node_check_object fail! for ${attribute} ${value}\n\nvalue parse error before '${value}'\n${FAILED} -61`,
    status: 1,
  };
}

/** Anything else that cannot be. */
export function failure(reason: string, code: number): CommandEffect {
  return { output: `${reason}\n${FAILED} ${code}`, status: 1 };
}

function wordAt(line: string, column: number): string {
  return /^\S*/.exec(line.slice(column))?.[0] ?? '';
}
