/** Every way in which netlab, or what it left, is refused or fails; as it goes over the wire where it does. */
export type NetlabErrorCode =
  | 'netlab_missing'
  | 'netlab_unusable'
  | 'netlab_failed'
  | 'netlab_timeout'
  | 'processes_left'
  | 'foreign_lab'
  | 'lab_not_running'
  | 'lab_left_over';

/** What a {@link NetlabError} carries besides its sentence. */
export interface NetlabErrorOptions extends ErrorOptions {
  /** The last lines that the command wrote, oldest first. */
  readonly output?: readonly string[];
}

/** The one error class of this library besides TopologyError; compare `code`, not the class, across packages. */
export class NetlabError extends Error {
  override readonly name = 'NetlabError';
  readonly code: NetlabErrorCode;
  readonly output: readonly string[];

  constructor(code: NetlabErrorCode, message: string, options: NetlabErrorOptions = {}) {
    super(message, options);
    this.code = code;
    this.output = options.output ?? [];
  }
}

/** The words of whatever was thrown. Asks no class: errors of another realm or package count too. */
export function messageOf(error: unknown): string {
  const message = propertyOf(error, 'message');
  return typeof message === 'string' && message !== '' ? message : String(error);
}

/** The `code` of whatever was thrown, when it has one. */
export function codeOf(error: unknown): string | undefined {
  const code = propertyOf(error, 'code');
  return typeof code === 'string' ? code : undefined;
}

function propertyOf(error: unknown, name: 'message' | 'code'): unknown {
  return typeof error === 'object' && error !== null && name in error
    ? (error as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
