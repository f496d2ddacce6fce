import { expect, test } from '@jest/globals';
import type { LogEntry } from '../support/server-process';
import { orderViolations } from './check-order';

const entry = (message: string, session: string): LogEntry => ({ level: 'info', message, session });

test('an orderly queue has no violations', () => {
  const log = [
    entry('session.queued', 'a'),
    entry('session.active', 'a'),
    entry('session.queued', 'b'),
    entry('session.queued', 'c'),
    entry('session.ended: expired', 'b'),
    entry('session.ended: released', 'a'),
    entry('session.active', 'c'),
  ];
  expect(orderViolations(log)).toEqual([]);
});

test('overtaking and two active sessions are found', () => {
  const log = [
    entry('session.queued', 'a'),
    entry('session.queued', 'b'),
    entry('session.active', 'b'),
    entry('session.active', 'a'),
  ];
  expect(orderViolations(log)).toEqual(['b overtook a', 'a became active while b was']);
});
