/** What one line of the server's log says, as far as its starter cares. */
export interface LogLine {
  /** Where it listens; on one line only. */
  readonly url?: string;
  /** It takes orders from now on. */
  readonly ready: boolean;
  /** The line's words. */
  readonly message: string;
}

/** Reads a line of the log; one that is no JSON is a message. */
export function readLogLine(line: string): LogLine {
  let entry: unknown;
  try {
    entry = JSON.parse(line);
  } catch {
    return { ready: false, message: line };
  }
  if (
    typeof entry !== 'object' ||
    entry === null ||
    !('message' in entry) ||
    typeof entry.message !== 'string'
  )
    return { ready: false, message: line };
  const { message } = entry;
  const url =
    'url' in entry && typeof entry.url === 'string' && / listens on /.test(message) ? entry.url : undefined;
  return { ready: message === 'ready', message, ...(url !== undefined && { url }) };
}
