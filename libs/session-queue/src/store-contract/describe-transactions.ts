import { endedRow, SOME_DATE, waitingRow } from './contract-rows';
import type { QueueStore } from '../queue-store';
import type { TestRunner } from './test-runner';
import type { WithStore } from './with-store';

const revisionOf = (store: QueueStore) => store.transaction((transaction) => transaction.revision());

/** All or nothing, one after the other, and a revision that tells of changes. */
export function describeTransactions({ describe, test, expect }: TestRunner, withStore: WithStore): void {
  describe('transactions', () => {
    test(
      'keep nothing of work that fails, and pass its error on',
      withStore(async (store) => {
        const failure = { code: 'of_the_work' };
        const work = store.transaction(async (transaction) => {
          await transaction.insertSession(waitingRow(await transaction.nextTicket()));
          await transaction.insertTombstone(endedRow(9), 10);
          await transaction.appendHistory({ kind: 'session.queued' }, SOME_DATE, 10);
          throw Object.assign(new Error('on purpose'), failure);
        });
        await expect(work).rejects.toMatchObject(failure);
        await store.transaction(async (transaction) => {
          expect(await transaction.sessions()).toEqual([]);
          expect(await transaction.tombstones(10)).toEqual([]);
        });
        expect(await store.history({})).toEqual([]);
      }),
    );

    test(
      'run alone, in the order they were asked for, however long their work takes',
      withStore(async (store) => {
        const seen: string[] = [];
        const work = (name: string) =>
          store.transaction(async (transaction) => {
            seen.push(`${name} begins`);
            for (let i = 0; i < 5; i += 1) await transaction.sessions();
            seen.push(`${name} ends`);
          });
        await Promise.all([work('a'), work('b')]);
        expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
      }),
    );

    test(
      'have a revision that grows with changes of live sessions and with nothing else',
      withStore(async (store) => {
        const empty = await revisionOf(store);
        await store.transaction((transaction) => transaction.insertSession(waitingRow(1)));
        const inserted = await revisionOf(store);
        expect(inserted).toBeGreaterThan(empty);
        await store.transaction((transaction) => transaction.activateSession('id-1', SOME_DATE));
        const activated = await revisionOf(store);
        expect(activated).toBeGreaterThan(inserted);
        await store.transaction((transaction) =>
          transaction.appendHistory({ kind: 'lab.up' }, SOME_DATE, 10),
        );
        await store.transaction((transaction) => transaction.deleteSession('nobody'));
        expect(await revisionOf(store)).toBe(activated);
        const deleted = await store.transaction(async (transaction) => {
          await transaction.deleteSession('id-1');
          return transaction.revision();
        });
        expect(deleted).toBeGreaterThan(activated);
        expect(await revisionOf(store)).toBe(deleted);
      }),
    );

    test(
      'cannot be used once they are over',
      withStore(async (store) => {
        const kept = await store.transaction((transaction) => Promise.resolve({ transaction }));
        await expect(kept.transaction.sessions()).rejects.toMatchObject({ code: 'store_closed' });
      }),
    );
  });
}
