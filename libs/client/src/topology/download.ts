import { types } from 'node:util';
import axios from 'axios';
import { RemoteLabError } from '../errors';
import { propertyOf } from '../http-answer';
import { messageOf } from '../message-of';
import { withDeadline } from '../with-deadline';

const MOST_REDIRECTS = 5;

/** How a file is downloaded. */
export interface DownloadOptions {
  /** Milliseconds for the whole answer, redirects and all. */
  readonly timeout: number;
  /** Bytes, after decompression. */
  readonly limit: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * The bytes at an http(s) address. Redirects are followed to http(s) only, and never from https to http.
 * @throws RemoteLabError `topology_unreadable`, with the status when there was an answer (also a 200 with a web page
 * in place of the file), `upload_too_large`, or the signal's reason
 */
export async function download(url: URL, options: DownloadOptions): Promise<Uint8Array> {
  const { timeout, limit, signal } = options;
  const slow = (): Error => unreadable(url, `the answer was not complete within ${timeout / 1000} s`);
  return withDeadline(timeout, slow, signal === undefined ? [] : [signal], (running) =>
    request(url, limit, running),
  );
}

async function request(url: URL, limit: number, signal: AbortSignal): Promise<Uint8Array> {
  let refusedRedirect: Error | undefined;
  try {
    const { status, data, headers } = await axios.request<unknown>({
      url: url.href,
      responseType: 'arraybuffer',
      headers: { 'User-Agent': 'remote-lab-client', Accept: 'application/yaml, text/plain, */*;q=0.5' },
      maxRedirects: MOST_REDIRECTS,
      maxContentLength: limit,
      beforeRedirect: ({ protocol, href }: Readonly<Record<string, unknown>>) => {
        if (mayRedirect(url.protocol, protocol)) return;
        refusedRedirect = unreadable(url, `it redirects to ${shown(String(href))}, which is not followed`);
        throw refusedRedirect;
      },
      validateStatus: () => true,
      signal,
    });
    if (status !== 200) throw unreadable(url, `the answer has status ${status}`, { status });
    const type: unknown = headers['content-type'];
    if (/^text\/html|^application\/xhtml/i.test(String(type)) && !/\.x?html?$/i.test(url.pathname))
      throw unreadable(
        url,
        'the answer is a web page. Does it need a login, or is there another address for the file as it is ("raw")',
        { status },
      );
    if (!types.isUint8Array(data)) throw unreadable(url, 'the answer has no bytes', { status });
    return data;
  } catch (error) {
    signal.throwIfAborted();
    if (refusedRedirect !== undefined) throw refusedRedirect;
    if (error instanceof RemoteLabError) throw error;
    const message = messageOf(error);
    if (message.startsWith('maxContentLength'))
      throw new RemoteLabError(
        'upload_too_large',
        `${shown(url.href)} has more than ${limit} bytes, which is the most.`,
      );
    throw unreadable(url, message, { cause: propertyOf(error, 'cause') });
  }
}

/** Only to the web, and what was asked for in secret is not sent in clear. */
export function mayRedirect(from: string, to: unknown): boolean {
  return to === 'https:' || (to === 'http:' && from === 'http:');
}

/** As it may be shown: queries and passwords often are secrets. */
export function shown(href: string): string {
  if (!URL.canParse(href)) return href;
  const { protocol, host, pathname, search } = new URL(href);
  return `${protocol}//${host}${pathname}${search === '' ? '' : '?…'}`;
}

function unreadable(
  url: URL,
  reason: string,
  details: { readonly status?: number; readonly cause?: unknown } = {},
): RemoteLabError {
  return new RemoteLabError(
    'topology_unreadable',
    `${shown(url.href)} cannot be uploaded: ${reason}.`,
    details,
  );
}
