import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { load } from 'js-yaml';
import type { FakeHost } from './fake-host';
import type { FakeHostBehaviour } from './fake-host-behaviour';
import { processStart } from './process-start';
import { startFakeHost } from './start-fake-host';
import { startProgram } from './start-program';
import type { ProgramResult, StartOptions } from './start-program';

const twoRouters = 'provider: clab\ndefaults.device: frr\nname: two\nnodes: [r1, r2]\nlinks: [r1-r2]\n';
const running = ['clab-two-r1', 'clab-two-r2'];
const forgotten = ['clab-two', 'container clab-two-r1', 'container clab-two-r2', 'network netlab_mgmt'];

async function labFolder(host: FakeHost, name = 'lab', topology = twoRouters): Promise<string> {
  const folder = join(host.folder, name);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'topology.yml'), topology);
  return folder;
}

function run(
  host: FakeHost,
  command: string,
  cwd: string,
  options: Partial<StartOptions> = {},
): Promise<ProgramResult> {
  const [program = '', ...args] = command.split(' ');
  return startProgram(host, program, args, { cwd, ...options }).ended;
}

async function containerNames(host: FakeHost): Promise<string[]> {
  return (await host.containers()).map(({ name }) => name);
}

/** Names of leftovers without the folder they are in. */
async function leftovers(host: FakeHost): Promise<string[]> {
  return (await host.leftovers()).map((name) => basename(name));
}

async function statusOf(host: FakeHost): Promise<unknown> {
  return load(await readFile(join(host.home, '.netlab', 'status.yaml'), 'utf8'));
}

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

describe('a start that does not come to its end', () => {
  const failing: [FakeHostBehaviour, string, { containers: string[]; status: unknown; lock: boolean }][] = [
    [{ upFails: 'probe' }, 'Containerlab is not installed', { containers: [], status: null, lock: false }],
    [{ upTraceback: true }, 'Traceback', { containers: [], status: 'starting provider clab', lock: true }],
    [
      { upFails: 'deploy' },
      'failed, aborting...',
      { containers: [], status: 'starting provider clab', lock: true },
    ],
    [
      { upFails: 'node:r1' },
      'failed, aborting...',
      { containers: ['clab-two-r2'], status: 'starting provider clab', lock: true },
    ],
    [
      { upFails: 'config' },
      'netlab initial failed',
      { containers: running, status: 'deploying configuration: complete configuration', lock: true },
    ],
  ];

  test.each(failing)(
    '%j leaves what the real one leaves, and down takes it away',
    async (behaviour, words, left) => {
      await using host = await startFakeHost({ ...behaviour, times: 1 });
      const cwd = await labFolder(host);

      const up = await run(host, 'netlab up', cwd);

      expect(up.exitCode).toBe(1);
      expect(up.stderr).toContain(words);
      expect(await containerNames(host)).toEqual(left.containers);
      expect(await statusOf(host)).toMatchObject({ default: { dir: cwd, status: left.status } });
      expect((await readdir(cwd)).includes('netlab.lock')).toBe(left.lock);
      expect(await run(host, 'netlab down --cleanup', cwd)).toMatchObject({ exitCode: 0 });
      expect(await host.leftovers()).toEqual([]);
      expect(await run(host, 'netlab up', cwd)).toMatchObject({ exitCode: 0 });
    },
  );

  test.each(['start', 'create', 'probe', 'deploy', 'config'] as const)(
    'hangs at %s until released',
    async (stage) => {
      await using host = await startFakeHost({ upHangs: stage });
      const cwd = await labFolder(host);

      const up = startProgram(host, 'netlab', ['up'], { cwd });
      await host.reached(`up:${stage}`);
      expect(await host.processes()).toContainEqual(
        expect.objectContaining({ pid: up.pid, program: 'netlab' }),
      );
      await host.release();

      expect(await up.ended).toMatchObject({ exitCode: 0 });
      expect(await containerNames(host)).toEqual(running);
    },
  );

  test('asks, and does not survive a closed stdin', async () => {
    await using host = await startFakeHost({ upAsks: true });
    const cwd = await labFolder(host);

    const up = await run(host, 'netlab up', cwd);

    expect(up).toMatchObject({ exitCode: 1, stdout: 'Do you want to continue [y/n]: ' });
    expect(up.stderr).toContain('EOFError: EOF when reading a line');
    expect(await run(host, 'netlab up', cwd, { stdin: { answer: 'y\n' } })).toMatchObject({ exitCode: 0 });
  });

  test('killed alone, it leaves sudo and containerlab behind, who finish what they began', async () => {
    await using host = await startFakeHost({ upHangs: 'deploy', orphan: true });
    const cwd = await labFolder(host);
    const up = startProgram(host, 'netlab', ['up'], { cwd });
    await host.reached('up:deploy');

    up.child.kill('SIGTERM');
    await new Promise((resolve) => up.child.on('exit', resolve));
    expect(up.child.signalCode).toBe('SIGTERM');
    expect((await host.processes()).map(({ program }) => program).sort()).toEqual(['containerlab', 'sudo']);
    expect(await containerNames(host)).toEqual(['clab-two-r1']);
    const second = run(host, 'netlab status --all', cwd);
    expect(await second).toMatchObject({ exitCode: 0 });
    await host.release();

    await host.reached('up:deployed');
    expect(await containerNames(host)).toEqual(running);
    expect(await host.overlaps()).toContain(
      'netlab status --all during containerlab deploy --reconfigure -t clab.yml',
    );
  });

  test('its group killed, what is in a session of its own takes its time and still finishes', async () => {
    await using host = await startFakeHost({ deployDelayMs: 100, orphan: true });
    const cwd = await labFolder(host);
    const up = startProgram(host, 'netlab', ['up'], { cwd, group: true });
    await host.reached('up:deploy');

    process.kill(-up.pid, 'SIGKILL');

    await host.reached('up:deployed');
    expect(await up.ended).toMatchObject({ signal: 'SIGKILL' });
    expect(await containerNames(host)).toEqual(running);
  });

  test('its group told to stop, containerlab takes its containers away', async () => {
    await using host = await startFakeHost({ upHangs: 'deploy' });
    const cwd = await labFolder(host);
    const up = startProgram(host, 'netlab', ['up'], { cwd, group: true });
    await host.reached('up:deploy');

    process.kill(-up.pid, 'SIGTERM');

    expect(await up.ended).toMatchObject({
      signal: 'SIGTERM',
      stdout: expect.stringContaining('Starting clab nodes'),
    });
    expect(await host.processes()).toEqual([]);
    expect(await containerNames(host)).toEqual([]);
    expect(await leftovers(host)).toEqual(expect.arrayContaining(['netlab.lock', 'status default']));
  });

  test('interrupted, it says so and kills sudo, but not containerlab', async () => {
    await using host = await startFakeHost({ upHangs: 'deploy' });
    const cwd = await labFolder(host);
    const up = startProgram(host, 'netlab', ['up'], { cwd });
    await host.reached('up:deploy');

    up.child.kill('SIGINT');
    await new Promise((resolve) => up.child.on('exit', resolve));

    expect(up.child.exitCode).toBe(1);
    expect((await host.processes()).map(({ program }) => program)).toEqual(['containerlab']);
    await host.release();
    expect((await up.ended).stderr).toContain('ErrorAbort in cli: netlab up command was interrupted');
  });

  test('deaf to SIGTERM, all of it goes on', async () => {
    await using host = await startFakeHost({
      upHangs: 'deploy',
      ignoresSigterm: ['netlab', 'sudo', 'containerlab'],
    });
    const cwd = await labFolder(host);
    const up = startProgram(host, 'netlab', ['up'], { cwd, group: true });
    await host.reached('up:deploy');

    process.kill(-up.pid, 'SIGTERM');
    await host.release();

    expect(await up.ended).toMatchObject({ exitCode: 0 });
    expect(await containerNames(host)).toEqual(running);
  });

  test('makes noise of every kind', async () => {
    await using host = await startFakeHost({
      upNoise: [
        'ansi',
        'warnings',
        'long-line',
        'invalid-utf8',
        'split-utf8',
        'carriage-returns',
        'no-line-break',
        'many-lines',
      ],
    });
    const up = await run(host, 'netlab up', await labFolder(host));

    expect(up.exitCode).toBe(0);
    expect(up.stdout.split('\n').length).toBeGreaterThan(200_000);
    for (const piece of [
      '\u001b[1;32m',
      `${'x'.repeat(100_000)} end`,
      'bad \ufffd',
      'snow ☃ man',
      '\r100%\r\n',
    ]) {
      expect(up.stdout.includes(piece)).toBe(true);
    }
    expect(up.stderr).toContain('and no line break');
  });
});

describe('two labs on one host', () => {
  test('a second start in the folder is refused before anything is touched', async () => {
    await using host = await startFakeHost();
    const cwd = await labFolder(host);
    await run(host, 'netlab up', cwd);

    const second = await run(host, 'netlab up', cwd);

    expect(second).toMatchObject({
      exitCode: 1,
      stderr: 'Fatal error in netlab: Cannot start another lab in the same directory\n',
    });
    expect(await run(host, 'netlab up --snapshot', cwd)).toMatchObject({ exitCode: 0 });
    expect(await containerNames(host)).toEqual(running);
  });

  test('a start elsewhere is refused after its files were written', async () => {
    await using host = await startFakeHost();
    const elsewhere = await host.addForeignLab();
    const cwd = await labFolder(host);

    const up = await run(host, 'netlab up', cwd);

    expect(up).toMatchObject({
      exitCode: 1,
      stderr: 'Fatal error in netlab: aborting "netlab up" request\n',
    });
    expect(up.stdout).toContain(`is already running in directory\n${elsewhere}`);
    expect(await readdir(cwd)).toContain('netlab.snapshot.pickle');
    expect(await readdir(cwd)).not.toContain('netlab.lock');
    expect(await containerNames(host)).toEqual(['clab-foreign-r1', 'clab-foreign-r2']);
  });

  test('a down elsewhere asks, unless forced twice', async () => {
    await using host = await startFakeHost();
    await host.addForeignLab();
    const cwd = await labFolder(host);
    await run(host, 'netlab create', cwd);

    const closed = await run(host, 'netlab down --cleanup', cwd);
    const forced = await run(host, 'netlab down --cleanup --force --force', cwd);

    expect(closed).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('EOFError') });
    expect(forced).toMatchObject({ exitCode: 0 });
    expect(await statusOf(host)).toMatchObject({ default: { name: 'foreign' } });
  });

  test('with an instance of its own it may run beside the other', async () => {
    await using host = await startFakeHost();
    await host.addForeignLab();
    const cwd = await labFolder(host);

    const up = await run(host, 'netlab up -s defaults.multilab.id=ours -s name=mine', cwd);

    expect(up).toMatchObject({ exitCode: 0 });
    expect(await statusOf(host)).toMatchObject({ default: {}, ours: { dir: cwd, name: 'mine' } });
    expect(await containerNames(host)).toContain('clab-mine-r1');
  });

  test('taking down what is just coming up makes a lab that netlab knows and cannot remove', async () => {
    await using host = await startFakeHost({ upHangs: 'deploy' });
    const cwd = await labFolder(host);
    const up = startProgram(host, 'netlab', ['up'], { cwd });
    await host.reached('up:deploy');

    expect(await run(host, 'netlab down --cleanup', cwd)).toMatchObject({ exitCode: 0 });
    await host.release();

    expect(await up.ended).toMatchObject({ exitCode: 1 });
    expect(await host.leftovers()).toEqual(['status default']);
    expect(await run(host, 'netlab down --cleanup', cwd)).toMatchObject({ exitCode: 1 });
    expect(await host.overlaps()).toContain('netlab down --cleanup during netlab up');
  });

  test('two netlabs at once are noticed', async () => {
    await using host = await startFakeHost({ upHangs: 'start' });
    const cwd = await labFolder(host);
    const up = startProgram(host, 'netlab', ['up'], { cwd });
    await host.reached('up:start');

    await run(host, 'netlab version', cwd);
    await host.release();
    await up.ended;

    expect(await host.overlaps()).toEqual(['netlab version during netlab up']);
  });
});

describe('taking down', () => {
  test('fails while the destruction does, and with --force forgets the containers it leaves', async () => {
    await using host = await startFakeHost({ downFails: true });
    const cwd = await labFolder(host);
    await run(host, 'netlab up', cwd);

    expect(await run(host, 'netlab down --cleanup', cwd)).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('Fatal error in netlab down: sudo -E containerlab destroy'),
    });
    expect(await statusOf(host)).toMatchObject({ default: { status: 'stopping clab provider' } });
    expect(await run(host, 'netlab down --cleanup --force', cwd)).toMatchObject({ exitCode: 0 });
    expect(await leftovers(host)).toEqual(forgotten);
  });

  test('fails as often as it was told to', async () => {
    await using host = await startFakeHost({ downFails: true, times: { down: 2 } });
    const cwd = await labFolder(host);
    await run(host, 'netlab up', cwd);

    const codes = [];
    for (let tries = 0; tries < 3; tries += 1)
      codes.push((await run(host, 'netlab down --cleanup', cwd)).exitCode);

    expect(codes).toEqual([1, 1, 0]);
    expect(await host.leftovers()).toEqual([]);
  });

  test('lies that all is gone', async () => {
    await using host = await startFakeHost({ downLies: 'destroy' });
    const cwd = await labFolder(host);
    await run(host, 'netlab up', cwd);

    expect(await run(host, 'netlab down --cleanup', cwd)).toMatchObject({ exitCode: 0 });
    expect(await leftovers(host)).toEqual(forgotten);
  });

  test('does nothing and says nothing is wrong while its probe fails', async () => {
    await using host = await startFakeHost({ downLies: 'probe' });
    const cwd = await labFolder(host);
    await run(host, 'netlab up', cwd);
    const before = await host.leftovers();

    expect(await run(host, 'netlab down --cleanup', cwd)).toMatchObject({ exitCode: 0 });
    expect(await host.leftovers()).toEqual(before);
    expect(await run(host, 'netlab down --cleanup --force', cwd)).toMatchObject({ exitCode: 0 });
    expect(await leftovers(host)).not.toContain('status default');
    expect(await containerNames(host)).toEqual(running);
  });

  test.each(['start', 'destroy'] as const)('hangs at %s until released', async (stage) => {
    await using host = await startFakeHost({ downHangs: stage });
    const cwd = await labFolder(host);
    await run(host, 'netlab up', cwd);

    const down = startProgram(host, 'netlab', ['down', '--cleanup'], { cwd });
    await host.reached(`down:${stage}`);
    expect(await containerNames(host)).toEqual(running);
    await host.release();

    expect(await down.ended).toMatchObject({ exitCode: 0 });
    expect(await host.leftovers()).toEqual([]);
  });

  test('by instance works from anywhere, and knows no lab that is not there', async () => {
    await using host = await startFakeHost();
    const cwd = await labFolder(host);
    await run(host, 'netlab up', cwd);

    const down = await run(host, 'netlab down --cleanup --instance default', host.home);
    const again = await run(host, 'netlab down --cleanup --instance default', host.home);

    expect(down).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('[CHANGED] Selected instance default'),
    });
    expect(again).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('Unknown instance default') });
    expect(await host.leftovers()).toEqual([]);
  });

  test('needs a snapshot', async () => {
    await using host = await startFakeHost();

    expect(await run(host, 'netlab down', await labFolder(host))).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('The topology snapshot file netlab.snapshot.pickle does not exist'),
    });
  });
});

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
