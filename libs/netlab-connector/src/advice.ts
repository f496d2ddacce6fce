/** What to do about failures that netlab's own words leave one alone with. */
const ADVICE: readonly { readonly command: string; readonly words: RegExp; readonly advice: string }[] = [
  {
    command: 'up',
    // How Python says that it asked a question and stdin is closed: of the providers only this one asks any.
    words: /^EOFError\b/,
    advice:
      'It asks before it starts a topology with "provider: external", which this server cannot use: use clab or libvirt, or fake devices.',
  },
  {
    command: 'up',
    words: /\bKVM is not installed/,
    advice:
      'Write "provider: clab" into the topology, or set it for all with --netlab-env NETLAB_PROVIDER=clab.',
  },
];

/** What to do about a failure that a command of netlab tells in these words; undefined where they say it, or nobody knows. */
export function adviceOn(command: string, words: string): string | undefined {
  return ADVICE.find((one) => one.command === command && one.words.test(words))?.advice;
}
