/** One file as it is uploaded. */
export interface UploadFile {
  /** Relative to the topology's folder, with `/` between its parts. */
  readonly name: string;
  readonly content: Uint8Array;
}
