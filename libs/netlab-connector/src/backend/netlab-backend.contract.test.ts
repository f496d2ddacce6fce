import { describe, expect, test } from '@jest/globals';
import { describeLabBackendContract } from '@remote-lab/lab-manager/contract';
import { bundleOf, twoRouters } from './test-fixtures/netlab-bench';
import { sharedHostBackend } from './test-fixtures/shared-host-backend';

const bad = bundleOf('{ provider: clab, defaults.device: frr, nodes: [r1], links: [r1-nobody] }');

describeLabBackendContract(
  'NetlabBackend',
  sharedHostBackend,
  { describe, test, expect },
  { good: twoRouters, bad },
);
