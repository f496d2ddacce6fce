import type { Recording, RecordingEvent } from './recording';

/** Something typed in a recorded session, and what was said to it. */
export interface Exchange {
  /** `command`: a line that was run; `answer`: a line that a command asked for; `key`: one that went on with paged output. */
  readonly kind: 'command' | 'answer' | 'key';
  /** The command line, or the key; empty for an answer. */
  readonly typed: string;
  /** An answer that was not echoed. */
  readonly secret: boolean;
  /** What was said, without the echo of the line; with the prompt at its end. */
  readonly said: string;
}

/** A recorded session as what was said first, and what was said to each line and key. */
export interface Exchanges {
  readonly opening: string;
  readonly exchanges: readonly Exchange[];
}

export function readExchanges({ events, terminal, kind }: Recording): Exchanges {
  const echoed = terminal && kind === 'shell';
  let opening = '';
  const exchanges: { -readonly [Key in keyof Exchange]: Exchange[Key] }[] = [];
  for (const event of events) {
    const last = exchanges.at(-1);
    if (event.kind === 'out' && last) last.said += event.text;
    else if (event.kind === 'out') opening += event.text;
    else exchanges.push({ ...whatWasTyped(event), said: '' });
  }
  if (!echoed) return { opening, exchanges };
  return { opening, exchanges: exchanges.map((one) => ({ ...one, said: withoutEcho(one) })) };
}

/** The last line of a text, which nobody has ended: a prompt, or a question. */
export function promptOf(said: string): string {
  return said.slice(said.lastIndexOf('\n') + 1);
}

function whatWasTyped({ text, command, key }: RecordingEvent): Pick<Exchange, 'kind' | 'typed' | 'secret'> {
  if (key) return { kind: 'key', typed: text, secret: false };
  if (command !== undefined) return { kind: 'command', typed: command, secret: false };
  return { kind: 'answer', typed: '', secret: /^[\r\n]+$/.test(text) };
}

function withoutEcho({ kind, said }: Exchange): string {
  return kind === 'key' ? said : said.slice(said.indexOf('\n') + 1);
}
