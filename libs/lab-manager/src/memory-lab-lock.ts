import type { LabLock } from './lab-lock';

/** A lock for tests that keeps its data in memory. */
export class MemoryLabLock implements LabLock {
  /** What was stored and not replaced. */
  readonly data: Record<string, unknown> = {};
  /** How often the lock was released, in either way. */
  releases = 0;
  /** Makes the next update of the lab's record fail with this message. */
  failNextUpdate: string | undefined;

  constructor(readonly predecessor: LabLock['predecessor'] = undefined) {}

  async update(data: Readonly<Record<string, unknown>>): Promise<void> {
    await Promise.resolve();
    const failure = 'lab' in data ? this.failNextUpdate : undefined;
    if (failure !== undefined) this.failNextUpdate = undefined;
    if (failure !== undefined) throw new Error(failure);
    Object.assign(this.data, data);
  }

  async release(): Promise<void> {
    await Promise.resolve();
    this.releaseSync();
  }

  releaseSync(): void {
    this.releases += 1;
  }
}
