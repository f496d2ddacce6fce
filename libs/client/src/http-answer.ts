/** What the server said. */
export interface HttpAnswer {
  readonly status: number;
  /** Parsed when it was JSON, else the text; `undefined` when there was none. */
  readonly body: unknown;
  /** The base address that a redirect leads to. */
  readonly location?: string;
  /** The base address that was asked. */
  readonly from?: string;
}

/** Makes an {@link HttpAnswer} of the text that came. */
export function readAnswer(status: number, text: unknown, location?: unknown): HttpAnswer {
  return { status, body: readBody(text), location: typeof location === 'string' ? location : undefined };
}

/** Whether the status is one of success. */
export function isSuccess({ status }: HttpAnswer): boolean {
  return status >= 200 && status < 300;
}

/** Whether the same request may well succeed in a moment: a proxy's complaint, or a server that starts or stops. */
export function isPassing({ status, body }: HttpAnswer): boolean {
  if (status < 502 || status > 504) return false;
  const code = propertyOf(body, 'code');
  return code === undefined || code === 'starting_up' || code === 'shutting_down';
}

/** The property of a value that may not even be an object. */
export function propertyOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}

function readBody(text: unknown): unknown {
  if (typeof text !== 'string' || text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: the original's plain "Internal Server Error", or a proxy's page.
    return text;
  }
}
