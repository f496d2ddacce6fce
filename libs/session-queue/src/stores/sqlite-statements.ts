import type Database from 'libsql';

const SQL = {
  counter: 'SELECT value FROM counter WHERE name = ?',
  count: 'UPDATE counter SET value = value + 1 WHERE name = ?',
  sessions: 'SELECT * FROM session ORDER BY ticket',
  insertSession:
    'INSERT INTO session (ticket, id, name, status, request, created_at, active_since) VALUES (?, ?, ?, ?, ?, ?, ?)',
  activateSession:
    "UPDATE session SET status = 'active', active_since = ? WHERE id = ? AND status = 'waiting'",
  deleteSession: 'DELETE FROM session WHERE id = ?',
  tombstones: 'SELECT ended FROM tombstone ORDER BY seq DESC LIMIT ?',
  insertTombstone: 'INSERT INTO tombstone (id, ended) VALUES (?, ?)',
  trimTombstones: 'DELETE FROM tombstone WHERE seq <= (SELECT max(seq) FROM tombstone) - ?',
  insertHistory: 'INSERT INTO history (at, kind, session, lab, detail, data) VALUES (?, ?, ?, ?, ?, ?)',
  trimHistory: 'DELETE FROM history WHERE seq <= (SELECT max(seq) FROM history) - ?',
  history: `
      SELECT * FROM history
      WHERE (?1 IS NULL OR kind = ?1 OR (substr(?1, -1) = '.' AND substr(kind, 1, length(?1)) = ?1))
        AND (?2 IS NULL OR session = ?2)
        AND (?3 IS NULL OR lab = ?3)
        AND (?4 IS NULL OR at >= ?4)
        AND (?5 IS NULL OR seq < ?5)
      ORDER BY seq DESC LIMIT ?6`,
};

/** Every statement the store runs, compiled. */
export type SqliteStatements = Readonly<Record<keyof typeof SQL, Database.Statement>>;

/** Compiles them once, for as long as the database is open. */
export function prepareStatements(database: Database.Database): SqliteStatements {
  const compiled = Object.entries(SQL).map(([name, sql]) => [name, database.prepare(sql)]);
  return Object.fromEntries(compiled) as SqliteStatements;
}
