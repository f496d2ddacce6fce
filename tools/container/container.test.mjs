import { chmod, chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { workspaceRoot } from '../workspace/workspace-root.mjs';
import { ask, docker, openLab, overSsh, ServerContainer } from './containers.mjs';

/**
 * Runs the image that `REMOTE_LAB_TEST_CONTAINER` names (see build.sh); with `REMOTE_LAB_TEST_CONTAINER_NETLAB=1` also
 * with real labs, for which tools/netlab-host/prepare.sh made images, and with its containerlab double instead of the real
 * tool. Needs root, and no other lab on this machine meanwhile.
 */
const image = process.env.REMOTE_LAB_TEST_CONTAINER;
const realLabs = process.env.REMOTE_LAB_TEST_CONTAINER_NETLAB === '1';

/** Of a user that owns nothing on this machine: the image's own. */
const IMAGE_UID = 10001;
const PORT = 18431;
const MINUTES = 60_000;

let root;
let state;
let number = 0;
const running = [];
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'container-'));
  // The user of the image has to get through.
  await chmod(root, 0o755);
  state = join(root, 'state');
});
afterEach(async () => {
  for (const each of running.splice(0)) await each[Symbol.asyncDispose]();
  await rm(root, { recursive: true, force: true });
});

async function start(args, environment, port = PORT) {
  number += 1;
  const name = `remote-lab-test-${process.pid}-${number}`;
  const server = await ServerContainer.start({ image, name, port, args, environment });
  running.push(server);
  return server;
}

(image === undefined ? describe.skip : describe)('the image with fake devices, without any rights', () => {
  const fake = async (port) => {
    await mkdir(state, { recursive: true, mode: 0o700 });
    await chown(state, IMAGE_UID, IMAGE_UID);
    return start(['--volume', `${state}:/var/lib/remote-lab`], { REMOTE_LAB_BACKEND: 'fakenos' }, port);
  };
  const topology = () => readFile(join(workspaceRoot, 'docs/examples/topologies/pair.yml'), 'utf8');

  test(
    'serves a session from the queue to a login, says that it is ready, and stops cleanly',
    async () => {
      const server = await fake();
      await server.ready();
      const { session, devices } = await openLab(server.url, await topology());
      const [r1] = devices;
      const target = { host: r1.ansible_host, port: r1.ansible_port };
      const login = { username: r1.ansible_user, password: r1.ansible_ssh_pass };
      expect(await overSsh({ ...target, ...login }, 'vtysh -c "show ip ospf neighbor"')).toContain('Full');

      const probe = await docker('exec', server.name, 'node', '/opt/remote-lab/probe.mjs', '/readyz');
      expect(probe).toEqual({ code: 0, output: '' });
      await ask(server.url, 'DELETE', `/session/${session}`);
      await docker('stop', '--time', '90', server.name);
      expect(await server.exit()).toBe(0);
    },
    2 * MINUTES,
  );

  test(
    'takes over after a kill, and keeps the queue',
    async () => {
      const server = await fake();
      await server.ready();
      const { session } = await openLab(server.url, await topology());
      await docker('kill', '--signal', 'KILL', server.name);
      expect(await server.exit()).toBe(137);
      await docker('start', server.name);
      await server.ready();
      expect(await ask(server.url, 'GET', `/session/${session}`)).toMatchObject({ status: 'active' });
    },
    2 * MINUTES,
  );

  test(
    'a second container on the same state dir is refused, and told who is there',
    async () => {
      await (await fake()).ready();
      const second = await fake(PORT + 1);
      expect(await second.exit()).toBe(1);
      expect(await second.log()).toMatch(/another container .* holds .*server\.lock; stop it first/);
      expect(await second.log()).toContain(`port: ${PORT}`);
    },
    2 * MINUTES,
  );
});

(image === undefined || !realLabs ? describe.skip : describe)('the image with real labs', () => {
  const TOPOLOGY = `
provider: clab
defaults.device: frr
defaults.devices.frr.clab: { image: 'remote-lab/frr-ssh:local', group_vars: { ansible_user: admin, ansible_ssh_pass: admin } }
module: [ ospf ]
nodes: [ r1, r2 ]
links: [ r1-r2 ]
`;
  const CAPABILITIES = [
    ...['IPC_LOCK', 'NET_ADMIN', 'NET_BROADCAST', 'NET_RAW', 'SYS_ADMIN'],
    ...['SYS_MODULE', 'SYS_NICE', 'SYS_PTRACE', 'SYSLOG'],
  ];
  const real = async (name, port) => {
    const home = join(root, name);
    const guard = join(root, 'guard');
    const double = join(root, 'containerlab');
    await mkdir(home, { recursive: true });
    await mkdir(guard, { recursive: true });
    await mkdir('/run/netns', { recursive: true });
    await writeFile(
      double,
      '#!/bin/sh\nexport CLAB_DOUBLE_VERSION=9.9.9\nexec /opt/netlab/bin/python /opt/double/containerlab-double.py "$@"\n',
      { mode: 0o755 },
    );
    const volumes = [
      ...['/var/run/docker.sock:/var/run/docker.sock', '/run/netns:/run/netns'],
      ...[`${home}:${home}`, `${guard}:${guard}`],
      ...[`${workspaceRoot}/tools/netlab-host:/opt/double:ro`, `${double}:/usr/local/bin/containerlab:ro`],
    ];
    const args = [
      ...['--user', '0:0', '--pid', 'host'],
      ...CAPABILITIES.flatMap((each) => ['--cap-add', each]),
      ...['apparmor', 'seccomp', 'systempaths'].flatMap((each) => ['--security-opt', `${each}=unconfined`]),
      ...volumes.flatMap((each) => ['--volume', each]),
    ];
    const environment = {
      HOME: home,
      REMOTE_LAB_STATE_DIR: home,
      REMOTE_LAB_GUARD_DIR: guard,
      REMOTE_LAB_BACKEND: 'netlab',
      REMOTE_LAB_NETLAB_ENV: 'NETLAB_DEVICES_FRR_CLAB_KMODS={} NETLAB_PROVIDERS_CLAB_KMODS={}',
    };
    return start(args, environment, port);
  };
  const labContainers = async () =>
    (
      await docker(
        'ps',
        '--all',
        '--filter',
        `label=clab-topo-file`,
        '--format',
        '{{.Label "clab-topo-file"}}',
      )
    ).output
      .split('\n')
      .filter((file) => file.startsWith(root));

  test(
    'two routers come up, outlive a kill of their server, and go when it is stopped; nobody else gets in meanwhile',
    async () => {
      const server = await real('one', PORT);
      await server.ready();
      const { session, devices } = await openLab(server.url, TOPOLOGY);
      const target = { host: devices[0].mgmt.ipv4, port: 22, username: 'admin', password: 'admin' };
      expect(await overSsh(target, 'show version')).toContain('FRRouting');

      const beside = await real('two', PORT + 1);
      expect(await beside.exit()).toBe(1);
      expect(await beside.log()).toMatch(/Process \d+ holds .*netlab\.lock; stop it first/);

      await docker('kill', '--signal', 'KILL', server.name);
      expect(await server.exit()).toBe(137);
      expect(await labContainers()).toHaveLength(2);
      await docker('start', server.name);
      await server.ready();
      expect(await ask(server.url, 'GET', '/lab', session)).toMatchObject({ running: true, ref_count: 1 });

      await docker('stop', '--time', '90', server.name);
      expect(await server.exit()).toBe(0);
      expect(await labContainers()).toEqual([]);
    },
    5 * MINUTES,
  );
});
