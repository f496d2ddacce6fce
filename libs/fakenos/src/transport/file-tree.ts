import { posix } from 'node:path';

/** What stands at a path. */
export type FileEntryFacts =
  { readonly kind: 'directory' } | { readonly kind: 'file'; readonly size: number };

/** Files by absolute path, seen as a file system: directories are there because something is in them. */
export class FileTree {
  readonly #files = new Map<string, Buffer>();
  /** Names by directory. */
  readonly #directories = new Map<string, Set<string>>([['/', new Set()]]);

  constructor(files: ReadonlyMap<string, string>) {
    for (const [path, text] of files) {
      const absolute = this.resolve(path);
      this.#files.set(absolute, Buffer.from(text));
      this.#register(absolute);
    }
  }

  /** The absolute form of a path: from the root, and without the name of a storage (`flash:`), of which there is one. */
  resolve(path: string): string {
    return posix.resolve('/', path.replace(/^\/?[a-z][\w-]*:/i, ''));
  }

  /** Undefined when there is nothing. */
  stat(path: string): FileEntryFacts | undefined {
    const absolute = this.resolve(path);
    const file = this.#files.get(absolute);
    if (file) return { kind: 'file', size: file.length };
    return this.#directories.has(absolute) ? { kind: 'directory' } : undefined;
  }

  /** Undefined when it is no file. */
  read(path: string): Buffer | undefined {
    return this.#files.get(this.resolve(path));
  }

  /** Names in a directory, sorted; undefined when it is none. */
  list(path: string): readonly string[] | undefined {
    const names = this.#directories.get(this.resolve(path));
    return names && [...names].sort();
  }

  #register(path: string): void {
    const directory = posix.dirname(path);
    const names = this.#directories.get(directory) ?? new Set();
    names.add(posix.basename(path));
    const isNew = !this.#directories.has(directory);
    this.#directories.set(directory, names);
    if (isNew) this.#register(directory);
  }
}
