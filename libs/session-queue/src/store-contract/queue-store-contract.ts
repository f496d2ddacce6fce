import { describeHistory } from './describe-history';
import { describeLifetime } from './describe-lifetime';
import { describeSessionRows } from './describe-session-rows';
import { describeSharing } from './describe-sharing';
import { describeTransactions } from './describe-transactions';
import type { QueueStore } from '../queue-store';
import type { StoreContractOptions } from './store-under-test';
import type { TestRunner } from './test-runner';

/**
 * Defines the tests that every {@link QueueStore} passes, with the test runner that is handed in:
 * `describeQueueStoreContract('PostgreSQL', { prepare, shared: true }, { describe, test, expect })`.
 */
export function describeQueueStoreContract(
  name: string,
  options: StoreContractOptions,
  runner: TestRunner,
): void {
  const withStore = (body: (store: QueueStore) => Promise<void>) => async () => {
    await using data = await options.prepare();
    await using store = await data.open();
    await body(store);
  };
  runner.describe(`${name} as a queue store`, () => {
    describeSessionRows(runner, withStore);
    describeTransactions(runner, withStore);
    describeHistory(runner, withStore);
    describeLifetime(runner, withStore);
    if (options.shared) describeSharing(runner, options.prepare);
  });
}
