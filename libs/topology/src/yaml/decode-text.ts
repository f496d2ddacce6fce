import type { Place } from './data';
import { SourceText } from './source-text';

/**
 * The text of a YAML file, without byte-order mark.
 *
 * @returns the text, or what is wrong and where: only UTF-8 without control characters is YAML to us
 */
export function decodeText(
  file: string,
  content: Uint8Array,
): SourceText | { place: Place; message: string } {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return { place: firstBadByte(file, content), message: 'the file is not UTF-8 text' };
  }
  const source = new SourceText(file, text);
  const control = /(?![\t\n\r\u0085])\p{Cc}/u.exec(text);
  if (control === null) return source;
  const code = control[0].charCodeAt(0).toString(16).padStart(2, '0');
  return { place: source.at(control.index), message: `control character 0x${code}: this is not a text file` };
}

/** Decodes ever smaller halves: the longest beginning that is valid ends where the bad byte is. */
function firstBadByte(file: string, content: Uint8Array): Place {
  const decoder = (length: number): string | undefined => {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(content.subarray(0, length), { stream: true });
    } catch {
      return undefined;
    }
  };
  let good = 0;
  let bad = content.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decoder(middle) === undefined) bad = middle;
    else good = middle;
  }
  const text = decoder(good) ?? '';
  return new SourceText(file, text).at(text.length);
}
