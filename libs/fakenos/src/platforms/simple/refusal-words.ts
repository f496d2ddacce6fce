import type { RefusalCall, Refusals } from '../../engine/platform';

/** A marker below the word that makes no sense, and these words: `% Invalid input detected at '^' marker.` */
export function markedRefusals(words: { readonly [Kind in keyof Refusals]: string }): Refusals {
  const marked = ({ column, promptLength }: RefusalCall, text: string) =>
    `${' '.repeat(promptLength + column)}^\n${text}\n`;
  return {
    unknown: (call) => marked(call, words.unknown.replace('<line>', call.line.trim())),
    incomplete: () => `${words.incomplete}\n`,
    ambiguous: ({ line }) => `${words.ambiguous.replace('<line>', line.trim())}\n`,
  };
}

/** The same words whatever is wrong; `<line>` and `<word>` stand for the line, and the word that makes no sense. */
export function plainRefusals(unknown: string, incomplete = unknown, ambiguous = unknown): Refusals {
  const say =
    (text: string) =>
    ({ line, column }: RefusalCall) => {
      const [word = ''] = line.slice(column).trim().split(/\s+/);
      return `${text.replaceAll('<line>', line.trim()).replaceAll('<word>', word)}\n`;
    };
  return { unknown: say(unknown), incomplete: say(incomplete), ambiguous: say(ambiguous) };
}

/** As Cisco words it, and many that learnt from it. */
export const ciscoRefusals = markedRefusals({
  unknown: "% Invalid input detected at '^' marker.",
  incomplete: '% Incomplete command.',
  ambiguous: '% Ambiguous command:  "<line>"',
});
