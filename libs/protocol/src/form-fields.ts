/** The parts of the multipart body of `POST /lab`. */
export const FORM_FIELDS = {
  /** File part, required: the Netlab topology. */
  topology: 'topology',
  /** File part, repeatable: files that the topology refers to, with their path as file name. */
  extraFiles: 'extra_files',
  /** Text part: whether a lab of the same identity may be shared; `true` when absent. */
  reuse: 'reuse',
} as const;

const TRUE_WORDS: readonly string[] = ['true', '1', 'on', 'yes', 'y', 't'];
const FALSE_WORDS: readonly string[] = ['false', '0', 'off', 'no', 'n', 'f'];

/** Reads a boolean as the original does (any case); `undefined` when the text is neither. */
export function parseWireBoolean(text: string): boolean | undefined {
  const word = text.toLowerCase();
  if (TRUE_WORDS.includes(word)) return true;
  return FALSE_WORDS.includes(word) ? false : undefined;
}
