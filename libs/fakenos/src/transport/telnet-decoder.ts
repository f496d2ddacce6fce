import { TELNET, TELNET_ARE_YOU_THERE, TELNET_KEYS, TELNET_OPTION } from './telnet-protocol';

/** What a client says beside its data. */
export type TelnetEvent =
  | { readonly kind: 'will' | 'wont' | 'do' | 'dont'; readonly option: number }
  | { readonly kind: 'window-size'; readonly columns: number; readonly rows: number }
  | { readonly kind: 'are-you-there' };

const NUL = 0x00;
const CARRIAGE_RETURN = 0x0d;
const WINDOW_SIZE_BYTES = 4;
/** Of a longer subnegotiation the rest is dropped. */
const LONGEST_SUBNEGOTIATION = 64;
const VERBS: Readonly<Record<number, 'will' | 'wont' | 'do' | 'dont'>> = {
  [TELNET.WILL]: 'will',
  [TELNET.WONT]: 'wont',
  [TELNET.DO]: 'do',
  [TELNET.DONT]: 'dont',
};

/**
 * Takes Telnet's commands out of a client's bytes. Never throws, whatever comes.
 *
 * - data: bytes are the client's.
 * - command: after an IAC; the next byte says what it is.
 * - option: after WILL, WONT, DO or DONT; the next byte is the option.
 * - subnegotiation: after SB, until IAC SE; `quoted` after an IAC within.
 */
export class TelnetDecoder {
  #state: 'data' | 'command' | 'option' | 'subnegotiation' | 'quoted' = 'data';
  #verb: 'will' | 'wont' | 'do' | 'dont' = 'will';
  #subnegotiation: number[] = [];
  #afterCarriageReturn = false;

  /** The data, without commands and without the NUL after a CR; what else was said goes to `onEvent`. */
  decode(bytes: Uint8Array, onEvent: (event: TelnetEvent) => void): Uint8Array {
    const data = Buffer.allocUnsafe(bytes.length);
    let length = 0;
    for (const byte of bytes) {
      const taken = this.#take(byte, onEvent);
      if (taken !== undefined) data[length++] = taken;
    }
    return data.subarray(0, length);
  }

  /** The byte of data that it makes, if any. */
  #take(byte: number, onEvent: (event: TelnetEvent) => void): number | undefined {
    switch (this.#state) {
      case 'data':
        if (byte !== TELNET.IAC) return this.#data(byte);
        this.#state = 'command';
        return undefined;
      case 'command':
        return this.#command(byte, onEvent);
      case 'option':
        this.#state = 'data';
        onEvent({ kind: this.#verb, option: byte });
        return undefined;
      case 'subnegotiation':
        if (byte === TELNET.IAC) this.#state = 'quoted';
        else this.#keep(byte);
        return undefined;
      case 'quoted':
        this.#quoted(byte, onEvent);
        return undefined;
    }
  }

  #data(byte: number): number | undefined {
    const padding = this.#afterCarriageReturn && byte === NUL;
    this.#afterCarriageReturn = byte === CARRIAGE_RETURN;
    return padding ? undefined : byte;
  }

  #command(byte: number, onEvent: (event: TelnetEvent) => void): number | undefined {
    this.#state = 'data';
    if (byte === TELNET.IAC) return this.#data(byte);
    const verb = VERBS[byte];
    if (verb) {
      this.#verb = verb;
      this.#state = 'option';
    } else if (byte === TELNET.SB) {
      this.#subnegotiation = [];
      this.#state = 'subnegotiation';
    } else if (byte === TELNET_ARE_YOU_THERE) onEvent({ kind: 'are-you-there' });
    const key = TELNET_KEYS[byte];
    return key === undefined ? undefined : this.#data(key);
  }

  #quoted(byte: number, onEvent: (event: TelnetEvent) => void): void {
    this.#state = 'subnegotiation';
    if (byte === TELNET.IAC) return this.#keep(byte);
    // Anything but an SE is a client's mistake; it ends the subnegotiation, too.
    this.#state = 'data';
    const [option, ...rest] = this.#subnegotiation;
    if (byte !== TELNET.SE || option !== TELNET_OPTION.WINDOW_SIZE || rest.length !== WINDOW_SIZE_BYTES)
      return;
    const size = Buffer.from(rest);
    onEvent({ kind: 'window-size', columns: size.readUInt16BE(0), rows: size.readUInt16BE(2) });
  }

  #keep(byte: number): void {
    if (this.#subnegotiation.length < LONGEST_SUBNEGOTIATION) this.#subnegotiation.push(byte);
  }
}
