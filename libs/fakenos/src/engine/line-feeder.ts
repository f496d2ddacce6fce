const CARRIAGE_RETURN = 0x0d;
const LINE_FEED = 0x0a;

/** Bytes of a client: either some that end no line, or one line's end. */
export interface FedPiece {
  readonly bytes: Uint8Array;
  readonly endsLine: boolean;
}

/**
 * Hands out what a client typed piece by piece, so that something can happen before a line is run and after it. A line
 * ends with CR, LF or CR LF; these come as a piece of their own.
 */
export class LineFeeder {
  readonly #pieces: FedPiece[] = [];
  #size = 0;
  #at = 0;
  #afterCarriageReturn = false;

  /** Bytes that wait. */
  get size(): number {
    return this.#size;
  }

  push(bytes: Uint8Array): void {
    let start = 0;
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at];
      const second = this.#afterCarriageReturn && byte === LINE_FEED;
      this.#afterCarriageReturn = byte === CARRIAGE_RETURN;
      if (byte !== CARRIAGE_RETURN && byte !== LINE_FEED) continue;
      // The LF of a CR LF that comes alone has nothing to end: the decoder of keys drops it.
      this.#add(bytes.subarray(start, at), false);
      this.#add(bytes.subarray(at, at + 1), !second);
      start = at + 1;
    }
    this.#add(bytes.subarray(start), false);
  }

  /** The next piece; undefined when nothing waits. */
  next(): FedPiece | undefined {
    const piece = this.#pieces[this.#at];
    if (!piece) return undefined;
    this.#at++;
    this.#size -= piece.bytes.length;
    if (this.#at === this.#pieces.length) this.clear();
    return piece;
  }

  clear(): void {
    this.#pieces.length = 0;
    this.#at = 0;
    this.#size = 0;
  }

  #add(bytes: Uint8Array, endsLine: boolean): void {
    if (bytes.length === 0) return;
    this.#pieces.push({ bytes, endsLine });
    this.#size += bytes.length;
  }
}
