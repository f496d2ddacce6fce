import type { QueueStore } from '../queue-store';

/** One set of data to try a store on, empty at first; disposed of after the test. */
export interface StoreUnderTest extends AsyncDisposable {
  /** A store on this data. Called again, where stores can share data, it answers one more, as another process has. */
  open(): Promise<QueueStore>;
}

/** How to get at the store that a contract suite is run against. */
export interface StoreContractOptions {
  /** Makes a fresh set of data for one test. */
  readonly prepare: () => Promise<StoreUnderTest>;
  /** Whether data survives its store and can be open more than once; adds the tests of that. */
  readonly shared: boolean;
}
