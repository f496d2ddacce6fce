import type { ShellOptions } from './shell-options';

/** Keeps the mistakes of a platform's functions from the client, and reports them. */
export class FaultGuard {
  readonly #options: Pick<ShellOptions, 'device' | 'tree' | 'logger'>;

  constructor(options: Pick<ShellOptions, 'device' | 'tree' | 'logger'>) {
    this.#options = options;
  }

  /** What `run` returns, or `instead` when it throws. */
  safely<T>(run: () => T, instead: T): T {
    try {
      return run();
    } catch (error) {
      this.report(error);
      return instead;
    }
  }

  /** `line` is what the client typed, where that is to blame. */
  report(error: unknown, line?: string): void {
    const { device, tree, logger } = this.#options;
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    logger.error(`The platform ${tree.platform.name} failed.`, { device: device.name, line, reason });
  }
}
