import { expect, test } from '@jest/globals';
import { explainEnd } from './end-explanation';
import type { EndReason, SessionStatus } from './session';

test.each<[EndReason, SessionStatus, string]>([
  ['released', 'active', 'released by a request with its id'],
  ['released', 'waiting', 'withdrawn by a request with its id while waiting'],
  ['crashed', 'active', 'reported as crashed by its client'],
  ['destroyed', 'waiting', 'ended by an operator'],
  ['expired', 'active', 'expired after 300 s without a sign of life'],
  ['expired', 'waiting', 'expired after 1.5 s without a sign of life'],
  ['wait_timeout', 'waiting', 'gave up after 20 s of waiting, the limit it had asked for'],
])('%s while %s reads: %s', (reason, status, words) => {
  const timeouts = { waitingMs: 1_500, activeMs: 300_000 };
  expect(explainEnd(reason, { status, request: { waitTimeoutMs: 20_000 } }, timeouts)).toBe(words);
});
