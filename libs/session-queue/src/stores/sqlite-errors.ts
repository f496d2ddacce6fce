import { StoreError } from '../errors';

/** The driver's error codes, extended ones (`SQLITE_IOERR_READ`) by their beginning, and ours for them. */
function isDriverCode(error: unknown, ...codes: readonly string[]): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return codes.some((known) => code === known || code.startsWith(`${known}_`));
}

/** Whether somebody else holds the database at the moment. */
export function isBusy(error: unknown): boolean {
  return isDriverCode(error, 'SQLITE_BUSY', 'SQLITE_LOCKED');
}

/** What a failure while opening the database means, and what to do. */
export function openingFailed(file: string, error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  if (isBusy(error)) return storeBusy(file, error);
  const why = error instanceof Error ? error.message : String(error);
  return new StoreError(
    'store_unusable',
    `The database ${file} cannot be used (${why}): see that its folder exists and is writable; if the file itself is ` +
      'damaged, move it and the files beginning with its name away to begin with an empty queue.',
    { cause: error },
  );
}

/** What a failure of the open database means. */
export function statementFailed(file: string, error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  if (isDriverCode(error, 'SQLITE_NOTADB', 'SQLITE_CORRUPT')) return openingFailed(file, error);
  if (isBusy(error)) return storeBusy(file, error);
  const why = error instanceof Error ? error.message : String(error);
  if (isDriverCode(error, 'SQLITE_CONSTRAINT')) {
    return new StoreError('store_conflict', `The change contradicts what is stored (${why}).`, {
      cause: error,
    });
  }
  return new StoreError(
    'store_failed',
    `The database ${file} could not be read or written (${why}): see that the disk has room and is writable.`,
    { cause: error },
  );
}

/** The database was held by others for too long. */
export function storeBusy(file: string, cause: unknown): StoreError {
  return new StoreError(
    'store_busy',
    `The database ${file} is held by another process: see that no other program has it open, then try again.`,
    { cause },
  );
}
