import { dirname } from 'node:path';
import { FakeNosError } from '../errors';
import { isAllowedUrl } from './allowed-url';
import { fetchDocument } from './fetch-document';
import { readDocumentFile } from './read-document-file';

/** What a {@link DocumentReader} may read. */
export interface DocumentReaderOptions {
  /** Folders out of which requests may name files. */
  readonly folders: readonly string[];
  /** Beginnings of URLs that requests may name. */
  readonly allowedUrls: readonly string[];
  readonly fetch: typeof fetch;
}

/** Who names a document. */
export interface DocumentBase {
  /** The operator may name any file, and any URL; a request only what the operator allows. */
  readonly trusted: boolean;
  /** Where relative paths begin, if that is somewhere. */
  readonly folder?: string;
}

/** A document that was read, and who names what it names. */
export interface FoundDocument {
  /** What it is called in messages. */
  readonly name: string;
  readonly text: string;
  readonly base: DocumentBase;
}

/** How a document is read. */
export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  /** What else can be done where it may not be read: `send the inventory itself`. */
  readonly instead?: string | undefined;
}

/** Reads documents that are named by a path or an http(s) URL. */
export class DocumentReader {
  readonly #options: DocumentReaderOptions;

  constructor(options: DocumentReaderOptions) {
    this.#options = options;
  }

  /** Rejects with FakeNosError `inventory_not_allowed` or `inventory_unreachable`, or with the signal's reason. */
  async read(location: string, base: DocumentBase, options: ReadOptions = {}): Promise<FoundDocument> {
    options.signal?.throwIfAborted();
    const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(location)?.[1]?.toLowerCase();
    if (scheme === undefined) return this.#readFile(location, base, options);
    if (scheme !== 'http' && scheme !== 'https') throw strangeScheme(location, scheme);
    return this.#fetch(location, base, options);
  }

  async #readFile(
    location: string,
    { trusted, folder }: DocumentBase,
    { instead }: ReadOptions,
  ): Promise<FoundDocument> {
    const { folders } = this.#options;
    const { path, text } = await readDocumentFile(location, {
      folders: [...(folder === undefined ? [] : [folder]), ...folders],
      ...(trusted ? {} : { within: folders }),
      advice: adviceOf('its folder under inventory_folders', instead),
    });
    return { name: path, text, base: { trusted, folder: dirname(path) } };
  }

  async #fetch(
    location: string,
    base: DocumentBase,
    { signal, instead }: ReadOptions,
  ): Promise<FoundDocument> {
    if (!URL.canParse(location))
      throw new FakeNosError('inventory_unreachable', `${location} is no URL; check how it is written.`);
    const { allowedUrls, fetch } = this.#options;
    const { origin, username, password } = new URL(location);
    if (username !== '' || password !== '')
      throw new FakeNosError(
        'inventory_not_allowed',
        'A URL with a user name or password is not fetched; leave them out.',
      );
    const isAllowed = (url: URL) => (base.trusted && url.origin === origin) || isAllowedUrl(url, allowedUrls);
    const advice = adviceOf('its beginning under allowed_urls', instead);
    const text = await fetchDocument(location, { fetch, isAllowed, advice, signal });
    // Whoever answers there is not the operator.
    return { name: location, text, base: { trusted: false } };
  }
}

function adviceOf(listing: string, instead: string | undefined): string {
  return `Have the operator list ${listing}${instead === undefined ? '' : `, or ${instead}`}.`;
}

function strangeScheme(location: string, scheme: string): FakeNosError {
  const instead =
    scheme === 'nf'
      ? "nf:// addresses belong to NorFab's file service; give the path or the http(s) URL of the file"
      : 'give a path or an http(s) URL';
  return new FakeNosError('inventory_not_allowed', `${location} cannot be read: ${instead}.`);
}
