/** Runs pieces of work one after the other in the order they were asked for; one that fails does not stop the next. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Settles as the work does, once all work asked for earlier has settled. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(work);
    // The caller gets the failure; what follows only needs to know that it is over.
    this.#last = mine.catch(() => undefined);
    return mine;
  }
}
