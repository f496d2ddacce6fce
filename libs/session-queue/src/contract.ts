export { describeQueueStoreContract } from './store-contract/queue-store-contract';
export type { StoreContractOptions, StoreUnderTest } from './store-contract/store-under-test';
export type { Expectation, TestRunner } from './store-contract/test-runner';
