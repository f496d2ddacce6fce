import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { NetlabRunner } from '../netlab-runner';
import type { FakeHost } from '../test-fixtures/fake-host/fake-host';
import type { FakeHostBehaviour } from '../test-fixtures/fake-host/fake-host-behaviour';
import { startFakeHost } from '../test-fixtures/fake-host/start-fake-host';
import { dockerEngine } from './container-engine';
import { labBridges, removeBridges } from './lab-bridges';
import { managementNetworks } from './management-networks';
import { failureOf } from './test-fixtures/failure-of';
import { containerIn } from './test-fixtures/remains';

const runnerOn = (host: FakeHost): NetlabRunner =>
  new NetlabRunner({ environment: host.environment, owner: host.folder, timeouts: { ps: 5_000 } });

describe('the container engine', () => {
  test('lists the containers of one lab, or of all, the dead too', async () => {
    await using host = await startFakeHost();
    const dir = await host.addForeignLab({ name: 'one', nodes: ['r1'] });
    await host.addForeignLab({ name: 'two', nodes: ['r1', 'r2'], instance: 'two' });
    await host.stopContainer('clab-one-r1');
    const engine = dockerEngine(runnerOn(host));
    expect(await engine.list('one')).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{64}$/),
        name: 'clab-one-r1',
        lab: 'one',
        topologyFile: `${dir}/clab.yml`,
        isRunning: false,
        networks: ['one_mgmt'],
      },
    ]);
    expect((await engine.list()).map(({ name, isRunning }) => [name, isRunning])).toEqual([
      ['clab-one-r1', false],
      ['clab-two-r1', true],
      ['clab-two-r2', true],
    ]);
    expect(await engine.list('on')).toEqual([]);
  });

  test('removes containers; whoever has gone is no failure', async () => {
    await using host = await startFakeHost();
    await host.addForeignLab({ inStatus: false });
    const engine = dockerEngine(runnerOn(host));
    const containers = await engine.list();
    await engine.remove([]);
    await engine.remove(containers);
    await engine.remove(containers);
    expect(await host.containers()).toEqual([]);
  });

  const failing: readonly (readonly [FakeHostBehaviour, string])[] = [
    [{ dockerRmFails: true }, 'docker rm failed: Error response from daemon: cannot remove container'],
    [{ docker: 'daemon-down' }, 'Docker does not answer: Cannot connect to the Docker daemon'],
  ];
  test.each(failing)('that cannot remove them (%j) says why', async (behaviour, words) => {
    await using host = await startFakeHost();
    await host.addForeignLab({ inStatus: false });
    const engine = dockerEngine(runnerOn(host));
    const containers = await engine.list();
    await host.behave(behaviour);
    expect(await failureOf(engine.remove(containers))).toMatchObject({
      code: 'netlab_failed',
      message: expect.stringContaining(words),
    });
  });

  test('removes the networks of netlab and containerlab that nobody uses, and no network of the operator', async () => {
    await using host = await startFakeHost();
    await host.addForeignLab({ inStatus: false });
    const state = join(host.folder, 'state', 'networks');
    const add = (name: string, labels: object): Promise<void> =>
      writeFile(join(state, `${name}.json`), JSON.stringify({ id: name, name, labels, createdAt: 1 }));
    await add('netlab_mgmt', {});
    await add('made', { containerlab: '' });
    await add('operators', {});
    const engine = dockerEngine(runnerOn(host));
    for (const name of ['netlab_mgmt', 'made', 'operators', 'foreign_mgmt', 'never_was'])
      await engine.removeNetwork(name);
    expect((await readdir(state)).sort()).toEqual(['foreign_mgmt.json', 'operators.json']);
  });

  test('is not there: it says so, and has no networks', async () => {
    await using host = await startFakeHost();
    await host.uninstall('docker');
    const engine = dockerEngine(runnerOn(host));
    expect(await failureOf(engine.list())).toMatchObject({ code: 'netlab_missing' });
    await engine.removeNetwork('netlab_mgmt');
  });
});

test('bridges of a lab are told by its name, and removed; whoever has gone is no failure', async () => {
  await using host = await startFakeHost();
  for (const name of ['lab7_1', 'lab7_2', 'lab77_1', 'eth0'])
    await writeFile(join(host.interfaces, name), '');
  const bridges = await labBridges('lab7', host.interfaces);
  expect(bridges).toEqual(['lab7_1', 'lab7_2']);
  await removeBridges(runnerOn(host), [...bridges, 'lab7_3']);
  expect((await readdir(host.interfaces)).sort()).toEqual(['eth0', 'lab77_1']);
  expect(await labBridges('a-name-of-sixteen', host.interfaces)).toEqual([]);
  expect(await labBridges('lab7', '/no/such/folder')).toEqual([]);
});

test('management networks are those in the plans, and those of netlab that containers are in', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'networks-'));
  await writeFile(join(folder, 'clab.yml'), 'mgmt: { network: mine }');
  const containers = [containerIn(folder, { networks: ['nl_mgmt_3', 'bridge', 'netlab_mgmt'] })];
  expect(await managementNetworks([join(folder, 'clab.yml'), '/no/such'], containers)).toEqual([
    'mine',
    'nl_mgmt_3',
    'netlab_mgmt',
  ]);
  await rm(folder, { recursive: true });
});
