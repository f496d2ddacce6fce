import type { TelnetEvent } from './telnet-decoder';
import { TELNET, TELNET_OPTION } from './telnet-protocol';

const { IAC, WILL, WONT, DO, DONT } = TELNET;
const { ECHO, SUPPRESS_GO_AHEAD, WINDOW_SIZE } = TELNET_OPTION;

/** What a device says first: it echoes, character by character, and would like to know the size of the window. */
export const TELNET_OFFER = Buffer.from([
  ...[IAC, WILL, ECHO],
  ...[IAC, WILL, SUPPRESS_GO_AHEAD],
  ...[IAC, DO, WINDOW_SIZE],
]);

/** A device's side of the negotiation of options: what it does not know it refuses, each once. */
export class TelnetOptions {
  readonly #answered = new Set<string>();

  /** What to answer, if anything: what was offered or asked for needs no answer to the answer. */
  answer(event: TelnetEvent): Uint8Array | undefined {
    if (event.kind !== 'do' && event.kind !== 'will') return undefined;
    const { kind, option } = event;
    if (kind === 'do' && (option === ECHO || option === SUPPRESS_GO_AHEAD)) return undefined;
    if (kind === 'will' && option === WINDOW_SIZE) return undefined;
    const key = `${kind} ${option}`;
    if (this.#answered.has(key)) return undefined;
    this.#answered.add(key);
    if (kind === 'do') return Buffer.from([IAC, WONT, option]);
    return Buffer.from([IAC, option === SUPPRESS_GO_AHEAD ? DO : DONT, option]);
  }
}
