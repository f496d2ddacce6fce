/** Remembers what was opened, to close it in reverse order; Node 20 has no AsyncDisposableStack yet. */
export class OpenedParts {
  readonly #close: (() => Promise<void> | void)[] = [];

  /** Notes a part and hands it back. */
  add<T extends AsyncDisposable | Disposable>(part: T): T {
    this.#close.push(
      () =>
        (Symbol.asyncDispose in part
          ? part[Symbol.asyncDispose]()
          : part[Symbol.dispose]()) as Promise<void> | void,
    );
    return part;
  }

  /** Closes everything, the newest first; what fails to close does not keep the rest open, and is handed back. */
  async closeAll(): Promise<readonly unknown[]> {
    const failures: unknown[] = [];
    for (const close of this.#close.splice(0).reverse()) {
      try {
        await close();
      } catch (error) {
        failures.push(error);
      }
    }
    return failures;
  }
}
