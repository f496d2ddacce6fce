import { TopologyError, describeProblem, type TopologyProblem } from '../errors';
import type { Place } from './data';

const MAX_LISTED = 100;
const MAX_IN_MESSAGE = 5;
/** Looking for more mistakes than that costs time and helps nobody. */
const MAX_NOTED = 300;
/** Characters of a message or path; a name out of a file may be as long as the file. */
const MAX_TEXT = 1000;

/** Collects what is wrong with a topology, so that its author hears of several mistakes at once. */
export class Problems {
  readonly #list: TopologyProblem[] = [];
  #noted = 0;

  /** `fallback` is the place reported for data that is nowhere in the files. */
  constructor(private readonly fallback: Place) {}

  /** How many problems there are so far. */
  get count(): number {
    return this.#list.length;
  }

  /**
   * Notes a problem; of several at the same place only the first, which is nearest to the cause.
   *
   * @throws TopologyError `invalid_topology` when so many have been noted that it is enough
   */
  add(place: Place | undefined, path: string, message: string, expected?: readonly string[]): void {
    const problem = {
      ...(place ?? this.fallback),
      path: shortened(path),
      message: shortened(message),
      ...(expected === undefined ? {} : { expected }),
    };
    this.#noted += 1;
    if (!this.#list.some((other) => isSamePlace(other, problem))) this.#list.push(problem);
    if (this.#list.length >= MAX_LISTED || this.#noted >= MAX_NOTED) this.throwIfAny();
  }

  /**
   * Notes a problem and ends the reading: what follows would take too long or make no sense.
   *
   * @throws TopologyError `invalid_topology`
   */
  refuse(place: Place | undefined, path: string, message: string): never {
    this.add(place, path, message);
    throw this.#error();
  }

  /** @throws TopologyError `invalid_topology` when there is any problem, listed in the order of the files */
  throwIfAny(): void {
    if (this.#list.length > 0) throw this.#error();
  }

  #error(): TopologyError {
    const problems = this.#list.toSorted(byPlace);
    const lines = problems.slice(0, MAX_IN_MESSAGE).map(describeProblem);
    const more = problems.length - MAX_IN_MESSAGE;
    if (more > 0) lines.push(`and ${more} more ${more === 1 ? 'problem' : 'problems'}`);
    return new TopologyError('invalid_topology', lines.join('\n'), { problems });
  }
}

function byPlace(a: TopologyProblem, b: TopologyProblem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

function shortened(text: string): string {
  return text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT)}…`;
}

function isSamePlace(a: Place, b: Place): boolean {
  return a.file === b.file && a.line === b.line && a.column === b.column;
}
