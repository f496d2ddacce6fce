export type { Clock } from './clock';
export { QueueError, StoreError, type QueueErrorCode, type StoreErrorCode } from './errors';
export { DEFAULT_HISTORY_PAGE, type HistoryEntry, type HistoryQuery, type NewHistoryEntry } from './history';
export type { QueueEvent, QueueListener } from './queue-event';
export type { QueueStore, QueueTransaction, SessionRow } from './queue-store';
export type {
  EndedSession,
  EndReason,
  Session,
  SessionRequest,
  SessionStatus,
  SessionTimeouts,
} from './session';
export { SessionQueue } from './session-queue';
export type { SessionQueueOptions } from './session-queue-options';
export { openSqliteStore, type SqliteStoreOptions } from './stores/sqlite-queue-store';
