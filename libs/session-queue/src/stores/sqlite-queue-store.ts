import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import Database from 'libsql';
import { StoreError } from '../errors';
import { DEFAULT_HISTORY_PAGE, type HistoryEntry, type HistoryQuery } from '../history';
import type { QueueStore, QueueTransaction } from '../queue-store';
import { Turns } from '../turns';
import { DRIVER_WAIT_MS, retryWhileBusy } from './sqlite-busy';
import { openingFailed, statementFailed } from './sqlite-errors';
import { migrate } from './sqlite-migrations';
import { toHistoryEntry, type StoredHistory } from './sqlite-rows';
import { prepareStatements, type SqliteStatements } from './sqlite-statements';
import { SqliteTransaction } from './sqlite-transaction';

/** Where the database is: in a file that survives the process, or in memory. */
export type SqliteStoreOptions =
  | {
      readonly file: string;
      /** How long another process may hold the database before `store_busy`; 5,000 ms unless told. */
      readonly busyTimeoutMs?: number;
    }
  | { readonly memory: true };

const DEFAULT_BUSY_TIMEOUT_MS = 5_000;
const OWNER_ONLY = 0o600;
const IN_MEMORY = ':memory:';

/**
 * Opens the queue's embedded store, creating the file (mode 0600: it holds session ids) but not its folder. Rejects
 * with `store_unusable` for what is no readable database, `store_newer` for one of a newer version.
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<QueueStore> {
  // Resolved, because the driver takes some relative names for addresses of remote databases.
  const file = 'file' in options ? resolve(options.file) : IN_MEMORY;
  const { busyTimeoutMs = DEFAULT_BUSY_TIMEOUT_MS } = 'file' in options ? options : {};
  let database: Database.Database | undefined;
  try {
    if (file !== IN_MEMORY) await makePrivate(file);
    const opened = new Database(file, { timeout: DRIVER_WAIT_MS });
    database = opened;
    await retryWhileBusy(file, busyTimeoutMs, () => prepareDatabase(opened));
    return new SqliteQueueStore(opened, file, busyTimeoutMs);
  } catch (error) {
    database?.close();
    throw openingFailed(file, error);
  }
}

async function makePrivate(file: string): Promise<void> {
  await using handle = await open(file, 'a', OWNER_ONLY);
  await handle.chmod(OWNER_ONLY);
}

function prepareDatabase(database: Database.Database): void {
  database.exec('PRAGMA journal_mode = WAL');
  // FULL syncs the log at every commit: a promotion that was answered survives a power cut, at one sync each.
  database.exec('PRAGMA synchronous = FULL');
  const [check] = database.prepare('PRAGMA quick_check(1)').all([]) as { quick_check: string }[];
  if (check?.quick_check !== 'ok') throw new Error(`quick_check says: ${check?.quick_check}`);
  migrate(database);
}

/**
 * States: open from its making; closed from `close` on, when everything is refused with `store_closed`. While open it
 * is idle or has exactly one transaction under way, because all of them share one connection and take turns.
 */
class SqliteQueueStore implements QueueStore {
  readonly #turns = new Turns();
  readonly #statements: SqliteStatements;
  #closed = false;

  constructor(
    private readonly database: Database.Database,
    private readonly file: string,
    private readonly busyTimeoutMs: number,
  ) {
    this.#statements = prepareStatements(database);
  }

  transaction<T>(work: (transaction: QueueTransaction) => Promise<T>): Promise<T> {
    return this.#turns.run(async () => {
      this.#assertOpen();
      await this.#begin();
      const transaction = new SqliteTransaction(this.#statements, this.file);
      try {
        const result = await work(transaction);
        transaction.over();
        this.#exec('COMMIT');
        return result;
      } catch (error) {
        transaction.over();
        if (this.database.inTransaction) this.#exec('ROLLBACK');
        throw error;
      }
    });
  }

  history(query: HistoryQuery): Promise<readonly HistoryEntry[]> {
    return this.#turns.run(async () => {
      this.#assertOpen();
      const {
        kind = null,
        session = null,
        lab = null,
        since,
        before = null,
        limit = DEFAULT_HISTORY_PAGE,
      } = query;
      try {
        const found = this.#statements.history.all([
          kind,
          session,
          lab,
          since?.getTime() ?? null,
          before,
          limit,
        ]);
        return await Promise.resolve((found as StoredHistory[]).map(toHistoryEntry));
      } catch (error) {
        throw statementFailed(this.file, error);
      }
    });
  }

  close(): Promise<void> {
    return this.#turns.run(async () => {
      if (this.#closed) return Promise.resolve();
      this.#closed = true;
      try {
        // Afterwards everything is in the one file, for those who copy it.
        this.#exec('PRAGMA wal_checkpoint(TRUNCATE)');
      } finally {
        this.database.close();
      }
      return Promise.resolve();
    });
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  #begin(): Promise<void> {
    return retryWhileBusy(
      this.file,
      this.busyTimeoutMs,
      () => void this.database.exec('BEGIN IMMEDIATE'),
    ).catch((error: unknown) => {
      throw statementFailed(this.file, error);
    });
  }

  #exec(sql: string): void {
    try {
      this.database.exec(sql);
    } catch (error) {
      throw statementFailed(this.file, error);
    }
  }

  #assertOpen(): void {
    if (this.#closed) throw new StoreError('store_closed', 'The store is closed: open it again to use it.');
  }
}
