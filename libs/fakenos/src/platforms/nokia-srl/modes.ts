import type { Platform, Refusals } from '../../engine/platform';

/** The session variable that holds the kind of candidate. */
export const CANDIDATE = 'candidate';

/** How SR Linux prompts: a line with mode and context, then the name. */
export const modes: Platform['modes'] = {
  running: { prompt: ({ name }) => prompt('running', name), words: 'abbreviated', ctrlD: 'quit' },
  candidate: {
    prompt: ({ name }, { variables, edits, path }) =>
      prompt(
        `${edits.length > 0 ? '* ' : ''}candidate ${variables.get(CANDIDATE) ?? 'shared default'}`,
        name,
        path,
      ),
    words: 'abbreviated',
    fallback: 'running',
    ctrlD: 'quit',
    ctrlZ: 'exit all',
  },
};

/** How SR Linux words what it does not accept. */
export const refusals: Refusals = {
  unknown: ({ line, column }) => `Parsing error: Unknown token '${wordAt(line, column)}'.`,
  incomplete: ({ line }) => `Parsing error: Incomplete command '${line.trim()}'.`,
  ambiguous: ({ line, column }) => `Parsing error: Ambiguous token '${wordAt(line, column)}'.`,
};

function prompt(mode: string, name: string, path: readonly string[] = []): string {
  return `--{ ${mode} }--[ ${path.join(' ')} ]--\nA:${name}# `;
}

function wordAt(line: string, column: number): string {
  return line.slice(column).trim().split(/\s+/)[0] ?? '';
}
