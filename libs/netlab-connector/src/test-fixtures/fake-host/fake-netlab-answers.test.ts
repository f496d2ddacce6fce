import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { startFakeHost } from './start-fake-host';
import { startProgram } from './start-program';
import { labFolder, run } from './test-lab';

describe('what netlab says about a topology', () => {
  test.each([
    ['nodes: [r1\nx: {', 'Fatal error in netlab: Cannot read YAML from'],
    ['nodes: [r1]\nnodes: [r2]\n', 'Duplicate section in YAML file: nodes'],
    ['- r1\n', 'Cannot read YAML from'],
    ['', "MissingValue in topology: Required topology element 'nodes' is missing or empty"],
    ['nodes: {r1: {device: nosuchbox}}', 'must be known device type identifier (got nosuchbox)'],
    ['nodes: [r1]', 'MissingValue in nodes: No device type specified for node r1'],
    ['nodes: [1, 2]', 'Traceback'],
    ['defaults.device: frr\nnodes: [r1]\nlinks: [r1-r9]', 'refers to an unknown node r9'],
    ['defaults.device: frr\nnodes: [r1]\nfoo: 3', "Invalid topology attribute 'foo'"],
    ['defaults.device: frr\nprovider: x\nnodes: [r1]', 'Unknown virtualization provider x'],
  ])('%j is refused', async (topology, words) => {
    await using host = await startFakeHost();
    const cwd = await labFolder(host, 'lab', topology);

    expect(await run(host, 'netlab create', cwd)).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining(words),
    });
    expect(await host.leftovers()).toEqual([]);
  });

  test("a topology is transformed into a file of one's own choice and into nothing else", async () => {
    await using host = await startFakeHost();
    const cwd = await labFolder(host);

    const made = await run(host, 'netlab create --output json:everything=../lab.json topology.yml', cwd);

    expect(made).toMatchObject({ exitCode: 0 });
    expect(await readdir(cwd)).toEqual(['topology.yml']);
    expect(JSON.parse(await readFile(join(host.folder, 'lab.json'), 'utf8'))).toMatchObject({
      name: 'two',
      nodes: { r1: { device: 'frr', interfaces: [{ ifname: 'eth1' }] } },
      links: [{ type: 'p2p', interfaces: [{ node: 'r1' }, { node: 'r2' }] }],
    });
  });

  test('the lab is called as asked for, as written, or as its folder', async () => {
    await using host = await startFakeHost();
    const unnamed = await labFolder(host, '1my.lab-folder-name', 'nodes: [r1]\n');
    const named = await labFolder(host, 'named');
    const nameIn = async (cwd: string): Promise<string | undefined> =>
      (await readFile(join(cwd, 'clab.yml'), 'utf8')).split('\n')[0];

    await run(host, 'netlab create -p clab -d frr', unnamed);
    await run(host, 'netlab create', named);
    expect([await nameIn(unnamed), await nameIn(named)]).toEqual(['name: mylabfoldern', 'name: two']);
    await run(host, 'netlab create -s name=asked', named);
    expect(await nameIn(named)).toBe('name: asked');
  });

  test('a file that is not there, and options nobody knows', async () => {
    await using host = await startFakeHost();
    const missing = await run(host, 'netlab create nosuch.yml', host.home);

    expect(missing).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('nosuch.yml does not exist'),
    });
    expect(await run(host, 'netlab up --nope', host.home)).toMatchObject({ exitCode: 2 });
    expect(await run(host, 'netlab --version', host.home)).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('FatalError in netlab: Unknown command --version'),
    });
  });
});

describe('what netlab says about itself and its labs', () => {
  test('its version is what it was told to say', async () => {
    await using host = await startFakeHost();
    const firstLine = async (): Promise<string | undefined> =>
      (await run(host, 'netlab version', host.home)).stdout.split('\n')[0];

    expect(await firstLine()).toBe('netlab version 26.03');
    await host.behave({ version: '1.9.4' });
    expect(await firstLine()).toBe('netlab version 1.9.4');
    await host.behave({ versionFails: 'garbage' });
    expect(await firstLine()).not.toContain('netlab version');
    await host.behave({ versionFails: 'exit-1' });
    expect(await run(host, 'netlab version', host.home)).toMatchObject({ exitCode: 1, stdout: '' });
  });

  test('status knows the labs, and breaks when a container has died', async () => {
    await using host = await startFakeHost();
    const cwd = await labFolder(host);
    expect(await run(host, 'netlab status', cwd)).toMatchObject({
      exitCode: 1,
      stdout: 'No netlab-managed labs\n',
    });
    await run(host, 'netlab up', cwd);

    const all = await run(host, 'netlab status --all --format json', host.home);
    const nowhere = await run(host, 'netlab status --format json', host.home);
    await host.stopContainer('clab-two-r1');
    const broken = await run(host, 'netlab status', cwd);

    expect(JSON.parse(all.stdout)).toMatchObject({ default: { dir: cwd, status: 'started' } });
    expect([nowhere.exitCode, JSON.parse(nowhere.stdout)]).toMatchObject([0, { error: expect.any(String) }]);
    expect(broken).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('AttributeError') });
  });

  test.each([
    ['create', { createFails: 'exit-1' }, { exitCode: 1, stderr: /^Fatal error in netlab/ }],
    ['create', { createFails: 'traceback' }, { exitCode: 1, stderr: /^Traceback/ }],
    ['inspect nodes', { inspectFails: 'garbage' }, { exitCode: 0, stdout: /^\[\{ not/ }],
    ['inspect nodes', { inspectFails: 'exit-1' }, { exitCode: 1, stderr: /^Fatal error in netlab/ }],
    ['inspect nodes', { inspectFails: 'traceback' }, { exitCode: 1, stderr: /^Traceback/ }],
    ['status --all --format json', { statusFails: 'garbage' }, { exitCode: 0, stdout: /not JSON/ }],
    ['status --all --format json', { statusFails: 'traceback' }, { exitCode: 1, stderr: /^Traceback/ }],
    ['version', { versionFails: 'empty' }, { exitCode: 0, stdout: /^$/ }],
    ['version', { versionFails: 'traceback' }, { exitCode: 1, stderr: /^Traceback/ }],
  ] as const)('%s with %j', async (command, behaviour, expected) => {
    await using host = await startFakeHost();
    const cwd = await labFolder(host);
    await run(host, 'netlab create', cwd);
    await host.behave(behaviour);

    const { exitCode, stdout, stderr } = await run(host, `netlab ${command}`, cwd);

    expect(exitCode).toBe(expected.exitCode);
    if ('stdout' in expected) expect(stdout).toMatch(expected.stdout);
    else expect(stderr).toMatch(expected.stderr);
  });

  test.each([
    ['version', { versionFails: 'hangs' }],
    ['create', { createFails: 'hangs' }],
    ['inspect', { inspectFails: 'hangs' }],
    ['status', { statusFails: 'hangs' }],
  ] as const)('%s hangs until it is ended', async (command, behaviour) => {
    await using host = await startFakeHost(behaviour);
    const started = startProgram(host, 'netlab', [command], { cwd: await labFolder(host) });
    await host.reached(`${command}:start`);

    expect(started.child.kill('SIGTERM')).toBe(true);

    expect(await started.ended).toMatchObject({ signal: 'SIGTERM', stdout: '' });
  });

  test('a lab may have no devices file', async () => {
    await using host = await startFakeHost({ createFails: 'no-devices-file' });
    const cwd = await labFolder(host);
    const asked = { environment: { NETLAB_NETLAB_CREATE_OUTPUT_DEVICES: '{}' } };

    expect(await run(host, 'netlab up', cwd, asked)).toMatchObject({ exitCode: 0 });

    expect(await readdir(cwd)).not.toContain('netlab-devices.yml');
    expect(await readdir(cwd)).toContain('netlab.lock');
  });

  test('inspect cuts YAML at the width of the terminal', async () => {
    await using host = await startFakeHost();
    const cwd = await labFolder(host);
    await run(host, 'netlab create', cwd);

    const narrow = await run(host, 'netlab inspect -q --node r1', cwd, { environment: { COLUMNS: '20' } });

    expect(
      new Set(
        narrow.stdout
          .trimEnd()
          .split('\n')
          .slice(0, -1)
          .map((line) => line.length),
      ),
    ).toEqual(new Set([20]));
  });
});
