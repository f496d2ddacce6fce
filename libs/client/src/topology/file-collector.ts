import path from 'node:path';
import { RemoteLabError } from '../errors';
import type { SourceFolder } from './source-folder';
import type { UploadFile } from './upload-file';
import { UPLOAD_LIMITS } from './upload-limits';

/** Gathers extra files of one folder, each once, within the limits of an upload. */
export class FileCollector {
  private readonly contents = new Map<string, Uint8Array>();
  private bytes = 0;

  constructor(
    readonly folder: SourceFolder,
    /** Never an extra file. */
    private readonly topology: UploadFile,
  ) {
    this.bytes = topology.content.byteLength;
  }

  /** In the order in which they were taken. */
  get files(): readonly UploadFile[] {
    return [...this.contents].map(([name, content]) => ({ name, content }));
  }

  /**
   * Takes the file, and gives its content; undefined when there is none of that name.
   * @throws RemoteLabError `too_many_files`, `upload_too_large`, and what the folder throws
   */
  async take(name: string): Promise<Uint8Array | undefined> {
    if (this.isTopology(name)) return undefined;
    const known = this.contents.get(name) ?? (await this.folder.read(name));
    if (known === undefined || this.contents.has(name)) return known;
    this.contents.set(name, known);
    this.bytes += known.byteLength;
    const { files, totalBytes } = UPLOAD_LIMITS;
    if (this.contents.size >= files)
      throw new RemoteLabError('too_many_files', `An upload has at most ${files} files, with the topology.`);
    if (this.bytes > totalBytes)
      throw new RemoteLabError(
        'upload_too_large',
        `The files of ${this.folder.shown} that should be uploaded have more than ${totalBytes} bytes together.`,
      );
    return known;
  }

  /** Whether this is the name of the topology itself. */
  isTopology(name: string): boolean {
    return name === this.topology.name;
  }

  /** Takes every file that is in the folder of that name, or below it. Nothing where nothing can be listed. */
  async takeFolder(name: string): Promise<number> {
    const names = (await this.folder.list(name, 'deep')) ?? [];
    for (const each of names) await this.take(each);
    return names.length;
  }
}

/**
 * The name that `name` has when it counts from the file called `from`.
 * @throws RemoteLabError `unsafe_file_name` when that is not in the topology's folder
 */
export function nameBeside(from: string, name: string, place: string, folder: SourceFolder): string {
  const target = path.posix.normalize(path.posix.join(path.posix.dirname(from), name)).replace(/\/+$/, '');
  if (!/^[/~]/.test(name) && target !== '..' && !target.startsWith('../'))
    return target === '.' ? '' : target;
  throw new RemoteLabError(
    'unsafe_file_name',
    `${from}: ${place}: "${name}" is not in ${folder.shown}, the folder of the topology, and cannot be uploaded. ` +
      'Copy it there and name it from there.',
  );
}
