import type { DocumentBase, DocumentReader, FoundDocument } from '../documents/document-reader';
import { documentPath } from '../documents/document-path';
import { FakeNosError } from '../errors';

/** Where the files are that an inventory names, and what the inventory is called. */
export interface NamedDocumentSources {
  readonly reader: DocumentReader;
  readonly base: DocumentBase;
  readonly origin: string;
  readonly signal?: AbortSignal | undefined;
}

/** Who names a file. */
export interface DocumentMention {
  /** The key of the inventory. */
  readonly path: readonly string[];
  /** What else can be done where it may not be read: `give its content as a mapping`. */
  readonly instead?: string;
}

/**
 * Reads a file that an inventory names. Rejects with `inventory_not_allowed` or `inventory_unreachable`, which say where
 * it is named, or with the signal's reason.
 */
export async function readNamedDocument(
  location: string,
  { path, instead }: DocumentMention,
  { reader, base, origin, signal }: NamedDocumentSources,
): Promise<FoundDocument> {
  try {
    return await reader.read(location, base, { signal, instead });
  } catch (error) {
    if (!(error instanceof FakeNosError)) throw error;
    const message = `${origin}: ${documentPath(path)}: ${error.message}`;
    throw new FakeNosError(error.code, message, { cause: error });
  }
}
