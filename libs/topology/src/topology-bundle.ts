/** One uploaded file: a path relative to the topology's folder, `/` between its parts, and its bytes. */
export interface BundleFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** What a lab is built from: the topology file and the files it refers to, with the identity of their content. */
export interface TopologyBundle {
  readonly topology: BundleFile;
  readonly extraFiles: readonly BundleFile[];
  /** Lower-case hexadecimal SHA-256 (64 characters); two bundles with the same identity build the same lab. */
  readonly identity: string;
}
