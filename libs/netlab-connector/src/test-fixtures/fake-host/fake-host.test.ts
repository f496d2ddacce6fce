import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { load } from 'js-yaml';
import { processStart } from './process-start';
import { startFakeHost } from './start-fake-host';
import { startProgram } from './start-program';
import { containerNames, labFolder, run, running, statusOf } from './test-lab';

describe('a lab on a fake host', () => {
  test('comes up with containers, a status entry and a lock, and goes down without a trace', async () => {
    await using host = await startFakeHost();
    const cwd = await labFolder(host);

    const up = await run(host, 'netlab up -q', cwd);

    expect(up).toMatchObject({ exitCode: 0, signal: null });
    expect(up.stdout).toContain('OK: Lab devices configured\n');
    expect(await host.containers()).toEqual(
      running.map((name) => ({ name, lab: 'two', topoFile: join(cwd, 'clab.yml'), running: true })),
    );
    expect(await statusOf(host)).toMatchObject({ default: { dir: cwd, name: 'two', status: 'started' } });
    expect(await readdir(cwd)).toContain('netlab.lock');

    expect(await run(host, 'netlab down --cleanup', cwd)).toMatchObject({ exitCode: 0 });
    expect(await host.leftovers()).toEqual([]);
    expect(await host.processes()).toEqual([]);
    expect(await host.overlaps()).toEqual([]);
    expect(await host.netlabRuns()).toEqual(['up -q', 'down --cleanup']);
  });

  test('is seen and removed by docker as well', async () => {
    await using host = await startFakeHost();
    const cwd = await labFolder(host);
    await run(host, 'netlab up', cwd);

    const { stdout } = await run(
      host,
      'docker ps -a --no-trunc --filter label=containerlab=two --format json',
      cwd,
    );
    const rows = stdout
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    const ids = (await run(host, 'docker ps -aq', cwd)).stdout.trim().split('\n');
    const removed = await run(host, `docker rm -f -v ${ids.join(' ')}`, cwd);

    expect(rows).toMatchObject(running.map((Names) => ({ Names, State: 'running' })));
    expect(removed).toMatchObject({ exitCode: 0, stdout: `${ids.join('\n')}\n` });
    expect(await containerNames(host)).toEqual([]);
    expect(await run(host, 'docker network rm netlab_mgmt', cwd)).toMatchObject({ exitCode: 0 });
  });

  test('tells inspect its nodes, and the devices file their variables', async () => {
    await using host = await startFakeHost();
    const cwd = await labFolder(host);
    await run(host, 'netlab up', cwd, { environment: { NETLAB_NETLAB_CREATE_OUTPUT_DEVICES: '{}' } });

    const names = await run(host, 'netlab inspect -q --instance default list(nodes.keys())', host.home);
    const nodes = await run(host, 'netlab inspect --format json nodes', cwd);
    const device: unknown = load(await readFile(join(cwd, 'netlab-devices.yml'), 'utf8'));

    expect(names.stdout).toBe("['r1', 'r2']\n\n");
    expect(JSON.parse(nodes.stdout)).toMatchObject({
      r1: { device: 'frr', mgmt: { ipv4: '192.168.121.101' } },
    });
    expect(device).toMatchObject({
      r1: { device: 'frr', ansible_host: 'clab-two-r1', ansible_connection: 'docker' },
      r2: { interfaces: [{ ifname: 'eth1', ipv4: '10.1.0.2/30', neighbors: [{ node: 'r1' }] }] },
    });
  });
});

describe('a LAN on a fake host', () => {
  const lan = 'provider: clab\ndefaults.device: frr\nname: lan\nnodes: [r1, r2, r3]\nlinks: [r1-r2-r3]\n';

  test('is a bridge, which goes with the lab', async () => {
    await using host = await startFakeHost();
    const cwd = await labFolder(host, 'lab', lan);

    await run(host, 'netlab up', cwd);
    expect(await readdir(host.interfaces)).toEqual(['lan_1']);
    expect(await containerNames(host)).toEqual(['clab-lan-r1', 'clab-lan-r2', 'clab-lan-r3']);

    await run(host, 'netlab down --cleanup', cwd);
    expect(await host.leftovers()).toEqual([]);
  });

  test('is removed by hand as well', async () => {
    await using host = await startFakeHost({ upFails: 'deploy' });
    await run(host, 'netlab up', await labFolder(host, 'lab', lan));

    expect(await host.leftovers()).toContain('bridge lan_1');
    expect(await run(host, 'sudo -n ip link delete lan_1', host.home)).toMatchObject({ exitCode: 0 });
    expect(await readdir(host.interfaces)).toEqual([]);
    expect(await run(host, 'ip link delete lan_1', host.home)).toMatchObject({ exitCode: 1 });
  });
});

describe('the host itself', () => {
  test('has nothing that was not installed', async () => {
    await using host = await startFakeHost();
    await host.uninstall('docker');
    await host.uninstall('netlab');

    await expect(run(host, 'docker ps', host.home)).rejects.toThrow('ENOENT');
    await expect(run(host, 'netlab version', host.home)).rejects.toThrow('ENOENT');
  });

  test('without containerlab refuses to start a lab, and takes none down', async () => {
    await using host = await startFakeHost();
    const cwd = await labFolder(host);
    await run(host, 'netlab up', cwd);
    await host.uninstall('containerlab');

    expect(await run(host, 'netlab down --cleanup', cwd)).toMatchObject({ exitCode: 0 });
    expect(await containerNames(host)).toEqual(running);
    expect(await run(host, 'netlab up --snapshot', cwd)).toMatchObject({
      exitCode: 1,
      stderr: 'Fatal error in netlab: Containerlab is not installed\n',
    });
  });

  test('can have a docker without a daemon, and one that removes nothing', async () => {
    await using host = await startFakeHost({ docker: 'daemon-down' });
    await host.addForeignLab();

    expect(await run(host, 'docker ps', host.home)).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('Cannot connect to the Docker daemon'),
    });
    await host.behave({ dockerRmFails: true });
    expect(await run(host, 'docker rm -f clab-foreign-r1', host.home)).toMatchObject({ exitCode: 1 });
    expect(await containerNames(host)).toHaveLength(2);
  });

  test('remembers every run with the environment that mattered', async () => {
    await using host = await startFakeHost();
    await run(host, 'netlab version', host.home, { environment: { NETLAB_DEVICE: 'frr', SECRET: 'x' } });

    expect(await host.runs()).toMatchObject([
      {
        program: 'netlab',
        args: ['version'],
        cwd: host.home,
        exitCode: 0,
        environment: { NETLAB_DEVICE: 'frr' },
      },
    ]);
    expect((await host.runs())[0]?.environment).not.toHaveProperty('SECRET');
  });

  test('takes all its processes with it', async () => {
    const host = await startFakeHost({
      upHangs: 'deploy',
      orphan: true,
      ignoresSigterm: ['netlab', 'sudo', 'containerlab'],
    });
    const up = startProgram(host, 'netlab', ['up'], { cwd: await labFolder(host) });
    await host.reached('up:deploy');
    const pids = (await host.processes()).map(({ pid }) => pid);

    await host[Symbol.asyncDispose]();
    await up.ended;

    expect(pids).toHaveLength(3);
    expect(await Promise.all(pids.map(processStart))).toEqual([undefined, undefined, undefined]);
    await expect(readdir(host.folder)).rejects.toThrow('ENOENT');
  });
});
