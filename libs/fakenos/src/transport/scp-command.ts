/** What a client's `scp` asks for when it runs `scp` on the device. */
export type ScpCommand =
  | { readonly kind: 'download'; readonly paths: readonly string[]; readonly times: boolean }
  | { readonly kind: 'upload' };

/** Undefined for a line that is none of `scp`'s own: a person typed it, or it is another command. */
export function readScpCommand(line: string): ScpCommand | undefined {
  const words = [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, plain]) => single ?? double ?? plain ?? '',
  );
  if (words[0] !== 'scp') return undefined;
  const end = words.indexOf('--');
  const isFlag = (word: string, index: number) => word.startsWith('-') && (end === -1 || index < end);
  const flags = words.filter(isFlag).join('');
  const paths = words.slice(1).filter((word, index) => !isFlag(word, index + 1) && index + 1 !== end);
  if (flags.includes('t')) return { kind: 'upload' };
  return flags.includes('f') ? { kind: 'download', paths, times: flags.includes('p') } : undefined;
}
