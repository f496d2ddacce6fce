import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { connectSsh } from '../test-fixtures/ssh-client';
import { startService } from '../test-fixtures/start-service';
import type { FakeNosProgress } from './service-call';

const pair = {
  default: { username: 'admin', password: 'secret', port: 'auto' },
  hosts: { r1: { platform: 'cisco_ios' }, r2: { platform: 'arista_eos' } },
};
const one = { default: { port: 'auto' }, hosts: { r1: {} } };

describe('start', () => {
  test('answers with the details of the network once every host listens', async () => {
    await using started = startService();

    const answer = await started.service.start({ network: 'lab', inventory: pair });

    const { lab } = answer;
    expect(answer).toEqual({
      lab: {
        pid: expect.any(Number),
        alive: true,
        hosts: [
          {
            name: 'r1',
            platform: 'cisco_ios',
            port: expect.any(Number),
            username: 'admin',
            password: 'secret',
          },
          {
            name: 'r2',
            platform: 'arista_eos',
            port: expect.any(Number),
            username: 'admin',
            password: 'secret',
          },
        ],
        hosts_count: 2,
        status: expect.stringMatching(/^(sleeping|running|disk-sleep)$/),
        uptime_seconds: expect.any(Number),
        cpu_percent: expect.any(Number),
        memory_rss_mb: expect.any(Number),
        memory_vms_mb: expect.any(Number),
        num_threads: expect.any(Number),
      },
    });
    for (const [host, words] of [
      [lab?.hosts[0], 'Cisco IOS'],
      [lab?.hosts[1], 'Arista'],
    ] as const) {
      await using client = await connectSsh({ port: host?.port ?? 0, password: 'secret' });
      expect((await client.exec('show version')).output).toContain(words);
    }
  });

  test('tells what it does, step by step', async () => {
    await using started = startService();
    const progress: FakeNosProgress[] = [];

    await started.service.start(
      { network: 'lab', inventory: pair },
      { onProgress: (one) => progress.push(one) },
    );

    expect(progress.map(({ kind, message }) => `${kind}: ${message}`)).toEqual([
      'inventory_resolved: lab: 2 hosts, of the request',
      'starting_network: lab: starting network',
      'hosts_up: lab: 2 of 2 hosts up',
      'network_up: lab: every host listens',
    ]);
    expect(progress.at(-2)).toMatchObject({ network: 'lab', up: 2, of: 2 });
  });

  test('counts hosts as they come up', async () => {
    await using started = startService();
    const counts: string[] = [];
    await started.service.start(
      { network: 'lab', inventory: { hosts: { r: { replicas: 250, port: 'auto' } } } },
      {
        onProgress: ({ kind, up, of }) => {
          if (kind === 'hosts_up') counts.push(`${up}/${of}`);
        },
      },
    );
    expect(counts).toEqual(['100/250', '200/250', '250/250']);
  });

  test('a host may listen on an IPv6 address', async () => {
    await using started = startService();
    const server = { configuration: { address: '::1' } };
    const { lab } = await started.service.start({
      network: 'lab',
      inventory: { hosts: { r1: { port: 'auto', server } } },
    });
    const login = { host: '::1', port: lab?.hosts[0]?.port ?? 0, username: 'user', password: 'user' };
    await using client = await connectSsh(login);
    expect((await client.exec('show clock')).status).toBe(0);
    expect(started.service.getNornirInventory().hosts['r1']?.hostname).toBe('::1');
  });

  test('a name that runs is refused, also while it is being started', async () => {
    await using started = startService();
    const { service } = started;

    const outcomes = await Promise.allSettled([
      service.start({ network: 'lab', inventory: one }),
      service.start({ network: 'lab', inventory: one }),
    ]);

    expect(outcomes).toMatchObject([
      { status: 'fulfilled' },
      {
        status: 'rejected',
        reason: { code: 'network_running', message: expect.stringContaining('lab runs already') },
      },
    ]);
    expect(await service.inspectNetworks({ details: false })).toEqual(['lab']);
  });

  test('a port that another network has is refused with its owner', async () => {
    await using started = startService();
    const { service } = started;
    const { lab } = await service.start({ network: 'lab', inventory: pair });
    const port = lab?.hosts[1]?.port ?? 0;

    const second = service.start({ network: 'other', inventory: { hosts: { sw: { port } } } });

    await expect(second).rejects.toMatchObject({
      code: 'port_in_use',
      message: expect.stringContaining(
        `sw cannot listen on 127.0.0.1 port ${port}: r2 of the network lab does`,
      ),
    });
    expect(await service.inspectNetworks({ details: false })).toEqual(['lab']);
  });

  test('a port that another program has is refused with host and port', async () => {
    await using started = startService();
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;

    const start = started.service.start({ network: 'lab', inventory: { hosts: { r1: { port } } } });

    await expect(start).rejects.toMatchObject({
      code: 'port_in_use',
      message: expect.stringContaining(`r1 cannot listen on 127.0.0.1 port ${port}: another program does`),
    });
    server.close();
  });

  test('what does not start leaves nothing: the name is free again', async () => {
    await using started = startService();
    const { service } = started;
    const wrong = service.start({ network: 'lab', inventory: { hosts: { r1: { platform: 'cisco_iso' } } } });

    await expect(wrong).rejects.toMatchObject({
      code: 'unsupported_platform',
      problems: [
        { path: 'hosts.r1.platform', message: expect.stringContaining('did you mean "cisco_ios"?') },
      ],
    });
    expect(await service.inspectNetworks()).toEqual({});
    expect(Object.keys(await service.start({ network: 'lab', inventory: one }))).toEqual(['lab']);
  });

  test('more networks than allowed are refused', async () => {
    await using started = startService({ maxNetworks: 1 });
    const { service } = started;
    await service.start({ network: 'a', inventory: one });

    await expect(service.start({ network: 'b', inventory: one })).rejects.toMatchObject({
      code: 'too_many_networks',
    });
  });

  test.each([['all'], ['any'], ['lab1'], [['lab1']], [['all']]])(
    'workers %j mean this server',
    async (workers) => {
      await using started = startService();
      expect(await started.service.start({ network: 'lab', inventory: one, workers })).toHaveProperty('lab');
    },
  );

  test.each([['lab2'], [['lab1', 'nobody']], [[]]])('workers %j are refused', async (workers) => {
    await using started = startService();
    await expect(started.service.start({ network: 'lab', inventory: one, workers })).rejects.toMatchObject({
      code: 'unknown_worker',
    });
  });

  test.each(['', 'a/b', '../x', 'a b', 'x'.repeat(64)])('the name %j is refused', async (network) => {
    await using started = startService();
    await expect(started.service.start({ network, inventory: one })).rejects.toMatchObject({
      code: 'invalid_name',
    });
  });

  test('a start that takes longer than its timeout is given up, and nothing is left', async () => {
    await using started = startService();
    const hosts = { r: { replicas: 3_000, port: 'auto' } };

    const start = started.service.start({ network: 'lab', inventory: { hosts }, timeout: 0.1 });

    await expect(start).rejects.toMatchObject({ code: 'start_timeout' });
    expect(await started.service.inspectNetworks()).toEqual({});
  });

  test('a caller that gives up gets its own reason, and nothing is left', async () => {
    await using started = startService();
    const caller = new AbortController();
    const reason = new Error('changed my mind');

    const start = started.service.start(
      { network: 'lab', inventory: one },
      {
        signal: caller.signal,
        onProgress: ({ kind }) => {
          if (kind === 'starting_network') caller.abort(reason);
        },
      },
    );

    await expect(start).rejects.toBe(reason);
    expect(await started.service.inspectNetworks()).toEqual({});
  });
});

describe('stop', () => {
  test('one network, or all; what was stopped is answered', async () => {
    await using started = startService();
    const { service } = started;
    await Promise.all(['a', 'b', 'c'].map((network) => service.start({ network, inventory: one })));

    expect(await service.stop('b')).toEqual({ b: 'stopped' });
    expect(new Set(await service.inspectNetworks({ details: false }))).toEqual(new Set(['a', 'c']));
    expect(await service.stop()).toEqual({ a: 'stopped', c: 'stopped' });
    expect(await service.stop()).toEqual({});
  });

  test('an unknown network is refused', async () => {
    await using started = startService();
    await expect(started.service.stop('lab')).rejects.toMatchObject({
      code: 'network_unknown',
      message: 'There is no network lab. None runs.',
    });
  });

  test('a network that hangs is killed, which is said', async () => {
    await using started = startService();
    const { service, log } = started;
    const { lab } = await service.start({ network: 'lab', inventory: one });
    process.kill(lab?.pid ?? 0, 'SIGSTOP');
    const progress: string[] = [];

    await service.stop('lab', { onProgress: ({ message }) => progress.push(message) });

    expect(progress).toEqual(['lab: stopping network', 'lab: it did not stop when asked and was killed']);
    expect(log).toEqual([expect.stringContaining('did not stop within')]);
  });

  test('a network that is being started is stopped as soon as it is up', async () => {
    await using started = startService();
    const { service } = started;

    const [, stopped] = await Promise.all([
      service.start({ network: 'lab', inventory: one }),
      service.stop('lab'),
    ]);

    expect(stopped).toEqual({ lab: 'stopped' });
  });
});

describe('restart', () => {
  test('makes a new process on the same ports, from the same inventory', async () => {
    await using started = startService();
    const { service } = started;
    const { lab: before } = await service.start({ network: 'lab', inventory: pair });

    const { lab: after } = await service.restart('lab');

    expect(after).toMatchObject({ alive: true, hosts: before?.hosts });
    expect(after?.pid).not.toBe(before?.pid);
    await using client = await connectSsh({ port: after?.hosts[0]?.port ?? 0, password: 'secret' });
    expect((await client.exec('show version')).status).toBe(0);
  });

  test('a port that was any, and has been taken since, becomes another', async () => {
    await using started = startService();
    const { service } = started;
    const { lab: before } = await service.start({ network: 'lab', inventory: one });
    const port = before?.hosts[0]?.port ?? 0;
    process.kill(before?.pid ?? 0, 'SIGKILL');
    await untilDead(service, 'lab');
    const server = createServer().listen(port, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));

    const { lab: after } = await service.restart('lab');

    expect(after?.alive).toBe(true);
    expect(after?.hosts[0]?.port).not.toBe(port);
    server.close();
  });

  test('an unknown network is refused', async () => {
    await using started = startService();
    await expect(started.service.restart('lab')).rejects.toMatchObject({ code: 'network_unknown' });
  });

  test('a network that does not start again stays listed with the reason, and can be restarted later', async () => {
    await using started = startService();
    const { service } = started;
    const { lab: first } = await service.start({ network: 'lab', inventory: one });
    const port = first?.hosts[0]?.port ?? 0;
    await service.stop('lab');
    const { lab } = await service.start({ network: 'lab', inventory: { hosts: { r1: { port } } } });
    process.kill(lab?.pid ?? 0, 'SIGKILL');
    await untilDead(service, 'lab');
    const server = createServer().listen(port, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));

    await expect(service.restart('lab')).rejects.toMatchObject({ code: 'port_in_use' });
    expect((await service.inspectNetworks()).lab).toMatchObject({
      alive: false,
      ended: expect.stringContaining('Its restart failed: r1 cannot listen'),
    });
    await new Promise((resolve) => server.close(resolve));
    expect((await service.restart('lab')).lab).toMatchObject({ alive: true });
  });
});

describe('a network whose process dies', () => {
  test('stays listed as dead, is logged, harms no other network, and can be restarted or replaced', async () => {
    await using started = startService();
    const { service, log } = started;
    const { bad } = await service.start({ network: 'bad', inventory: one });
    await service.start({ network: 'good', inventory: one });

    process.kill(bad?.pid ?? 0, 'SIGKILL');
    await untilDead(service, 'bad');

    expect(await service.inspectNetworks()).toMatchObject({
      bad: {
        alive: false,
        status: 'dead',
        pid: bad?.pid,
        hosts: bad?.hosts,
        ended: expect.stringContaining('SIGKILL'),
      },
      good: { alive: true },
    });
    expect(log).toEqual([expect.stringContaining('The network bad has died')]);
    expect(await service.inspectNetworks({ details: false })).toEqual(['bad', 'good']);
    expect((await service.restart('bad')).bad).toMatchObject({ alive: true });
    process.kill((await service.inspectNetworks()).bad?.pid ?? 0, 'SIGKILL');
    await untilDead(service, 'bad');
    expect((await service.start({ network: 'bad', inventory: pair })).bad).toMatchObject({ hosts_count: 2 });
  });

  test('keeps no port from another', async () => {
    await using started = startService();
    const { service } = started;
    const { lab } = await service.start({ network: 'lab', inventory: one });
    const { port = 0 } = lab?.hosts[0] ?? {};
    process.kill(lab?.pid ?? 0, 'SIGKILL');
    await untilDead(service, 'lab');
    const { other } = await service.start({ network: 'other', inventory: { hosts: { r1: { port } } } });
    expect(other?.hosts[0]?.port).toBe(port);
  });

  test('is forgotten by stop', async () => {
    await using started = startService();
    const { service } = started;
    const { lab } = await service.start({ network: 'lab', inventory: one });
    process.kill(lab?.pid ?? 0, 'SIGKILL');
    await untilDead(service, 'lab');

    expect(await service.stop()).toEqual({ lab: 'stopped' });
    expect(await service.inspectNetworks()).toEqual({});
  });
});

describe('inspectNetworks', () => {
  test('an unknown network is refused, with and without details', async () => {
    await using started = startService();
    const { service } = started;
    const unknown = { code: 'network_unknown' };
    await expect(service.inspectNetworks({ network: 'lab' })).rejects.toMatchObject(unknown);
    await expect(service.inspectNetworks({ network: 'lab', details: false })).rejects.toMatchObject(unknown);
  });

  test('one network that is being started is waited for; all that there are, are not', async () => {
    await using started = startService();
    const { service } = started;
    const start = service.start({ network: 'lab', inventory: one });

    expect(await service.inspectNetworks()).toEqual({});
    expect(await service.inspectNetworks({ network: 'lab' })).toHaveProperty('lab');
    await start;
  });
});

describe('getNornirInventory', () => {
  test('has every host as it is reached from outside, in the groups that are asked for', async () => {
    await using started = startService({ advertiseHost: 'lab.example.org' });
    const { service } = started;
    const { lab } = await service.start({ network: 'lab', inventory: pair });

    expect(service.getNornirInventory({ groups: 'fakes' }).hosts['r2']).toEqual({
      hostname: 'lab.example.org',
      port: lab?.hosts[1]?.port,
      platform: 'arista_eos',
      username: 'admin',
      password: 'secret',
      groups: ['fakes'],
      data: { network: 'lab', host: 'r2' },
    });
    expect(service.getNornirInventory({ groups: ['a', 'b'] }).hosts['r1']?.groups).toEqual(['a', 'b']);
  });

  test('a host with an address of its own is reached there', async () => {
    await using started = startService({ advertiseHost: 'lab.example.org' });
    const server = { configuration: { address: '127.0.0.2' } };
    await started.service.start({ network: 'lab', inventory: { hosts: { r1: { port: 'auto', server } } } });
    expect(started.service.getNornirInventory().hosts['r1']?.hostname).toBe('127.0.0.2');
  });

  test('names its platforms as scraping libraries do', async () => {
    await using started = startService();
    const host = (platform: string) => ({ port: 'auto', platform });
    const inventory = { hosts: { r1: host('frr'), r2: host('junos'), r3: host('cisco_xe') } };
    await started.service.start({ network: 'lab', inventory });
    const { hosts } = started.service.getNornirInventory();
    expect(Object.values(hosts).map(({ platform }) => platform)).toEqual([
      'linux',
      'juniper_junos',
      'cisco_xe',
    ]);
  });

  test('names that two networks have are told apart, and it is said', async () => {
    await using started = startService();
    const { service } = started;
    await service.start({ network: 'a', inventory: one });
    await service.start({ network: 'b', inventory: pair });
    const notices: string[] = [];

    const { hosts } = service.getNornirInventory({}, { onProgress: ({ message }) => notices.push(message) });

    expect(Object.keys(hosts)).toEqual(['a-r1', 'b-r1', 'r2']);
    expect(notices[0]).toBe('r1 is in the networks a, b: that of a is called a-r1');
    expect(Object.keys(service.getNornirInventory({ network: 'a' }).hosts)).toEqual(['r1']);
  });

  test('an unknown network is refused; dead ones are left out', async () => {
    await using started = startService();
    const { service } = started;
    expect(() => service.getNornirInventory({ network: 'lab' })).toThrow('There is no network lab');
    const { lab } = await service.start({ network: 'lab', inventory: one });
    process.kill(lab?.pid ?? 0, 'SIGKILL');
    await untilDead(service, 'lab');
    expect(service.getNornirInventory()).toEqual({ hosts: {} });
  });
});

describe('the service', () => {
  test('starts the networks that its configuration asks for; one that fails stops no other', async () => {
    await using started = startService({
      configuration: {
        networks: {
          up: { inventory: one, auto_start: true },
          wrong: { inventory: { hosts: { r1: { port: -1 } } }, auto_start: true },
          idle: { inventory: one },
        },
      },
    });
    const { service, log } = started;

    await service.autoStart();

    expect(await service.inspectNetworks({ details: false })).toEqual(['up']);
    expect(log).toContainEqual(expect.stringContaining('The network wrong was not started with the service'));
  });

  test('says before any network what of its configuration is of no use, by the path that was looked at', async () => {
    const configurationFolder = await mkdtemp(join(tmpdir(), 'fakenos-'));
    const inConfiguration = (name: string) => join(configurationFolder, name);
    try {
      await using started = startService({
        configurationFolder,
        configuration: {
          inventory_folders: ['.', 'no-labs'],
          platform_folders: ['no-platforms'],
          platform_modules: ['no-module.cjs'],
          nos_plugins: { toaster: { commands: { a: 1 } } },
        },
      });
      await started.service.autoStart();
      expect(started.log).toEqual([
        expect.stringContaining(`The inventory folder ${inConfiguration('no-labs')} cannot be read`),
        expect.stringContaining(inConfiguration('no-platforms')),
        expect.stringContaining('nos_plugins.toaster'),
        expect.stringContaining(inConfiguration('no-module.cjs')),
      ]);
      await started.service.start({ network: 'lab', inventory: { hosts: {} } });
      expect(started.log).toHaveLength(4);
    } finally {
      await rm(configurationFolder, { recursive: true });
    }
  });

  test('gives its configuration back, and its versions', () => {
    const configuration = { networks: { lab: { inventory: one } } };
    const { service } = startService({ configuration });
    expect(service.getInventory()).toBe(configuration);
    expect(service.getVersion()).toMatchObject({ fakenos: '1.2.3', node: process.versions.node });
  });

  test('closes with all its networks, those included that are being started; nothing starts any more', async () => {
    const { service } = startService();
    const { lab } = await service.start({ network: 'lab', inventory: one });
    const late = service.start({ network: 'late', inventory: one });
    const refused = expect(late).rejects.toMatchObject({ code: 'service_closed' });

    await service[Symbol.asyncDispose]();

    await refused;
    expect(isAlive(lab?.pid ?? 0)).toBe(false);
    await expect(service.start({ network: 'lab', inventory: one })).rejects.toMatchObject({
      code: 'service_closed',
    });
  });

  test('kill ends every network at once', async () => {
    const { service } = startService();
    await service.start({ network: 'lab', inventory: one });
    service.kill();
    await untilDead(service, 'lab');
    await service[Symbol.asyncDispose]();
  });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function untilDead(
  service: ReturnType<typeof startService>['service'],
  network: string,
): Promise<void> {
  for (;;) {
    if (!(await service.inspectNetworks({ network }))[network]?.alive) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
