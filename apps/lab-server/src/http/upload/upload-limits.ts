const MEBIBYTE = 1024 * 1024;

/** What an upload may bring; generous for topologies, small for a disk. */
export const UPLOAD_LIMITS = {
  topologyBytes: MEBIBYTE,
  extraFileBytes: 8 * MEBIBYTE,
  totalBytes: 32 * MEBIBYTE,
  /** As the original: file parts in one request. */
  files: 1000,
  textPartBytes: MEBIBYTE,
  /** Text is held in memory: little of it for a form that is read only to list what is wrong with it. */
  discardedTextPartBytes: 16 * 1024,
  textParts: 8,
  /** A refused upload is read up to here, so that its sender sees the refusal. */
  drainBytes: 64 * MEBIBYTE,
} as const;
