/** The two topologies of the model. */
export type Topology = 'A' | 'B';

interface ModelSession {
  readonly id: string;
  seen: number;
}

interface ModelLab {
  readonly topology: Topology;
  readonly references: string[];
  readonly users: Set<string>;
  disposable: boolean;
  idleSince: number | undefined;
}

/** Timeouts of the model, in milliseconds; the same ones are given to the real parts. */
export const MODEL_TIMES = { waitingMs: 600_000, activeMs: 300_000, idleTtlMs: 200_000 } as const;

/**
 * Queue and lab in the plainest words: an array and a counter, no promises, no generations. What the broker and the
 * two libraries below it do must be what this does, whatever comes.
 */
export class ReferenceModel {
  now = 0;
  readonly queue: ModelSession[] = [];
  lab: ModelLab | undefined;

  enqueue(id: string): void {
    this.queue.push({ id, seen: this.now });
  }

  heartbeat(id: string): void {
    const session = this.queue.find((each) => each.id === id);
    if (session !== undefined) session.seen = this.now;
  }

  end(id: string, clean: boolean): void {
    const at = this.queue.findIndex((each) => each.id === id);
    if (at < 0) return;
    this.queue.splice(at, 1);
    this.#promoted(at);
    this.#leave(id, clean);
  }

  advance(ms: number): void {
    this.now += ms;
    const idleSince = this.lab?.idleSince;
    if (idleSince !== undefined && this.now - idleSince >= MODEL_TIMES.idleTtlMs) this.lab = undefined;
    const stale = this.queue.filter(
      ({ seen }, position) =>
        this.now - seen > (position === 0 ? MODEL_TIMES.activeMs : MODEL_TIMES.waitingMs),
    );
    for (const { id } of stale) this.end(id, false);
  }

  acquire(
    id: string,
    topology: Topology,
    reuse: boolean,
  ): 'not_found' | 'not_active' | 'busy' | 'started' | 'reused' {
    const gate = this.#gate(id);
    if (gate !== 'open') return gate;
    const { lab } = this;
    if (lab !== undefined && lab.topology === topology && reuse) {
      lab.references.push(id);
      lab.users.add(id);
      lab.idleSince = undefined;
      return 'reused';
    }
    if (lab !== undefined && lab.references.length > 0) return 'busy';
    this.lab = { topology, references: [id], users: new Set([id]), disposable: !reuse, idleSince: undefined };
    return 'started';
  }

  release(id: string): 'not_found' | 'not_active' | 'no_lab' | 'done' {
    const gate = this.#gate(id);
    if (gate !== 'open') return gate;
    if (this.lab === undefined) return 'no_lab';
    const at = this.lab.references.indexOf(id);
    if (at >= 0) this.lab.references.splice(at, 1);
    if (at >= 0) this.#settle();
    return 'done';
  }

  destroy(id: string, force: boolean): 'not_found' | 'not_active' | 'in_use' | 'destroyed' | 'nothing' {
    const gate = this.#gate(id);
    if (gate !== 'open') return gate;
    if (this.lab === undefined) return 'nothing';
    if (!force && this.lab.references.length > 0) return 'in_use';
    this.lab = undefined;
    return 'destroyed';
  }

  #gate(id: string): 'open' | 'not_found' | 'not_active' {
    const position = this.queue.findIndex((each) => each.id === id);
    if (position < 0) return 'not_found';
    this.heartbeat(id);
    return position === 0 ? 'open' : 'not_active';
  }

  #promoted(removedAt: number): void {
    const head = this.queue[0];
    if (removedAt === 0 && head !== undefined) head.seen = this.now;
  }

  #leave(id: string, clean: boolean): void {
    const { lab } = this;
    if (lab === undefined || !lab.users.delete(id)) return;
    if (!clean) {
      this.lab = undefined;
      return;
    }
    const held = lab.references.length;
    lab.references.splice(0, held, ...lab.references.filter((owner) => owner !== id));
    if (held !== lab.references.length) this.#settle();
  }

  #settle(): void {
    const { lab } = this;
    if (lab === undefined || lab.references.length > 0) return;
    if (lab.disposable) this.lab = undefined;
    else lab.idleSince = this.now;
  }
}
