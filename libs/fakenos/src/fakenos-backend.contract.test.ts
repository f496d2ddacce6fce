import { describe, expect, test } from '@jest/globals';
import { describeLabBackendContract } from '@remote-lab/lab-manager/contract';
import { bundleOf } from './test-fixtures/bundle-of';
import { watchedBackend } from './test-fixtures/watched-backend';

const good = bundleOf(
  '{ name: pair, provider: clab, defaults.device: iosv, nodes: [r1, r2], links: [r1-r2] }',
);
const bad = bundleOf('{ nodes: { r1: { device: abacus } } }');

describeLabBackendContract('FakeNosBackend', watchedBackend, { describe, test, expect }, { good, bad });
