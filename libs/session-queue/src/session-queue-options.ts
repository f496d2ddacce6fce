import type { Clock } from './clock';
import type { QueueStore } from './queue-store';
import type { SessionTimeouts } from './session';

/** What a queue is made of. */
export interface SessionQueueOptions {
  /** Stays the caller's: closing the queue does not close it. */
  readonly store: QueueStore;
  readonly clock: Clock;
  /** Makes a session id: a secret nobody can guess, different every time. */
  readonly newId: () => string;
  readonly timeouts: SessionTimeouts;
  /** How many ended sessions {@link SessionQueue.loss} remembers; 1,000 unless told. */
  readonly tombstones?: number;
  /** How many lines of history are kept; 10,000 unless told. */
  readonly historyLimit?: number;
  /** Told what listeners throw, and when another process's change could not be read; a process warning unless given. */
  readonly onError?: (error: unknown) => void;
}

const DEFAULT_TOMBSTONES = 1_000;
const DEFAULT_HISTORY_LIMIT = 10_000;

/** The options with everything filled in that was left out. */
export function withDefaults(options: SessionQueueOptions): Required<SessionQueueOptions> {
  const { tombstones = DEFAULT_TOMBSTONES, historyLimit = DEFAULT_HISTORY_LIMIT, onError = warn } = options;
  return { ...options, tombstones, historyLimit, onError };
}

function warn(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : String(error));
}
