export { describeLabBackendContract } from './lab-backend-contract';
export type { BackendUnderTest, ContractBundles, TestRunner } from './lab-backend-contract';
