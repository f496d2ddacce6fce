/** Where the files beside a topology come from. Names are relative to it, with `/` between their parts. */
export interface SourceFolder {
  /** As it is told to the user. */
  readonly shown: string;
  /** Its path when it is on this machine. */
  readonly path: string | undefined;
  /**
   * The file of that name, or undefined when there is none.
   * @throws RemoteLabError `topology_unreadable`, `unsafe_file_name` for what leads out of the folder,
   * `upload_too_large`, or the reason of the signal that it was made with
   */
  read(name: string): Promise<Uint8Array | undefined>;
  /**
   * The names of the files in a folder, in order; empty when there is none. `undefined` where nothing can be listed.
   * @throws as {@link read}, and RemoteLabError `too_many_files`
   */
  list(folder: string, depth: 'flat' | 'deep'): Promise<readonly string[] | undefined>;
}
