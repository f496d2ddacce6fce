import { TopologyError, describeProblem, type TopologyProblem } from '../errors';
import type { Place } from './data';

const MAX_LISTED = 100;
const MAX_IN_MESSAGE = 5;

/** Collects what is wrong with a topology, so that its author hears of several mistakes at once. */
export class Problems {
  readonly #list: TopologyProblem[] = [];

  /** `fallback` is the place reported for data that is nowhere in the files. */
  constructor(private readonly fallback: Place) {}

  /** How many problems there are so far. */
  get count(): number {
    return this.#list.length;
  }

  /** Notes a problem; of several at the same place only the first, which is nearest to the cause. */
  add(place: Place | undefined, path: string, message: string, expected?: readonly string[]): void {
    const problem = {
      ...(place ?? this.fallback),
      path,
      message,
      ...(expected === undefined ? {} : { expected }),
    };
    if (this.#list.length >= MAX_LISTED || this.#list.some((other) => isSamePlace(other, problem))) return;
    this.#list.push(problem);
  }

  /** @throws TopologyError `invalid_topology` when there is any problem, listed in the order of the files */
  throwIfAny(): void {
    if (this.#list.length === 0) return;
    const problems = this.#list.toSorted(byPlace);
    const lines = problems.slice(0, MAX_IN_MESSAGE).map(describeProblem);
    if (problems.length > MAX_IN_MESSAGE) lines.push(`and ${problems.length - MAX_IN_MESSAGE} more problems`);
    throw new TopologyError('invalid_topology', lines.join('\n'), { problems });
  }
}

function byPlace(a: TopologyProblem, b: TopologyProblem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

function isSamePlace(a: Place, b: Place): boolean {
  return a.file === b.file && a.line === b.line && a.column === b.column;
}
