import { RemoteLabError } from '../errors';
import { download, shown, type DownloadOptions } from './download';
import type { SourceFolder } from './source-folder';
import { UPLOAD_LIMITS } from './upload-limits';

/** What file servers answer for a file that is not there: some hide that, some show a page to log in. */
const MISSING = new Set<number | undefined>([200, 403, 404, 410]);

/** The folder of a topology that is downloaded. It cannot be listed. */
export function remoteFolder(topology: URL, options: Omit<DownloadOptions, 'limit'>): SourceFolder {
  const folder = new URL('.', topology);
  return {
    shown: shown(folder.href),
    path: undefined,
    async read(name) {
      const url = new URL(name.split('/').map(encodeURIComponent).join('/'), folder);
      try {
        return await download(url, { ...options, limit: UPLOAD_LIMITS.extraFileBytes });
      } catch (error) {
        const missing =
          error instanceof RemoteLabError &&
          error.code === 'topology_unreadable' &&
          MISSING.has(error.status);
        if (missing) return undefined;
        throw error;
      }
    },
    list: () => Promise.resolve(undefined),
  };
}
