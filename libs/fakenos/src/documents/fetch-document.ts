import { FakeNosError } from '../errors';

/** How a document is fetched. */
export interface FetchDocumentOptions {
  readonly fetch: typeof fetch;
  /** Asked about the URL and about each that it leads to. */
  readonly isAllowed: (url: URL) => boolean;
  /** What to do about a URL that is not allowed, as a sentence. */
  readonly advice: string;
  readonly signal?: AbortSignal | undefined;
  /** 10,000 when absent. */
  readonly timeoutMs?: number;
}

const MAX_BYTES = 1_048_576;
const MOST_REDIRECTS = 5;
const TIMEOUT_MS = 10_000;

/**
 * Fetches the text behind a URL, at most 1 MiB of it and not longer than ten seconds.
 * Rejects with FakeNosError `inventory_not_allowed` or `inventory_unreachable`, or with the signal's reason.
 */
export async function fetchDocument(location: string, options: FetchDocumentOptions): Promise<string> {
  const { signal, timeoutMs = TIMEOUT_MS } = options;
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await follow(location, options, signal ? AbortSignal.any([signal, timeout]) : timeout);
    return await readText(response, location);
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof FakeNosError) throw error;
    const why = timeout.aborted ? `it took longer than ${timeoutMs / 1000} s` : wordsOf(error);
    throw unreachable(`${location} cannot be fetched: ${why}.`, error);
  }
}

async function follow(
  location: string,
  options: FetchDocumentOptions,
  signal: AbortSignal,
): Promise<Response> {
  let url = new URL(location);
  for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
    if (!options.isAllowed(url)) {
      const led = hops === 0 ? '' : `, where ${location} leads,`;
      throw new FakeNosError(
        'inventory_not_allowed',
        `${url.href}${led} may not be fetched. ${options.advice}`,
      );
    }
    const response = await options.fetch(url, { redirect: 'manual', signal });
    const next = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && next !== null) {
      await response.body?.cancel();
      url = new URL(next, url);
    } else if (response.ok) {
      return response;
    } else {
      await response.body?.cancel();
      throw unreachable(
        `${location} cannot be fetched: the answer is ${response.status} ${response.statusText}.`,
      );
    }
  }
  throw unreachable(
    `${location} leads on more than ${MOST_REDIRECTS} times; give the address where it ends.`,
  );
}

async function readText({ body }: Response, location: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    if (!(chunk instanceof Uint8Array)) continue;
    bytes += chunk.length;
    if (bytes > MAX_BYTES)
      throw unreachable(`${location} is larger than ${MAX_BYTES} bytes; make it smaller.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** `fetch` hides why it failed behind "fetch failed". */
function wordsOf(error: unknown): string {
  const cause = hasCause(error) ? error.cause : error;
  const told = typeof cause === 'object' && cause !== null && 'message' in cause ? cause.message : undefined;
  return typeof told === 'string' && told !== '' ? told : 'nobody answers';
}

function hasCause(error: unknown): error is { readonly cause: unknown } {
  return typeof error === 'object' && error !== null && 'cause' in error && error.cause !== undefined;
}

function unreachable(message: string, cause?: unknown): FakeNosError {
  return new FakeNosError('inventory_unreachable', message, cause === undefined ? {} : { cause });
}
