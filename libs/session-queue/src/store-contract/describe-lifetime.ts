import type { TestRunner } from './test-runner';
import type { WithStore } from './with-store';

/** Closing. */
export function describeLifetime({ describe, test, expect }: TestRunner, withStore: WithStore): void {
  describe('closing', () => {
    test(
      'waits for work under way, may be repeated, and refuses what comes later',
      withStore(async (store) => {
        const work = store.transaction((transaction) => transaction.nextTicket());
        const closed = Promise.all([store.close(), store.close()]);
        expect(await work).toBeGreaterThan(0);
        await closed;
        const late = store.transaction((transaction) => transaction.revision());
        await expect(late).rejects.toMatchObject({ code: 'store_closed' });
        await expect(store.history({})).rejects.toMatchObject({ code: 'store_closed' });
      }),
    );
  });
}
