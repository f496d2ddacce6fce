// Before the others: where a runner's realm lacks the symbols of disposables, the client restores them.
import '@remote-lab/client';
export { type RemoteLabConfig, type RemoteLabConfigExport } from './config/config';
export { CONFIG_KEYS, type ConfigKey, configKeys, type ConfigKeyName } from './config/config-keys';
export { TEST_RUN_ERROR_CODES, TestRunError, type TestRunErrorCode } from './errors';
export { groupByLab } from './order/group-by-lab';
export { labPlan, type LabPlan, type PlannedFile } from './order/lab-plan';
export { workerNotice } from './order/worker-notice';
export { readRunState, writeRunState } from './run/env-transport';
export { type RunLabState, type RunSession, type RunState } from './run/run-state';
export { SharedRun, type SharedRunParts } from './run/shared-run';
export { TestRun, type TestRunOptions } from './run/test-run';
export { type Output } from './waiting/waiting-reporter';
export { type FileHooks } from './worker/file-hooks';
export { createLabApi, type LabApi, type LabApiParts } from './worker/lab-api';
export { type LabOptions } from './worker/lab-request';
export { type HeldLab, type TestLab } from './worker/test-lab';
