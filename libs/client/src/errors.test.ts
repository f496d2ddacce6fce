import { inspect } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { LabStartError, RemoteLabError } from './errors';
import { RemoteLabClient } from './remote-lab-client';
import { FakeClock } from './test-fixtures/fake-clock';
import { ScriptedServer, SESSION_ID } from './test-fixtures/scripted-server';

/** The fields that a log shows below the stack. */
function shownFields(error: Error): readonly string[] {
  return Object.keys(error)
    .filter((key) => key !== 'name')
    .sort();
}

describe('a printed error', () => {
  test('shows what is known', () => {
    const problems = [{ file: 'a.yml', message: 'no' }];
    const details = { status: 422, reason: 'why', holder: 'amber-otter', problems };
    const error = new RemoteLabError('invalid_topology', 'Wrong.', details);
    expect(error).toMatchObject(details);
    expect(shownFields(error)).toEqual(['code', 'holder', 'problems', 'reason', 'status']);
    expect(shownFields(new LabStartError('lab_start_failed', 'No.', ['a'], {}))).toContain('output');
  });

  test('does not show what is not, but its lists can still be walked', () => {
    const error = new LabStartError('lab_start_failed', 'No.', [], { status: undefined, reason: undefined });
    expect(shownFields(error)).toEqual(['code']);
    expect(inspect(error)).not.toMatch(/undefined|\[\]/);
    expect([error.problems, error.output, error.status, error.reason, error.holder]).toEqual([
      [],
      [],
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('tells the cause of a broken connection without the request and the session id in it', async () => {
    await using server = await ScriptedServer.start();
    server.on('GET /lab/devices', 'cut');
    await using client = await RemoteLabClient.connect({
      baseUrl: server.url,
      clock: new FakeClock(),
      watchdog: false,
    });
    const error: unknown = await client.devices().catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'server_unreachable', cause: { code: 'ECONNRESET' } });
    expect(inspect(error, { depth: 10 })).not.toContain(SESSION_ID);
  });
});

test('what is printed of a client and a lab has no token and no session id', async () => {
  await using server = await ScriptedServer.start();
  await using client = await RemoteLabClient.connect({
    baseUrl: server.url,
    token: 's3cr3t',
    clock: new FakeClock(),
    watchdog: false,
  });
  const lab = await client.acquire({ name: 'two.yml', content: 'nodes: [r1]\n' }, { reuse: true });
  expect(inspect(client)).toContain('amber-otter');
  for (const printed of [client, { client }, lab])
    expect(inspect(printed, { depth: 10 })).not.toMatch(new RegExp(`s3cr3t|${SESSION_ID}`));
});
