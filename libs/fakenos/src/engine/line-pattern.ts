/**
 * The regular expressions of `| include`: literals, `.`, `[a-z]`, `( )`, `|`, `*`, `+`, `?`, `^`, `$` and `\` before any
 * of them. Whoever logs in chooses the pattern, and one thread serves every device of a network, so matching takes
 * time proportional to pattern times line, whatever the pattern: all states are followed at once, none is retried.
 * A pattern that cannot be read is looked for literally.
 */
export function compileLinePattern(pattern: string): (line: string) => boolean {
  const { states, start } = new PatternReader(pattern).read() ?? {};
  if (!states || start === undefined) return (line) => line.includes(pattern);
  return (line) => simulate(states, start, line);
}

type State =
  | { readonly kind: 'one'; readonly accepts: (char: string) => boolean; readonly next: number }
  | { readonly kind: 'at'; readonly place: 'start' | 'end'; readonly next: number }
  | { readonly kind: 'fork'; next: number; other: number }
  | { readonly kind: 'done' };

function simulate(states: readonly State[], start: number, line: string): boolean {
  const chars = [...line];
  let current: number[] = [];
  for (let index = 0; index <= chars.length; index++) {
    const seen = new Set<number>();
    const place = { start: index === 0, end: index === chars.length };
    const reached: number[] = [];
    const open = [...current, start];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (seen.has(at)) continue;
      seen.add(at);
      const state = states[at];
      if (state?.kind === 'done') return true;
      if (state?.kind === 'fork') open.push(state.next, state.other);
      else if (state?.kind === 'at' && place[state.place]) open.push(state.next);
      else if (state?.kind === 'one') reached.push(at);
    }
    const char = chars[index];
    if (char === undefined) return false;
    current = reached.flatMap((at) => {
      const state = states[at];
      return state?.kind === 'one' && state.accepts(char) ? [state.next] : [];
    });
  }
  return false;
}

const LONGEST_PATTERN = 256;
const DEEPEST_GROUP = 20;

/** Builds the states back to front: each part is told which state follows it. */
class PatternReader {
  readonly #chars: readonly string[];
  readonly #states: State[] = [{ kind: 'done' }];
  #at = 0;
  #depth = 0;

  constructor(pattern: string) {
    this.#chars = [...pattern];
  }

  read(): { readonly states: readonly State[]; readonly start: number } | undefined {
    if (this.#chars.length > LONGEST_PATTERN) return undefined;
    const whole = this.#alternatives();
    return whole && this.#at === this.#chars.length ? { states: this.#states, start: whole(0) } : undefined;
  }

  #alternatives(): Part | undefined {
    const options: Part[] = [];
    do {
      const option = this.#sequence();
      if (!option) return undefined;
      options.push(option);
    } while (this.#take('|'));
    return options.reduceRight((other, first) => (next) => this.#fork(first(next), other(next)));
  }

  #sequence(): Part | undefined {
    const parts: Part[] = [];
    while (this.#at < this.#chars.length && this.#chars[this.#at] !== '|' && this.#chars[this.#at] !== ')') {
      const part = this.#repeated();
      if (!part) return undefined;
      parts.push(part);
    }
    return (next) => parts.reduceRight((following, part) => part(following), next);
  }

  #repeated(): Part | undefined {
    const part = this.#single();
    if (!part) return undefined;
    if (this.#take('?')) return (next) => this.#fork(part(next), next);
    const atLeastOnce = this.#take('+');
    if (!atLeastOnce && !this.#take('*')) return part;
    return (next) => {
      const fork: State = { kind: 'fork', next, other: next };
      const again = this.#add(fork);
      fork.next = part(again);
      return atLeastOnce ? fork.next : again;
    };
  }

  #single(): Part | undefined {
    const char = this.#chars[this.#at++];
    switch (char) {
      case undefined:
      case '*':
      case '+':
      case '?':
        return undefined;
      case '^':
        return (next) => this.#add({ kind: 'at', place: 'start', next });
      case '$':
        return (next) => this.#add({ kind: 'at', place: 'end', next });
      case '.':
        return this.#one(() => true);
      case '(':
        return this.#group();
      case '[':
        return this.#charClass();
      case '\\': {
        const literal = this.#chars[this.#at++];
        return literal === undefined ? undefined : this.#one(escaped(literal));
      }
      default:
        return this.#one((other) => other === char);
    }
  }

  #group(): Part | undefined {
    if (++this.#depth > DEEPEST_GROUP) return undefined;
    const inner = this.#alternatives();
    this.#depth--;
    return this.#take(')') ? inner : undefined;
  }

  #charClass(): Part | undefined {
    const negated = this.#take('^');
    const ranges: [string, string][] = [];
    for (let first = true; first || this.#chars[this.#at] !== ']'; first = false) {
      const from = this.#chars[this.#at++];
      if (from === undefined) return undefined;
      const upTo = this.#chars[this.#at + 1];
      const range = this.#chars[this.#at] === '-' && upTo !== undefined && upTo !== ']';
      ranges.push([from, range ? upTo : from]);
      if (range) this.#at += 2;
    }
    this.#at++;
    return this.#one((char) => negated !== ranges.some(([from, to]) => from <= char && char <= to));
  }

  #one(accepts: (char: string) => boolean): Part {
    return (next) => this.#add({ kind: 'one', accepts, next });
  }

  #fork(next: number, other: number): number {
    return this.#add({ kind: 'fork', next, other });
  }

  #add(state: State): number {
    this.#states.push(state);
    return this.#states.length - 1;
  }

  #take(char: string): boolean {
    const taken = this.#chars[this.#at] === char;
    if (taken) this.#at++;
    return taken;
  }
}

/** Adds its states in front of the state `next` and returns the first of them. */
type Part = (next: number) => number;

function escaped(literal: string): (char: string) => boolean {
  if (literal === 'd') return (char) => char >= '0' && char <= '9';
  if (literal === 's') return (char) => /\s/.test(char);
  if (literal === 'w') return (char) => /\w/.test(char);
  if (literal === 'S') return (char) => !/\s/.test(char);
  return (char) => char === literal;
}
