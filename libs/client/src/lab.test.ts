import { inspect } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { AcquiredLab } from './acquired-lab';
import { Lab } from './lab';
import { RemoteLabClient } from './remote-lab-client';
import { FakeClock } from './test-fixtures/fake-clock';
import { DEVICES, ScriptedServer } from './test-fixtures/scripted-server';

const SSH = { host: '10.0.0.1', port: 2022, user: 'ann', password: 'pw', platform: 'arista_eos' };
const ANSWER = {
  reused: true,
  identity: 'ab'.repeat(32),
  generation: 7,
  reference: '7.1',
  devices: [
    ...DEVICES,
    { name: 'r3', raw: {}, ssh: SSH },
    { name: 'h1', raw: {}, ssh: null, ssh_reason: 'No.' },
  ],
};

async function acquire(server: ScriptedServer): Promise<[RemoteLabClient, AcquiredLab]> {
  server.on('POST /lab', { status: 200, body: ANSWER });
  const client = await RemoteLabClient.connect({
    baseUrl: server.url,
    clock: new FakeClock(),
    watchdog: false,
  });
  return [client, await client.acquire({ name: 'two.yml', content: '{}' }, { reuse: true })];
}

describe('a lab in another process', () => {
  test('is what it was, device by device, and no more to be released', async () => {
    await using server = await ScriptedServer.start();
    const [client, acquired] = await acquire(server);
    const text = JSON.stringify(acquired);
    await client.close();

    const lab = Lab.fromJSON(JSON.parse(text));

    expect(lab).toBeInstanceOf(Lab);
    expect(lab).not.toBeInstanceOf(AcquiredLab);
    expect([lab.reused, lab.identity, lab.generation]).toEqual([true, 'ab'.repeat(32), 7]);
    const { host, port, user, password, platform } = lab.device('r3');
    expect({ host, port, user, password, platform }).toEqual(SSH);
    expect(lab.device('r2').raw).toEqual(DEVICES[1]?.raw);
    expect(() => lab.device('h1').host).toThrow('Device h1 has no SSH. No.');
    expect(() => lab.device('r9')).toThrow('The lab has no device "r9". It has r1, r2, r3, h1.');
    expect(JSON.stringify(lab)).toBe(text);
    expect(text).not.toContain('reference');
  });

  test('of a server that tells little is described without the rest', () => {
    const json = { reused: false, devices: [] };
    expect(Lab.fromJSON(json).toJSON()).toEqual(json);
    expect(() => Lab.fromJSON(json).device('r1')).toThrow('It has none at all.');
  });

  test.each([undefined, null, '{"devices":[]}', { devices: [] }, { reused: true, devices: [{}] }])(
    'is not made of %j',
    (json) => {
      expect(() => Lab.fromJSON(json)).toThrow('json must be what toJSON() of a lab returned');
    },
  );
});

test('a printed lab shows no password that the server told beside the raw data', async () => {
  await using server = await ScriptedServer.start();
  server.on('POST /lab', {
    status: 200,
    body: { reused: false, devices: [{ name: 'r1', raw: {}, ssh: { ...SSH, password: 'hush-hush' } }] },
  });
  await using client = await RemoteLabClient.connect({
    baseUrl: server.url,
    clock: new FakeClock(),
    watchdog: false,
  });
  await using lab = await client.acquire({ name: 'one.yml', content: '{}' }, { reuse: true });
  expect(inspect(lab.devices, { depth: 5 })).not.toContain('hush-hush');
});
