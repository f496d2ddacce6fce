import { copyFile, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import Database from 'libsql';
import { describeQueueStoreContract } from '../contract';
import { temporaryFolder } from '../test-fixtures/temporary-folder';
import { openSqliteStore } from './sqlite-queue-store';

describeQueueStoreContract(
  'SQLite in memory',
  {
    shared: false,
    prepare: () =>
      Promise.resolve({
        open: () => openSqliteStore({ memory: true }),
        [Symbol.asyncDispose]: () => Promise.resolve(),
      }),
  },
  { describe, test, expect },
);

describeQueueStoreContract(
  'SQLite in a file',
  {
    shared: true,
    prepare: async () => {
      const folder = await temporaryFolder();
      return { ...folder, open: () => openSqliteStore({ file: join(folder.path, 'queue.db') }) };
    },
  },
  { describe, test, expect },
);

describe('the SQLite file', () => {
  test('and all that lies beside it is readable by its owner only, also when it was not', async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, 'queue.db');
    await writeFile(file, '', { mode: 0o644 });
    await using store = await openSqliteStore({ file });
    await store.transaction((transaction) => transaction.nextTicket());
    const files = await readdir(folder.path);
    expect(files).toContain('queue.db-wal');
    for (const name of files) {
      expect([name, (await stat(join(folder.path, name))).mode & 0o777]).toEqual([name, 0o600]);
    }
  });

  test('that is no database is refused with a sentence on what to do, and left as it is', async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, 'queue.db');
    await writeFile(file, 'not a database, but long enough to be looked at as one. '.repeat(100));
    const before = await stat(file);
    await expect(openSqliteStore({ file })).rejects.toMatchObject({
      name: 'StoreError',
      code: 'store_unusable',
      message: expect.stringMatching(/queue\.db .*move it .* away/s),
    });
    expect((await stat(file)).size).toBe(before.size);
  });

  test('that is damaged inside is refused as unusable', async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, 'queue.db');
    const store = await openSqliteStore({ file });
    await store.close();
    const size = (await stat(file)).size;
    // The header stays whole, every page after the first is rubbish.
    const bytes = await readFile(file);
    bytes.fill(0xa5, 4096, size);
    await writeFile(file, bytes);
    await expect(openSqliteStore({ file })).rejects.toMatchObject({ code: 'store_unusable' });
  });

  test.each(['missing/queue.db', '.'])('at %s cannot be opened and says so', async (name) => {
    await using folder = await temporaryFolder();
    await expect(openSqliteStore({ file: join(folder.path, name) })).rejects.toMatchObject({
      code: 'store_unusable',
      message: expect.stringContaining('folder exists'),
    });
  });

  test('of a newer program is refused with both versions named, and left as it is', async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, 'queue.db');
    await (await openSqliteStore({ file })).close();
    const database = new Database(file);
    database.exec("INSERT INTO migration VALUES (99, '')");
    database.close();
    await expect(openSqliteStore({ file })).rejects.toMatchObject({
      code: 'store_newer',
      message: expect.stringMatching(/version 99.*up to 1/),
    });
  });

  test('that another program holds is waited for without stopping the event loop, then used', async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, 'queue.db');
    await using store = await openSqliteStore({ file });
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    let over = false;
    const work = store.transaction((transaction) => transaction.nextTicket()).finally(() => (over = true));
    for (let turns = 0; turns < 3; turns += 1) await new Promise(setImmediate);
    expect(over).toBe(false);
    other.exec('COMMIT');
    other.close();
    expect(await work).toBe(1);
  });

  test('that another program holds for too long is reported busy, and can be used once it is free', async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, 'queue.db');
    await using store = await openSqliteStore({ file, busyTimeoutMs: 1 });
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    const busy = { code: 'store_busy', message: expect.stringContaining('another process') };
    await expect(store.transaction((transaction) => transaction.nextTicket())).rejects.toMatchObject(busy);
    await expect(openSqliteStore({ file, busyTimeoutMs: 1 })).rejects.toMatchObject(busy);
    other.exec('COMMIT');
    other.close();
    expect(await store.transaction((transaction) => transaction.nextTicket())).toBe(1);
  });

  test('may be created by several at once', async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, 'queue.db');
    const stores = await Promise.all(Array.from({ length: 5 }, () => openSqliteStore({ file })));
    const tickets = await Promise.all(
      stores.map((store) => store.transaction((transaction) => transaction.nextTicket())),
    );
    expect(tickets.sort()).toEqual([1, 2, 3, 4, 5]);
    for (const store of stores) await store.close();
  });

  test('holds everything in itself once its store is closed', async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, 'queue.db');
    const store = await openSqliteStore({ file });
    await store.transaction((transaction) => transaction.nextTicket());
    await store.close();
    const copy = join(folder.path, 'copy.db');
    await copyFile(file, copy);
    await using copied = await openSqliteStore({ file: copy });
    expect(await copied.transaction((transaction) => transaction.nextTicket())).toBe(2);
  });
});
