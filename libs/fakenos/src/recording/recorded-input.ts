import type { Dialogue, DialogueClient, OpenDialogue } from '../engine/dialogue';
import type { FedPiece } from '../engine/line-feeder';
import { LineFeeder } from '../engine/line-feeder';
import type { SessionTape } from './session-tape';

/**
 * Gives a session what its client types, one line at a time, and puts that on a tape: each line when it is taken, so
 * that what is typed without echo is known to be a secret.
 */
export class RecordedInput implements Dialogue {
  readonly #behind: Dialogue;
  readonly #tape: () => SessionTape | undefined;
  readonly #typed = new LineFeeder();
  readonly #text = new TextDecoder('utf-8', { ignoreBOM: true });
  #blocked = false;
  #inputOver = false;

  /** `tape` is asked anew each time: there is none before the session has begun. */
  constructor(client: DialogueClient, open: OpenDialogue, tape: () => SessionTape | undefined) {
    this.#tape = tape;
    const { sink, overrides } = client;
    this.#behind = open({
      ...client,
      overrides: {
        answer: (line) => {
          tape()?.ran(line);
          return overrides?.answer(line);
        },
        prompt: (own) => overrides?.prompt(own) ?? own,
      },
      sink: {
        write: (text, stream) => {
          const room = sink.write(text, stream);
          if (!room) this.#blocked = true;
          return room;
        },
        end: (status) => sink.end(status),
      },
    });
  }

  get awaits(): Dialogue['awaits'] {
    return this.#behind.awaits ?? 'command';
  }

  interact(): void {
    this.#behind.interact();
    this.#pump();
  }

  execute(command: string): void {
    this.#behind.execute(command);
    this.#pump();
  }

  input(bytes: Uint8Array): void {
    this.#typed.push(bytes);
    this.#pump();
  }

  inputOver(): void {
    this.#inputOver = true;
    this.#pump();
  }

  resume(): void {
    this.#blocked = false;
    this.#behind.resume();
    this.#pump();
  }

  resize(rows: number, columns: number): void {
    this.#behind.resize(rows, columns);
  }

  hungUp(): void {
    this.#typed.clear();
    this.#behind.hungUp?.();
  }

  #pump(): void {
    while (!this.#blocked) {
      const piece = this.#typed.next();
      if (!piece) break;
      this.#give(piece);
    }
    if (this.#blocked || !this.#inputOver) return;
    this.#inputOver = false;
    this.#behind.inputOver();
  }

  #give({ bytes, endsLine }: FedPiece): void {
    let at = 0;
    // After the last key of paged output a line may follow in the same piece.
    for (; at < bytes.length && this.awaits === 'key'; at++) {
      const key = bytes.subarray(at, at + 1);
      this.#tape()?.pressed(this.#text.decode(key, { stream: true }));
      this.#behind.input(key);
    }
    if (at === bytes.length) return;
    const text = this.#text.decode(bytes.subarray(at), { stream: true });
    if (endsLine || this.awaits !== 'secret') this.#tape()?.typed(text, endsLine);
    this.#behind.input(bytes.subarray(at));
  }
}
