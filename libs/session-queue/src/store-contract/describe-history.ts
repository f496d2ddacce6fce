import { SOME_DATE } from './contract-rows';
import type { HistoryQuery, NewHistoryEntry } from '../history';
import type { QueueStore } from '../queue-store';
import type { TestRunner } from './test-runner';
import type { WithStore } from './with-store';

const append = (store: QueueStore, entry: NewHistoryEntry, at = SOME_DATE, keep = 100) =>
  store.transaction((transaction) => transaction.appendHistory(entry, at, keep));

const kinds = async (store: QueueStore, query: HistoryQuery) =>
  (await store.history(query)).map(({ kind }) => kind);

/** What happened, kept within bounds and found again. */
export function describeHistory({ describe, test, expect }: TestRunner, withStore: WithStore): void {
  describe('history', () => {
    test(
      'comes back as it was put in, newest first',
      withStore(async (store) => {
        const full = {
          kind: 'lab.up',
          session: 'calm-otter-42',
          lab: 'sha',
          detail: 'It’s up',
          data: { devices: [1, { a: null }] },
        };
        await append(store, { kind: 'session.queued' });
        await append(store, full);
        const entries = await store.history({});
        expect(entries.map(({ seq, ...entry }) => ({ ...entry, numbered: seq > 0 }))).toEqual([
          { ...full, at: SOME_DATE, numbered: true },
          { kind: 'session.queued', at: SOME_DATE, numbered: true },
        ]);
      }),
    );

    test(
      'is found by kind, group of kinds, session, lab and time',
      withStore(async (store) => {
        const later = new Date(SOME_DATE.getTime() + 1);
        await append(store, { kind: 'lab.up', lab: 'x', session: 's' });
        await append(store, { kind: 'lab.up_again', lab: 'y' });
        await append(store, { kind: 'laboratory' }, later);
        expect(await kinds(store, { kind: 'lab.up' })).toEqual(['lab.up']);
        expect(await kinds(store, { kind: 'lab.' })).toEqual(['lab.up_again', 'lab.up']);
        expect(await kinds(store, { session: 's' })).toEqual(['lab.up']);
        expect(await kinds(store, { lab: 'y' })).toEqual(['lab.up_again']);
        expect(await kinds(store, { since: later })).toEqual(['laboratory']);
        expect(await kinds(store, { kind: 'lab.', session: 't' })).toEqual([]);
      }),
    );

    test(
      'is read in pages without gaps',
      withStore(async (store) => {
        for (const kind of ['a', 'b', 'c', 'd', 'e']) await append(store, { kind });
        const first = await store.history({ limit: 2 });
        const before = first.at(-1)?.seq ?? 0;
        expect(first.map(({ kind }) => kind)).toEqual(['e', 'd']);
        expect(await kinds(store, { before, limit: 10 })).toEqual(['c', 'b', 'a']);
      }),
    );

    test(
      'keeps the newest so many lines',
      withStore(async (store) => {
        for (const kind of ['a', 'b', 'c', 'd']) await append(store, { kind }, SOME_DATE, 2);
        expect(await kinds(store, {})).toEqual(['d', 'c']);
      }),
    );
  });
}
