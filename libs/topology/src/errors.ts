/** The wire codes of everything this library refuses. */
export type TopologyErrorCode =
  | 'topology_extension'
  | 'unsafe_file_name'
  | 'duplicate_file_name'
  | 'invalid_topology'
  | 'topology_not_allowed'
  | 'unsupported_device';

/** One thing wrong with a topology, at the place where its author has to change it. */
export interface TopologyProblem {
  /** Path of the file inside the bundle. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in characters. */
  readonly column: number;
  /** Dotted path of the element: `nodes.r1.device`; empty for the file as a whole. */
  readonly path: string;
  /** What is wrong, without the place. */
  readonly message: string;
  /** What would be accepted here, when that is a short list. */
  readonly expected?: readonly string[];
}

/** What a {@link TopologyError} carries besides its sentence. */
export interface TopologyErrorOptions extends ErrorOptions {
  readonly problems?: readonly TopologyProblem[];
}

/**
 * The one error class of this library; compare `code`, not the class, across packages.
 * With codes `invalid_topology` and `topology_not_allowed` the problems are listed in the order of the file and the message names each of them.
 */
export class TopologyError extends Error {
  override readonly name = 'TopologyError';
  readonly code: TopologyErrorCode;
  readonly problems: readonly TopologyProblem[];

  constructor(code: TopologyErrorCode, message: string, options: TopologyErrorOptions = {}) {
    super(message, options);
    this.code = code;
    this.problems = options.problems ?? [];
  }
}

/** One line an editor can jump to: `pair.yml:4:7: nodes.r1.device: unknown device type 'eoss'`. */
export function describeProblem(problem: TopologyProblem): string {
  const place = `${problem.file}:${problem.line}:${problem.column}`;
  return problem.path === ''
    ? `${place}: ${problem.message}`
    : `${place}: ${problem.path}: ${problem.message}`;
}
