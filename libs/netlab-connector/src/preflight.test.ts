import { describe, expect, test } from '@jest/globals';
import { failureOf } from './backend/test-fixtures/failure-of';
import { NetlabRunner } from './netlab-runner';
import { parseRelease, preflight } from './preflight';
import type { RunNetlab } from './run-netlab';
import type { FakeHostBehaviour } from './test-fixtures/fake-host/fake-host-behaviour';
import { startFakeHost } from './test-fixtures/fake-host/start-fake-host';

const saying =
  (stdout: string): RunNetlab =>
  () =>
    Promise.resolve({ exitCode: 0, stdout, tail: stdout.split('\n'), durationMs: 1 });

describe('the release of netlab', () => {
  test.each([
    ['netlab version 26.03\n  executable location: /x\n', '26.03', [26, 3]],
    ['netlab version 1.9.5', '1.9.5', [1, 9, 5]],
    ['a warning of Python\nnetlab version 25.12.1-dev3\n', '25.12.1', [25, 12, 1]],
  ])('in %j is %s', (stdout, text, parts) => {
    expect(parseRelease(stdout)).toEqual({ text, parts });
  });

  test.each(['', 'version 26.03', 'netlab version unknown', 'my netlab version 26.03'])(
    'is not in %j',
    (stdout) => {
      expect(parseRelease(stdout)).toBe(undefined);
    },
  );

  test.each(['1.9.5', '1.9.10', '1.10', '2.0', '25.06', '26.03'])('%s will do', async (version) => {
    expect(await preflight(saying(`netlab version ${version}\n`))).toMatchObject({ text: version });
  });

  test.each(['1.9.4', '1.9', '1.8.99', '0.26.3'])('%s is too old', async (version) => {
    expect(await failureOf(preflight(saying(`netlab version ${version}\n`)))).toMatchObject({
      code: 'netlab_unusable',
      message: `netlab ${version} is too old: 1.9.5 or later is needed. Upgrade with "pip install --upgrade networklab".`,
    });
  });
});

describe('a netlab that does not work', () => {
  const cases: readonly (readonly [FakeHostBehaviour, string])[] = [
    [{ versionFails: 'exit-1' }, 'cannot tell the version'],
    [{ versionFails: 'traceback' }, "No module named 'box'"],
    [{ versionFails: 'garbage' }, 'this is not what you are looking for'],
    [{ versionFails: 'empty' }, 'nothing'],
    [{ versionFails: 'hangs' }, 'took longer than 0.3 s'],
  ];

  test.each(cases)('%j is unusable, in words that help', async (behaviour, words) => {
    await using host = await startFakeHost(behaviour);
    const timeouts: Record<string, number> = behaviour.versionFails === 'hangs' ? { version: 300 } : {};
    const runner = new NetlabRunner({ environment: host.environment, owner: host.folder, timeouts });
    expect(await failureOf(preflight(runner.run))).toMatchObject({
      code: 'netlab_unusable',
      message: expect.stringContaining(words),
    });
    expect(await host.processes()).toEqual([]);
  });

  test('and is not there is missing', async () => {
    await using host = await startFakeHost();
    await host.uninstall('netlab');
    const runner = new NetlabRunner({ environment: host.environment, owner: host.folder });
    expect(await failureOf(preflight(runner.run))).toMatchObject({ code: 'netlab_missing' });
  });

  test('and whose asker has gone away rejects with the reason', async () => {
    await using host = await startFakeHost({ versionFails: 'hangs' });
    const runner = new NetlabRunner({ environment: host.environment, owner: host.folder });
    const abort = new AbortController();
    const asked = failureOf(preflight(runner.run, abort.signal));
    await host.reached('version:start');
    abort.abort(new Error('gone'));
    expect(await asked).toMatchObject({ message: 'gone' });
  });
});
