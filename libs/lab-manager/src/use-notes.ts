import type { LabLock } from './lab-lock';
import type { LabState } from './lab-state';
import { type LabUse, useOf } from './lab-use';

/** Keeps what is stored about the lab's use in step with the state, one write at a time, the newest always last. */
export class UseNotes {
  #wanted: LabUse | null = null;
  #stored: LabUse | null = null;
  #writing: Promise<void> | undefined;

  constructor(
    private readonly lock: Pick<LabLock, 'update'>,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  /** Notes the state; returns at once. A note that cannot be stored costs an adoption after a crash, nothing else. */
  note(state: LabState): void {
    this.#wanted = useOf(state);
    if (this.#writing === undefined && !sameUse(this.#wanted, this.#stored)) this.#writing = this.#write();
  }

  /** Resolves when what was noted is stored. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  async #write(): Promise<void> {
    while (!sameUse(this.#wanted, this.#stored)) {
      const use = this.#wanted;
      try {
        await this.lock.update({ use });
      } catch (error) {
        this.onFailure(error);
      }
      this.#stored = use;
    }
    // In the same moment in which nothing more was wanted, so that a note that comes now begins anew.
    this.#writing = undefined;
  }
}

/** States share the parts that a change left alone, so identity of the parts is enough. */
function sameUse(a: LabUse | null, b: LabUse | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.generation === b.generation &&
    a.disposable === b.disposable &&
    a.users === b.users &&
    (a.references === b.references || (a.references.length === 0 && b.references.length === 0))
  );
}
