import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { QueueStore } from './queue-store';
import type { SessionQueue } from './session-queue';
import { openSqliteStore } from './stores/sqlite-queue-store';
import { FakeClock } from './test-fixtures/fake-clock';
import { anyCommand, type QueueCommand } from './test-fixtures/queue-commands';
import { openQueue } from './test-fixtures/queue-on-store';
import { ReferenceQueue } from './test-fixtures/reference-queue';
import { temporaryFolder } from './test-fixtures/temporary-folder';
import { wrappedStore } from './test-fixtures/wrapped-store';

/** The real queue on a file and the reference beside it, doing the same. */
class Pair implements AsyncDisposable {
  readonly #clock = new FakeClock();
  readonly #reference = new ReferenceQueue();
  readonly #ids: string[] = [];
  readonly #pins = new Map<string, Disposable[]>();
  readonly #stores: QueueStore[] = [];
  #failing = false;

  #store: QueueStore | undefined;
  #queue: SessionQueue | undefined;

  private constructor(private readonly file: string) {}

  static async on(file: string): Promise<Pair> {
    const pair = new Pair(file);
    await pair.#open();
    return pair;
  }

  get queue(): SessionQueue {
    if (this.#queue === undefined) throw new Error('The pair was not opened.');
    return this.#queue;
  }

  async run(command: QueueCommand): Promise<void> {
    const now = this.#clock.now();
    switch (command.do) {
      case 'enqueue': {
        const { waitTimeoutMs } = command;
        const { id } = await this.queue.enqueue(waitTimeoutMs === undefined ? {} : { waitTimeoutMs });
        this.#ids.push(id);
        return this.#reference.enqueue(id, waitTimeoutMs, now);
      }
      case 'end': {
        const id = this.#pick(command.who);
        await this.queue.end(id, command.reason);
        return this.#reference.end(id, command.reason, now);
      }
      case 'renew': {
        const id = this.#pick(command.who);
        expect(this.queue.renew(id)).toBe(this.#reference.members.some((member) => member.id === id));
        return this.#reference.renew(id, now);
      }
      case 'pin': {
        const id = this.#pick(command.who);
        if (this.queue.find(id) === undefined) return;
        this.#pins.set(id, [...(this.#pins.get(id) ?? []), this.queue.pin(id)]);
        return this.#reference.pin(id, 1, now);
      }
      case 'unpin': {
        const id = this.#pick(command.who);
        const pin = this.#pins.get(id)?.pop();
        if (pin === undefined) return;
        pin[Symbol.dispose]();
        return this.#reference.pin(id, -1, now);
      }
      case 'advance':
        return this.#clock.advance(command.ms);
      case 'expire': {
        const ended = await this.queue.expire();
        return expect(ended.map(({ id }) => id)).toEqual(this.#reference.expire(now));
      }
      case 'fail': {
        this.#failing = true;
        await expect(this.queue.enqueue()).rejects.toThrow('on purpose');
        this.#failing = false;
        return;
      }
      case 'restart':
        return this.#restart(command.how);
    }
  }

  /** What is true after every command. */
  check(): void {
    const live = [this.queue.active(), ...this.queue.waiting()].filter((session) => session !== undefined);
    const { members } = this.#reference;
    expect(live.map(({ id }) => id)).toEqual(members.map(({ id }) => id));
    expect(live.map(({ status }) => status)).toEqual(live.map((_, i) => (i === 0 ? 'active' : 'waiting')));
    for (const [position, { id, ticket, name }] of live.entries()) {
      expect(this.queue.find(id)).toMatchObject({ position, ticket, name });
      expect(ticket).toBeGreaterThan(live[position - 1]?.ticket ?? 0);
    }
    expect(new Set(live.map(({ name }) => name)).size).toBe(live.length);
    expect(this.queue.counts()).toEqual({
      waiting: Math.max(0, live.length - 1),
      active: Math.min(1, live.length),
    });
    expect((this.queue.nextExpiry() ?? Infinity) - 1).toBe(this.#reference.quietUntil());
    for (const id of this.#ids) expect(this.queue.loss(id)?.reason).toBe(this.#reference.lost.get(id));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#stores.map((store) => store.close()));
  }

  #pick(who: number): string {
    return this.#ids.at(-1 - who) ?? 'nobody';
  }

  async #open(): Promise<void> {
    const store = await openSqliteStore({ file: this.file });
    this.#stores.push(store);
    this.#store = wrappedStore(store, (step) => {
      if (this.#failing && step === 'commit') throw new Error('on purpose');
    });
    this.#queue = await openQueue(this.#store, this.#clock);
  }

  /** A killed one is left as it is: nothing of it is closed before its successor works. */
  async #restart(how: 'closed' | 'killed'): Promise<void> {
    if (how === 'closed') {
      await this.queue.close();
      await this.#store?.close();
    }
    this.#pins.clear();
    await this.#open();
    this.#reference.restart(this.#clock.now());
  }
}

test('whatever is done to it, the queue does as the reference does', async () => {
  await using folder = await temporaryFolder();
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(anyCommand, { maxLength: 60 }), async (commands) => {
      await using pair = await Pair.on(join(folder.path, `queue-${++runs}.db`));
      for (const command of commands) {
        await pair.run(command);
        pair.check();
      }
    }),
    { numRuns: 100 },
  );
}, 120_000);
