import { StoreError } from '../errors';
import type { NewHistoryEntry } from '../history';
import type { QueueTransaction, SessionRow } from '../queue-store';
import type { EndedSession } from '../session';
import { statementFailed } from './sqlite-errors';
import { fromEnded, toEnded, toSessionRow, type StoredSession } from './sqlite-rows';
import type { SqliteStatements } from './sqlite-statements';

/**
 * The statements as the port wants them.
 *
 * States: open from its making, while the database is inside `BEGIN`; over from {@link over} on, when every use is
 * refused, because it would land in somebody else's transaction.
 */
export class SqliteTransaction implements QueueTransaction {
  #over = false;
  #changedSessions = false;

  constructor(
    private readonly statements: SqliteStatements,
    private readonly file: string,
  ) {}

  /** Refuses all further use. */
  over(): void {
    this.#over = true;
  }

  revision(): Promise<number> {
    return this.#do(() => this.#counter('revision'));
  }

  sessions(): Promise<readonly SessionRow[]> {
    return this.#do(() => (this.statements.sessions.all([]) as StoredSession[]).map(toSessionRow));
  }

  nextTicket(): Promise<number> {
    return this.#do(() => {
      this.statements.count.run(['ticket']);
      return this.#counter('ticket');
    });
  }

  insertSession(row: SessionRow): Promise<void> {
    return this.#do(() => {
      const { ticket, id, name, status, request, createdAt, activeSince } = row;
      const times = [createdAt.getTime(), activeSince?.getTime() ?? null];
      this.statements.insertSession.run([ticket, id, name, status, JSON.stringify(request), ...times]);
      this.#sessionsChanged();
    });
  }

  activateSession(id: string, activeSince: Date): Promise<void> {
    return this.#do(() => {
      const { changes } = this.statements.activateSession.run([activeSince.getTime(), id]);
      if (changes !== 1) throw new StoreError('store_conflict', 'No waiting session with this id is stored.');
      this.#sessionsChanged();
    });
  }

  deleteSession(id: string): Promise<void> {
    return this.#do(() => {
      if (this.statements.deleteSession.run([id]).changes > 0) this.#sessionsChanged();
    });
  }

  tombstones(limit: number): Promise<readonly EndedSession[]> {
    return this.#do(() =>
      (this.statements.tombstones.all([limit]) as { ended: string }[]).map(({ ended }) => toEnded(ended)),
    );
  }

  insertTombstone(ended: EndedSession, keep: number): Promise<void> {
    return this.#do(() => {
      this.statements.insertTombstone.run([ended.id, fromEnded(ended)]);
      this.statements.trimTombstones.run([keep]);
    });
  }

  appendHistory(entry: NewHistoryEntry, at: Date, keep: number): Promise<void> {
    return this.#do(() => {
      const { kind, session = null, lab = null, detail = null, data } = entry;
      this.statements.insertHistory.run([
        at.getTime(),
        kind,
        session,
        lab,
        detail,
        data === undefined ? null : JSON.stringify(data),
      ]);
      this.statements.trimHistory.run([keep]);
    });
  }

  #counter(name: string): number {
    return Number((this.statements.counter.get([name]) as { value: number }).value);
  }

  #sessionsChanged(): void {
    if (!this.#changedSessions) this.statements.count.run(['revision']);
    this.#changedSessions = true;
  }

  async #do<T>(work: () => T): Promise<T> {
    if (this.#over) {
      throw new StoreError(
        'store_closed',
        'This transaction is over: what uses it must finish before its work does.',
      );
    }
    try {
      return await Promise.resolve(work());
    } catch (error) {
      throw statementFailed(this.file, error);
    }
  }
}
