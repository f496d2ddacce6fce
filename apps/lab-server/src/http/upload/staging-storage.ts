import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { StorageEngine } from 'multer';
import { Refusal } from '../../refusal';
import { UPLOAD_LIMITS } from './upload-limits';

/**
 * Stores the files of one upload in `folder` under names of our own (0, 1, 2, …), so that no name of a client ever
 * touches the disk, and counts the bytes of all of them together.
 */
export function stagingStorage(folder: string): StorageEngine {
  let files = 0;
  let bytes = 0;
  const count = (): Transform =>
    new Transform({
      transform(chunk: Buffer, _encoding, done) {
        bytes += chunk.length;
        if (bytes <= UPLOAD_LIMITS.totalBytes) done(null, chunk);
        else done(tooLarge());
      },
    });
  return {
    _handleFile(_request, file, done) {
      const path = join(folder, String(files++));
      const sink = createWriteStream(path, { flags: 'wx', mode: 0o600 });
      pipeline(file.stream, count(), sink).then(
        () => done(null, { path, size: sink.bytesWritten }),
        (error: unknown) => {
          // The rest of the part must be read for the parser to get to its end.
          file.stream.resume();
          done(error);
        },
      );
    },
    _removeFile(_request, file, done) {
      rm(file.path, { force: true }).then(() => done(null), done);
    },
  };
}

function tooLarge(): Refusal {
  return new Refusal(
    'upload_too_large',
    `All files together may have ${UPLOAD_LIMITS.totalBytes} bytes; leave out what the topology does not refer to.`,
  );
}
