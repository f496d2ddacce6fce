import type { Dialogue, DialogueClient, OpenDialogue } from '../engine/dialogue';
import { LineFeeder } from '../engine/line-feeder';
import type { HostBehavior } from './host-behavior';
import { PacedOutput } from './paced-output';
import type { Scheduler } from './scheduler';
import { ScriptedWords } from './scripted-words';
import { truncateAnswer } from './truncate-answer';

/** What a session that behaves somehow is made of. */
export interface BehavingOptions {
  /** The session behind it. */
  readonly open: OpenDialogue;
  readonly behavior: HostBehavior;
  readonly scheduler: Scheduler;
}

interface Gathered {
  text: string;
  readonly stream: 'error' | undefined;
}

const MOST_GATHERED = 65_536;
/** Nobody types so much ahead. */
const MOST_WAITING = 1_048_576;

/**
 * A session as a scripted device leads it: it gives the session behind one line at a time, and what that says to the
 * client as late, as slowly, and as far as the behaviour says at that moment.
 *
 * - taking: input goes to the session behind; an Enter makes it answer.
 * - answering: an answer waits or is being printed; input waits.
 * - stalled: the behaviour says that nothing more is answered; input waits until it says otherwise.
 * - gone: the session has ended, was broken off, or its client is gone; nothing happens any more.
 */
export class BehavingDialogue implements Dialogue {
  readonly #client: DialogueClient;
  readonly #behavior: HostBehavior;
  readonly #scheduler: Scheduler;
  readonly #behind: Dialogue;
  readonly #output: PacedOutput;
  readonly #words: ScriptedWords;
  readonly #typed = new LineFeeder();
  readonly #startedMs: number;
  readonly #unwatch: () => void;
  /** What the session begins with, until it has begun. */
  #start: (() => void) | undefined;
  /** What the session behind says to the line that it is given at the moment. */
  #gathering: Gathered[] | undefined;
  #gatheredSize = 0;
  #answeredLines = 0;
  /** An Enter that waits for its answer. */
  #enter: Uint8Array | undefined;
  #behindBlocked = false;
  #inputOver = false;
  #endStatus: number | undefined;
  #gone = false;
  #disarm: (() => void) | undefined;

  constructor(client: DialogueClient, { open, behavior, scheduler }: BehavingOptions) {
    this.#client = client;
    this.#behavior = behavior;
    this.#scheduler = scheduler;
    this.#startedMs = scheduler.now();
    const speed = () => behavior.current.characters_per_second;
    const sink = { write: client.sink.write.bind(client.sink), end: (status: number) => this.#end(status) };
    this.#output = new PacedOutput(sink, scheduler, speed, () => this.#pump());
    this.#words = new ScriptedWords(behavior, client.overrides);
    this.#behind = open({
      ...client,
      overrides: this.#words,
      sink: {
        write: (text, stream) => this.#said(text, stream),
        end: (status) => {
          if (this.#gathering) this.#endStatus = status;
          else this.#output.end(status);
        },
      },
    });
    this.#unwatch = behavior.watch(() => {
      this.#arm();
      // Nobody shall wait an hour for an answer that would come at once by now.
      const { latency_ms = 0, jitter_ms = 0 } = behavior.current;
      this.#output.hurry(latency_ms + jitter_ms);
      this.#pump();
    });
    this.#arm();
  }

  get awaits(): Dialogue['awaits'] {
    return this.#behind.awaits ?? 'command';
  }

  interact(): void {
    this.#start = () => this.#answer(() => this.#behind.interact());
    this.#pump();
  }

  execute(command: string): void {
    this.#chance();
    this.#start = () => {
      this.#answer(() => this.#behind.execute(command));
      this.#answeredLines++;
    };
    this.#pump();
  }

  input(bytes: Uint8Array): void {
    if (this.#gone) return;
    this.#typed.push(bytes);
    if (this.#typed.size > MOST_WAITING) this.#hangUp();
    else this.#pump();
  }

  inputOver(): void {
    this.#inputOver = true;
    this.#pump();
  }

  resume(): void {
    this.#output.resume();
  }

  resize(rows: number, columns: number): void {
    this.#behind.resize(rows, columns);
  }

  hungUp(): void {
    this.#leave();
    this.#behind.hungUp?.();
  }

  /** Gives the session behind what waits for it, as far as its answers leave the client at once. */
  #pump(): void {
    while (!this.#gone && !this.#output.busy && this.#step());
  }

  /** Does one thing; false when there is nothing to do, or nothing is to be done. */
  #step(): boolean {
    if (this.#behindBlocked) {
      this.#behindBlocked = false;
      this.#behind.resume();
      return true;
    }
    if (this.#start) return this.#begin(this.#start);
    if (this.#enter) return this.#press(this.#enter);
    if (this.#stalled) return false;
    const piece = this.#typed.next();
    if (piece?.endsLine) this.#enter = piece.bytes;
    else if (piece) this.#behind.input(piece.bytes);
    else if (this.#inputOver) {
      this.#inputOver = false;
      this.#behind.inputOver();
    } else return false;
    return true;
  }

  #begin(start: () => void): boolean {
    if (!this.#mayAnswer()) return false;
    this.#start = undefined;
    start();
    return true;
  }

  #press(enter: Uint8Array): boolean {
    this.#chance();
    if (!this.#mayAnswer()) return false;
    this.#enter = undefined;
    this.#answer(() => this.#behind.input(enter));
    this.#answeredLines++;
    return true;
  }

  #chance(): void {
    const { drop_probability } = this.#behavior.current;
    if (drop_probability !== undefined && this.#behavior.random() < drop_probability) this.#hangUp();
  }

  #mayAnswer(): boolean {
    const { drop_after_lines = Infinity } = this.#behavior.current;
    if (this.#answeredLines >= drop_after_lines) this.#hangUp();
    return !this.#gone && !this.#stalled;
  }

  get #stalled(): boolean {
    const { stall_after_lines = Infinity } = this.#behavior.current;
    return this.#answeredLines >= stall_after_lines;
  }

  /** Lets the session behind answer, and passes on what it says. */
  #answer(act: () => void): void {
    const gathered: Gathered[] = [];
    this.#gathering = gathered;
    this.#gatheredSize = 0;
    act();
    this.#gathering = undefined;
    const { latency_ms = 0, jitter_ms = 0, truncate_output } = this.#behavior.current;
    const jitter = jitter_ms > 0 ? jitter_ms * this.#behavior.random() : 0;
    this.#output.think(latency_ms + jitter + this.#words.takeDelayMs());
    for (const { text, stream } of gathered) {
      const cut = truncate_output !== undefined && stream === undefined;
      this.#output.write(cut ? truncateAnswer(text, truncate_output, this.#words.lastPrompt) : text, stream);
    }
    if (this.#endStatus !== undefined) this.#output.end(this.#endStatus);
  }

  #said(text: string, stream: 'error' | undefined): boolean {
    const room = this.#gathering
      ? this.#gather(this.#gathering, text, stream)
      : this.#output.write(text, stream);
    if (!room) this.#behindBlocked = true;
    return room;
  }

  #gather(gathered: Gathered[], text: string, stream: 'error' | undefined): boolean {
    const last = gathered.at(-1);
    if (last && last.stream === stream) last.text += text;
    else gathered.push({ text, stream });
    this.#gatheredSize += text.length;
    return this.#gatheredSize < MOST_GATHERED;
  }

  /** Sets the time at which the connection is broken off, if there is one. */
  #arm(): void {
    this.#disarm?.();
    this.#disarm = undefined;
    const { drop_after_seconds } = this.#behavior.current;
    if (drop_after_seconds === undefined || this.#gone) return;
    const dueMs = this.#startedMs + drop_after_seconds * 1_000;
    this.#disarm = this.#scheduler.after(Math.max(0, dueMs - this.#scheduler.now()), () => this.#hangUp());
  }

  #hangUp(): void {
    if (this.#gone) return;
    this.#leave();
    this.#client.connection?.hangUp();
  }

  #end(status: number): void {
    this.#leave();
    this.#client.sink.end(status);
  }

  #leave(): void {
    this.#gone = true;
    this.#unwatch();
    this.#disarm?.();
    this.#disarm = undefined;
    this.#output.stop();
    this.#typed.clear();
  }
}
