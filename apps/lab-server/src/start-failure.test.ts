import { expect, test } from '@jest/globals';
import type { Config } from './config/config';
import { startFailure } from './start-failure';

const config = { host: '127.0.0.1', port: 80, stateDir: '/var/lib/lab', guardDir: '/run/lock/lab' } as Config;
const failure = (fields: object): string =>
  startFailure(Object.assign(new Error('no'), fields), config).join('\n');

test.each([
  [{ code: 'EADDRINUSE' }, 'Port 80 of 127.0.0.1 is taken'],
  [{ code: 'EACCES', syscall: 'listen' }, 'above 1023 with --port'],
  [{ code: 'EACCES', syscall: 'mkdir' }, '--state-dir that this user may write'],
  [{ code: 'EACCES', syscall: 'open', path: '/run/lock/lab/netlab.lock' }, "another user's server"],
  [{ code: 'EROFS', syscall: 'mkdir', path: '/var/lib/lab' }, '--state-dir that this user may write'],
  [{ code: 'EEXIST' }, '/var/lib/lab must be a folder'],
  [{ code: 'EADDRNOTAVAIL' }, 'choose one with --host'],
  [{}, 'The server cannot start: no'],
])('%j', (fields, advice) => {
  expect(failure(fields)).toContain(advice);
});

test('the owner of the lock is told without what only the lock needs', () => {
  const said = failure({ code: 'host_locked', owner: { pid: 7, port: 8000, token: 'secret', bootId: 'x' } });
  expect(said).toContain('pid: 7');
  expect(said).not.toMatch(/secret|bootId/);
});
