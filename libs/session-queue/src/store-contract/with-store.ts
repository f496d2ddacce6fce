import type { QueueStore } from '../queue-store';

/** Makes a test of a body that needs a fresh store, closed afterwards. */
export type WithStore = (body: (store: QueueStore) => Promise<void>) => () => Promise<void>;
