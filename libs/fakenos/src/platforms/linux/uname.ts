import type { FakeDevice } from '../../device/fake-device';
import type { CommandEffect } from '../../engine/platform';
import { commandFlags } from './command-flags';

const KERNEL = '6.1.0-28-amd64';

/** `uname` with its flags, together or apart: `-a`, `-sr`. */
export function uname({ name }: FakeDevice, words: readonly string[]): CommandEffect {
  const { letters } = commandFlags(words);
  const fields = new Map([
    ['s', 'Linux'],
    ['n', name],
    ['r', KERNEL],
    ['v', '#1 SMP PREEMPT_DYNAMIC Debian'],
    ['m', 'x86_64'],
    ['o', 'GNU/Linux'],
  ]);
  const unknown = letters.find((letter) => letter !== 'a' && !fields.has(letter));
  if (unknown !== undefined) return { error: `uname: invalid option -- '${unknown}'`, status: 1 };
  const wanted = letters.length === 0 ? ['s'] : letters;
  const shown = [...fields].filter(([letter]) => wanted.includes('a') || wanted.includes(letter));
  return { output: shown.map(([, value]) => value).join(' ') };
}
