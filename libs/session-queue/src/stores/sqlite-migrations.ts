import type Database from 'libsql';
import { StoreError } from '../errors';

/** The schema, one step per version; a step that was released is never edited, only followed by another. */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
  INSERT INTO counter (name, value) VALUES ('ticket', 0), ('revision', 0);
  CREATE TABLE session (
    ticket INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL UNIQUE,
    status TEXT NOT NULL CHECK (status IN ('waiting', 'active')),
    request TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    active_since INTEGER
  );
  CREATE UNIQUE INDEX one_active_session ON session (status) WHERE status = 'active';
  CREATE TABLE tombstone (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL,
    ended TEXT NOT NULL
  );
  CREATE TABLE history (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    session TEXT,
    lab TEXT,
    detail TEXT,
    data TEXT
  );
  CREATE INDEX history_of_session ON history (session, seq);
  CREATE INDEX history_of_lab ON history (lab, seq);
  `,
];

/** Brings the database to the newest schema, each step whole or not at all. Throws `store_newer`. */
export function migrate(database: Database.Database): void {
  database.exec(
    'CREATE TABLE IF NOT EXISTS migration (version INTEGER PRIMARY KEY, applied_at TEXT NOT NULL)',
  );
  database.exec('BEGIN IMMEDIATE');
  try {
    const version = schemaVersion(database);
    if (version > MIGRATIONS.length) throw newerSchema(version);
    for (const [step, sql] of MIGRATIONS.entries()) {
      if (step < version) continue;
      database.exec(sql);
      database.prepare("INSERT INTO migration VALUES (?, datetime('now'))").run(step + 1);
    }
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

function schemaVersion(database: Database.Database): number {
  const row = database.prepare('SELECT coalesce(max(version), 0) AS version FROM migration').get([]);
  return Number((row as { version: number | bigint }).version);
}

function newerSchema(version: number): StoreError {
  return new StoreError(
    'store_newer',
    `The database has schema version ${version}, this program knows versions up to ${MIGRATIONS.length}: ` +
      'start the newer program that wrote it, or move the database away to begin with an empty queue.',
  );
}
