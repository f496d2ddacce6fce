import { randomBytes } from 'node:crypto';

/** Names the entries of a journal so that those of an earlier server, which counted alike, are not mistaken for its own. */
export class EventIds {
  readonly #boot = randomBytes(4).toString('hex');

  /** `<boot>-<seq>`. */
  write(seq: number): string {
    return `${this.#boot}-${seq}`;
  }

  /** The number in an id of this server, at most `last`; undefined for anything else. */
  read(id: string | undefined, last: number): number | undefined {
    const [, boot, seq] = /^([0-9a-f]{8})-(\d{1,15})$/.exec(id ?? '') ?? [];
    return boot === this.#boot && Number(seq) <= last ? Number(seq) : undefined;
  }
}
