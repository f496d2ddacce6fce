import { endedRow, SOME_DATE, waitingRow } from './contract-rows';
import type { QueueStore } from '../queue-store';
import type { StoreUnderTest } from './store-under-test';
import type { TestRunner } from './test-runner';

/** Data that outlives its store, and that several processes have open. */
export function describeSharing(
  { describe, test, expect }: TestRunner,
  prepare: () => Promise<StoreUnderTest>,
): void {
  describe('data that is shared', () => {
    test('outlives the store, also one that was never closed', async () => {
      await using data = await prepare();
      const fill = async (store: QueueStore, ticket: number) => {
        await store.transaction(async (transaction) => {
          await transaction.nextTicket();
          await transaction.insertSession(waitingRow(ticket));
          await transaction.insertTombstone(endedRow(ticket), 10);
          await transaction.appendHistory({ kind: `k${ticket}` }, SOME_DATE, 10);
        });
      };
      await using abandoned = await data.open();
      await fill(abandoned, 1);
      const closed = await data.open();
      await fill(closed, 2);
      await closed.close();

      await using store = await data.open();
      await store.transaction(async (transaction) => {
        expect(await transaction.sessions()).toEqual([waitingRow(1), waitingRow(2)]);
        expect(await transaction.tombstones(10)).toEqual([endedRow(2), endedRow(1)]);
        expect(await transaction.nextTicket()).toBe(3);
      });
      expect((await store.history({})).map(({ kind }) => kind)).toEqual(['k2', 'k1']);
    });

    test('is changed by one transaction at a time, whichever store it came through', async () => {
      await using data = await prepare();
      await using one = await data.open();
      await using other = await data.open();
      const order: number[] = [];
      let inside = 0;
      const enqueue = (store: QueueStore) =>
        store.transaction(async (transaction) => {
          inside += 1;
          expect(inside).toBe(1);
          const ticket = await transaction.nextTicket();
          await transaction.insertSession(waitingRow(ticket));
          order.push(ticket);
          inside -= 1;
        });
      await Promise.all([one, other, one, other, one, other].map(enqueue));
      expect(order).toEqual([1, 2, 3, 4, 5, 6]);
    });

    test('shows its revision to everybody', async () => {
      await using data = await prepare();
      await using one = await data.open();
      await using other = await data.open();
      const before = await one.transaction((transaction) => transaction.revision());
      await other.transaction((transaction) => transaction.insertSession(waitingRow(1)));
      expect(await one.transaction((transaction) => transaction.revision())).toBeGreaterThan(before);
    });
  });
}
