const MEBIBYTE = 1024 * 1024;

/** What a server takes, unless it is told otherwise; more is neither downloaded nor searched for. */
export const UPLOAD_LIMITS = {
  topologyBytes: MEBIBYTE,
  extraFileBytes: 8 * MEBIBYTE,
  totalBytes: 32 * MEBIBYTE,
  /** With the topology. */
  files: 1000,
} as const;
