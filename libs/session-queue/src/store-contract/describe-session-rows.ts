import { endedRow, SOME_DATE, waitingRow } from './contract-rows';
import type { TestRunner } from './test-runner';
import type { WithStore } from './with-store';

/** Live sessions, tickets and tombstones as rows. */
export function describeSessionRows({ describe, test, expect }: TestRunner, withStore: WithStore): void {
  describe('rows of sessions', () => {
    test(
      'come back as they were put in, in ticket order',
      withStore(async (store) => {
        const plain = waitingRow(3, { request: {} });
        await store.transaction(async (transaction) => {
          await transaction.insertSession(waitingRow(7));
          await transaction.insertSession(plain);
        });
        expect(await store.transaction((transaction) => transaction.sessions())).toEqual([
          plain,
          waitingRow(7),
        ]);
      }),
    );

    test(
      'become active one at a time',
      withStore(async (store) => {
        await store.transaction(async (transaction) => {
          await transaction.insertSession(waitingRow(1));
          await transaction.insertSession(waitingRow(2));
          await transaction.activateSession('id-1', SOME_DATE);
        });
        const second = store.transaction((transaction) => transaction.activateSession('id-2', SOME_DATE));
        await expect(second).rejects.toMatchObject({ code: 'store_conflict' });
        expect(await store.transaction((transaction) => transaction.sessions())).toEqual([
          waitingRow(1, { status: 'active', activeSince: SOME_DATE }),
          waitingRow(2),
        ]);
      }),
    );

    test(
      'are refused with an id, a name or a ticket that is taken, and when there is nobody to activate',
      withStore(async (store) => {
        await store.transaction((transaction) => transaction.insertSession(waitingRow(1)));
        for (const row of [
          waitingRow(2, { id: 'id-1' }),
          waitingRow(2, { name: 'name-1' }),
          waitingRow(1, { id: 'x', name: 'x' }),
        ]) {
          const insertion = store.transaction((transaction) => transaction.insertSession(row));
          await expect(insertion).rejects.toMatchObject({ code: 'store_conflict' });
        }
        const activation = store.transaction((transaction) =>
          transaction.activateSession('nobody', SOME_DATE),
        );
        await expect(activation).rejects.toMatchObject({ code: 'store_conflict' });
      }),
    );

    test(
      'go away when deleted, and deleting nobody is no failure',
      withStore(async (store) => {
        await store.transaction((transaction) => transaction.insertSession(waitingRow(1)));
        await store.transaction(async (transaction) => {
          await transaction.deleteSession('id-1');
          await transaction.deleteSession('id-1');
          expect(await transaction.sessions()).toEqual([]);
        });
      }),
    );

    test(
      'have tickets that grow even when all earlier sessions are gone',
      withStore(async (store) => {
        const first = await store.transaction(async (transaction) => {
          const ticket = await transaction.nextTicket();
          await transaction.insertSession(waitingRow(ticket));
          await transaction.deleteSession(`id-${ticket}`);
          return ticket;
        });
        expect(await store.transaction((transaction) => transaction.nextTicket())).toBeGreaterThan(first);
      }),
    );

    test(
      'leave tombstones: the newest so many, newest first, as they were put in',
      withStore(async (store) => {
        await store.transaction(async (transaction) => {
          for (const ticket of [1, 2, 3]) await transaction.insertTombstone(endedRow(ticket), 2);
        });
        await store.transaction(async (transaction) => {
          expect(await transaction.tombstones(10)).toEqual([endedRow(3), endedRow(2)]);
          expect(await transaction.tombstones(1)).toEqual([endedRow(3)]);
        });
      }),
    );
  });
}
