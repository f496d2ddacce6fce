import { describe, expect, test } from '@jest/globals';
import type { AcquiredLab } from './acquired-lab';
import { RemoteLabClient } from './remote-lab-client';
import { FakeClock } from './test-fixtures/fake-clock';
import { gone, noContent, type Reply, ScriptedServer, SESSION_TARGET } from './test-fixtures/scripted-server';

const RELEASE = 'POST /lab/release';

async function hold(
  server: ScriptedServer,
  requestTimeout?: number,
): Promise<[RemoteLabClient, AcquiredLab]> {
  const client = await RemoteLabClient.connect({
    baseUrl: server.url,
    clock: new FakeClock(),
    watchdog: false,
    requestTimeout,
  });
  return [client, await client.acquire({ name: 'two.yaml', content: '{}' }, { reuse: true })];
}

describe('release', () => {
  test('gives the reference back once', async () => {
    await using server = await ScriptedServer.start();
    const [client, lab] = await hold(server);
    await Promise.all([lab.release(), lab.release()]);
    await lab.release();
    await client.close();
    expect(server.to(RELEASE)).toHaveLength(1);
  });

  test.each<[string, Reply]>([
    ['that nobody runs any more', { status: 404, body: { detail: 'No lab running' } }],
    ['that went with its session', gone()],
  ])('is content with a lab %s', async (_, reply) => {
    await using server = await ScriptedServer.start();
    server.on(RELEASE, reply);
    const [client, lab] = await hold(server);
    await expect(lab.release()).resolves.toBeUndefined();
    await client.close();
  });

  test('tells when it failed, and can be tried again', async () => {
    await using server = await ScriptedServer.start();
    server.on(RELEASE, { status: 500, body: 'Internal Server Error' }, noContent);
    const [client, lab] = await hold(server);
    await expect(lab.release()).rejects.toMatchObject({
      code: 'internal_error',
      message: expect.stringMatching(/^The answer of \S+ has status 500 and says "Internal Server Error"\.$/),
    });
    await lab.release();
    await client.close();
    expect(server.to(RELEASE)).toHaveLength(2);
  });

  test('names its reference, so that one whose answer was lost is repeated and takes nothing else', async () => {
    await using server = await ScriptedServer.start();
    server.on('POST /lab', { status: 200, body: { reused: false, devices: [], reference: '7.3' } });
    server.on(RELEASE, 'cut', noContent);
    const [client, lab] = await hold(server);
    await lab.release();
    await client.close();
    expect(server.to(RELEASE).map(({ query }) => query.get('reference'))).toEqual(['7.3', '7.3']);
  });

  test('does not hang on a server that does not answer', async () => {
    await using server = await ScriptedServer.start();
    server.on(RELEASE, 'hang');
    const [client, lab] = await hold(server, 1_000);
    await expect(lab.release()).rejects.toMatchObject({ code: 'request_timeout' });
    await client.close();
  });

  test('after the client is closed there is nothing left to give back', async () => {
    await using server = await ScriptedServer.start();
    const [client, lab] = await hold(server);
    await client.close();
    await lab.release();
    expect(server.targets.at(-1)).toBe(`DELETE ${SESSION_TARGET}`);
  });
});

test('a device that is not there is answered with those that are', async () => {
  await using server = await ScriptedServer.start();
  const [client, lab] = await hold(server);
  expect(lab.device('r2').port).toBe(2202);
  expect(() => lab.device('r3')).toThrow('The lab has no device "r3". It has r1, r2.');
  await client.close();
});
