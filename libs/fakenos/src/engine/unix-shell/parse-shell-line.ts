import type { ShellToken } from './read-tokens';
import { readTokens } from './read-tokens';
import type { ShellRedirection, ShellStage, ShellStep, ShellWord } from './shell-line';
import { ShellSyntaxError } from './shell-syntax-error';

/** After what an operator lets the next pipeline run. */
const SEPARATORS: Readonly<Record<string, ShellStep['when']>> = {
  ';': 'always',
  '\n': 'always',
  '&&': 'success',
  '||': 'failure',
};
/** Words of the shell's language that this one does not speak: better refused than run as commands. */
const RESERVED = [
  'if',
  'then',
  'else',
  'elif',
  'fi',
  'for',
  'while',
  'until',
  'do',
  'done',
  'case',
  '{',
  '}',
];
const MOST_COMMANDS = 500;

/**
 * Reads a Unix shell's line: commands, quotes, variables, pipes, `;`, `&&`, `||` and redirections.
 * Throws {@link ShellSyntaxError} for a line that is wrong, or that uses what this shell does not have.
 */
export function parseShellLine(line: string): readonly ShellStep[] {
  return new LineParser(readTokens(line)).parse();
}

class LineParser {
  readonly #tokens: readonly ShellToken[];
  #at = 0;
  #commands = 0;

  constructor(tokens: readonly ShellToken[]) {
    this.#tokens = tokens;
  }

  parse(): readonly ShellStep[] {
    const steps: ShellStep[] = [];
    let when: ShellStep['when'] = 'always';
    this.#skipNewlines();
    while (this.#at < this.#tokens.length) {
      steps.push({ when, stages: this.#pipeline() });
      const separator = this.#operator();
      if (separator === undefined) break;
      const next = SEPARATORS[separator];
      if (next === undefined) throw ShellSyntaxError.unexpected(separator);
      this.#at++;
      this.#skipNewlines();
      if (next !== 'always' && this.#at === this.#tokens.length) throw endsTooSoon();
      when = next;
    }
    return steps;
  }

  #pipeline(): readonly ShellStage[] {
    const stages = [this.#stage()];
    for (let pipe = this.#operator(); pipe === '|' || pipe === '|&'; pipe = this.#operator()) {
      this.#at++;
      this.#skipNewlines();
      if (this.#at === this.#tokens.length) throw endsTooSoon();
      const before = stages.pop();
      if (before) stages.push(pipe === '|' ? before : withErrors(before));
      stages.push(this.#stage());
    }
    return stages;
  }

  #stage(): ShellStage {
    if (++this.#commands > MOST_COMMANDS) throw new ShellSyntaxError(`more than ${MOST_COMMANDS} commands`);
    const assignments: ShellStage['assignments'][number][] = [];
    const words: ShellWord[] = [];
    const redirections: ShellRedirection[] = [];
    for (
      let token = this.#tokens[this.#at];
      token && token.kind !== 'operator';
      token = this.#tokens[this.#at]
    ) {
      this.#at++;
      if (token.kind === 'arrow') {
        redirections.push(this.#redirection(token));
        continue;
      }
      const assignment = words.length === 0 ? asAssignment(token.word) : undefined;
      if (assignment) assignments.push(assignment);
      else words.push(token.word);
    }
    if (assignments.length + words.length + redirections.length === 0) {
      throw ShellSyntaxError.unexpected(this.#operator()?.replace('\n', 'newline') ?? 'newline');
    }
    const first = plainText(words[0]);
    if (first !== undefined && RESERVED.includes(first)) throw ShellSyntaxError.unexpected(first);
    return { assignments, words, redirections };
  }

  #redirection({ descriptor, text }: Extract<ShellToken, { kind: 'arrow' }>): ShellRedirection {
    const target = this.#tokens[this.#at];
    if (target?.kind !== 'word') throw ShellSyntaxError.unexpected('newline');
    this.#at++;
    const from = fromOf(descriptor, text);
    if (from === undefined) throw new ShellSyntaxError(`${descriptor}${text}: not on this device`);
    if (text !== '>&') return { from, to: { path: target.word } };
    const to = plainText(target.word);
    if (to === '1' || to === '2') return { from, to: { descriptor: to } };
    throw new ShellSyntaxError(`${to ?? text}: ambiguous redirect`);
  }

  #operator(): string | undefined {
    const token = this.#tokens[this.#at];
    return token?.kind === 'operator' ? token.text : undefined;
  }

  #skipNewlines(): void {
    while (this.#operator() === '\n') this.#at++;
  }
}

function fromOf(descriptor: string, text: string): ShellRedirection['from'] | undefined {
  if (text === '<') return descriptor === '' || descriptor === '0' ? '0' : undefined;
  if (!['>', '>>', '>|', '>&'].includes(text)) return undefined;
  if (descriptor === '&') return 'both';
  if (descriptor === '' || descriptor === '1') return '1';
  return descriptor === '2' ? '2' : undefined;
}

function withErrors(stage: ShellStage): ShellStage {
  const errors: ShellRedirection = { from: '2', to: { descriptor: '1' } };
  return { ...stage, redirections: [...stage.redirections, errors] };
}

function asAssignment([first, ...rest]: ShellWord): ShellStage['assignments'][number] | undefined {
  if (first?.kind !== 'text' || first.quoted) return undefined;
  const [, name, value = ''] = /^([A-Za-z_]\w*)=(.*)$/s.exec(first.value) ?? [];
  return name === undefined ? undefined : { name, value: [{ ...first, value }, ...rest] };
}

/** The text of a word in which nothing is quoted or looked up. */
function plainText(word: ShellWord = []): string | undefined {
  const [part, ...more] = word;
  return part?.kind === 'text' && !part.quoted && more.length === 0 ? part.value : undefined;
}

function endsTooSoon(): ShellSyntaxError {
  return new ShellSyntaxError('syntax error: unexpected end of file');
}
