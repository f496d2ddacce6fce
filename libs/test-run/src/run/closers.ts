import { wordsOf } from '../words-of';

/** What has to be given back, in the order in which it was obtained. */
export class Closers {
  private readonly closers: (() => Promise<void>)[] = [];

  add(close: () => Promise<void>): void {
    this.closers.push(close);
  }

  /**
   * Gives everything back, the latest first, whatever fails meanwhile.
   * @throws the failure, or an AggregateError of several
   */
  async closeAll(): Promise<void> {
    const failures: unknown[] = [];
    for (let close = this.closers.pop(); close !== undefined; close = this.closers.pop()) {
      try {
        await close();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length === 1) throw failures[0];
    if (failures.length > 1) throw new AggregateError(failures, failures.map(wordsOf).join(' '));
  }
}
