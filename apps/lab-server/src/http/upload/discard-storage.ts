import type { StorageEngine } from 'multer';

/** Reads files and keeps nothing of them: for a request that is refused anyway but must be read. */
export const discardStorage: StorageEngine = {
  _handleFile(_request, file, done) {
    let size = 0;
    file.stream
      .on('data', (chunk: Buffer) => (size += chunk.length))
      .on('end', () => done(null, { path: '', size }))
      .on('error', done);
  },
  _removeFile(_request, _file, done) {
    done(null);
  },
};
