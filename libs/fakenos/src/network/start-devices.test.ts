import { describe, expect, test } from '@jest/globals';
import { compileCommands } from '../engine/command-tree';
import { platformFor } from '../platforms';
import { platforms } from '../platforms/platform-list';
import { benchDevice } from '../test-fixtures/bench-device';
import { benchModel } from '../test-fixtures/bench-model';
import { benchPlatform } from '../test-fixtures/bench-platform';
import { connectSsh } from '../test-fixtures/ssh-client';
import { silentLogger } from '../logger';
import type { NetworkDevice, NetworkOrder } from './network-messages';
import { startDevices } from './start-devices';

const orderOf = (...names: string[]): NetworkOrder => ({
  model: benchModel(0),
  bind: '127.0.0.1',
  nodes: names.map((name) => ({ name, port: 0, username: 'admin', password: 'admin' })),
});

describe('startDevices', () => {
  test('devices of one platform answer for themselves, and are reported as they start', async () => {
    const listening: NetworkDevice[] = [];
    const started = await startDevices(orderOf('r1', 'r2'), {
      devices: new Map(['r1', 'r2'].map((name) => [name, benchDevice(name)])),
      platformFor: () => benchPlatform,
      clock: { now: () => 0, date: () => new Date(0) },
      logger: silentLogger,
      onListening: (batch) => listening.push(...batch),
    });

    const outputs = await Promise.all(
      started.devices.map(async ({ port }) => {
        await using client = await connectSsh({ port });
        return (await client.exec('show version')).output;
      }),
    );

    expect(outputs).toEqual(['Bench OS 1.0 on r1\r\n', 'Bench OS 1.0 on r2\r\n']);
    expect(listening).toEqual(started.devices);
    await started.close();
  });

  test('a node without a device stops the others again', async () => {
    const started = startDevices(orderOf('r1', 'r9'), {
      devices: new Map([['r1', benchDevice('r1')]]),
      platformFor: () => benchPlatform,
      clock: { now: () => 0, date: () => new Date(0) },
      logger: silentLogger,
      onListening: () => undefined,
    });
    await expect(started).rejects.toMatchObject({
      code: 'unsupported_device',
      message: expect.stringContaining('r9'),
    });
  });
});

describe('the platforms', () => {
  test.each(platforms.map((platform) => [platform.name, platform] as const))(
    '%s can be compiled',
    (_name, platform) => {
      const tree = compileCommands(platform);
      for (const mode of Object.keys(platform.modes)) expect(tree.rootsOf(mode).length).toBeGreaterThan(0);
      tree.modeOf(platform.initialMode);
      tree.modeOf(platform.execMode ?? platform.initialMode);
    },
  );

  test('no two of them play the same device type', () => {
    const types = platforms.flatMap(({ netlabDevices }) => netlabDevices);
    expect(new Set(types).size).toBe(types.length);
    for (const type of types) expect(platformFor(type)?.netlabDevices).toContain(type);
  });
});
