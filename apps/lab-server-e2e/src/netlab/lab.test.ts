import { describe, expect, test } from '@jest/globals';
import { type AcquireResponseDto, acquireResponseDto } from '@remote-lab/protocol';
import { eventually } from '../support/eventually';
import { sshExec } from '../support/ssh-exec';
import { type Answer, ask, joinQueue, postLab } from '../support/wire';
import { containers, isLabHost, LAN, labSite, PAIR } from './lab-host';

// Real labs of real routers, over the wire: the main job and its variations.

const whereLabsRun = isLabHost ? describe : describe.skip;

whereLabsRun('a lab of two FRR routers', () => {
  test('comes up with OSPF neighbours one can log in to, is shared, restarted, switched, and leaves nothing', async () => {
    await using site = await labSite();
    await using server = await site.serve();
    const { url } = server;
    const session = await joinQueue(url);

    const first = acquired(await postLab(url, session, PAIR));
    expect(first).toMatchObject({ reused: false, generation: 1 });
    expect(await containers()).toEqual(['clab-lab1-r1', 'clab-lab1-r2']);
    for (const name of ['r1', 'r2']) {
      await eventually(`${name} has a full OSPF neighbour`, async () =>
        (await onDevice(first, name, 'show ip ospf neighbor')).includes('Full'),
      );
    }
    expect(server.log.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^lab\.output: .*configuration/i),
    );

    expect(acquired(await postLab(url, session, PAIR))).toMatchObject({ reused: true, generation: 1 });
    expect(await postLab(url, session, LAN)).toMatchObject({
      status: 423,
      body: { code: 'lab_busy', holder: 'own_session' },
    });
    await release(url, session);
    await release(url, session);
    expect(acquired(await postLab(url, session, PAIR))).toMatchObject({ reused: true, generation: 1 });
    await release(url, session);

    expect(acquired(await postLab(url, session, PAIR, false))).toMatchObject({
      reused: false,
      generation: 2,
    });
    expect(await containers()).toEqual(['clab-lab2-r1', 'clab-lab2-r2']);
    await release(url, session);
    const lan = acquired(await postLab(url, session, LAN));
    expect(lan).toMatchObject({ reused: false, generation: 3 });
    expect(await containers()).toEqual(['clab-lab3-a', 'clab-lab3-b', 'clab-lab3-c']);

    expect(await ask(url, 'DELETE', '/lab', session)).toMatchObject({ status: 202 });
    expect(await site.leftovers()).toEqual([]);
    expect(await server.stop('SIGTERM')).toEqual([0, null]);
  }, 180_000);

  test('whose node has no SSH says so instead of naming a container', async () => {
    await using site = await labSite();
    await using server = await site.serve();
    const session = await joinQueue(server.url);
    const answer = acquired(await postLab(server.url, session, LAN));
    expect(answer.devices.map(({ ssh }) => ssh)).toEqual([null, null, null]);
    expect(answer.devices[0]?.ssh_reason).toContain('has no SSH');
    expect(answer.devices[0]?.raw).toMatchObject({
      name: 'a',
      device: 'frr',
      mgmt: { ipv4: expect.stringMatching(/^192\.168\./) },
    });
    expect(await ask(server.url, 'DELETE', `/session/${session}`)).toMatchObject({ status: 204 });
    expect(await server.stop('SIGTERM')).toEqual([0, null]);
    expect(await site.leftovers()).toEqual([]);
  }, 60_000);

  test('gets the extra files that its templates need, in their folders', async () => {
    await using site = await labSite();
    await using server = await site.serve();
    const session = await joinQueue(server.url);
    const form = new FormData();
    form.append('topology', new Blob([`${PAIR}groups: { all: { config: [ discard ] } }\n`]), 'lab.yml');
    const template = 'ip route 203.0.113.{{ id }}/32 Null0\n';
    form.append('extra_files', new Blob([template]), 'discard/frr.j2');
    form.append('extra_files', new Blob(['not for netlab']), 'netlab.snapshot.pickle');
    const answer = acquired(await ask(server.url, 'POST', '/lab', session, { body: form }));
    expect(await onDevice(answer, 'r2', 'show running-config')).toContain('ip route 203.0.113.2/32 Null0');
    await server.logged(/Left out netlab\.snapshot\.pickle/);
    expect(await server.stop('SIGTERM')).toEqual([0, null]);
    expect(await site.leftovers()).toEqual([]);
  }, 60_000);

  test('is refused with what an operator does not allow, before anything of it is run', async () => {
    await using site = await labSite();
    await using server = await site.serve({}, ['--topology-policy', 'restricted']);
    const session = await joinQueue(server.url);
    expect(await postLab(server.url, session, PAIR)).toMatchObject({
      status: 422,
      body: {
        code: 'topology_not_allowed',
        problems: expect.arrayContaining([expect.objectContaining({ line: 4 })]),
      },
    });
    expect(await site.leftovers()).toEqual([]);
  }, 60_000);
});

whereLabsRun('a lab of fake devices whose topology netlab reads', () => {
  test('has what plugins of the upload make of it, and one can log in', async () => {
    await using site = await labSite();
    await using server = await site.serve({}, ['--backend', 'fakenos', '--topology-reader', 'netlab']);
    const session = await joinQueue(server.url);
    const form = new FormData();
    const topology =
      'provider: clab\ndefaults.device: frr\nplugin: [ more ]\nnodes: [ r1, r2 ]\nlinks: [ r1-r2 ]\n';
    form.append('topology', new Blob([topology]), 'lab.yml');
    const plugin = 'def init(topology):\n  topology.addressing.loopback.ipv4 = "10.77.0.0/24"\n';
    form.append('extra_files', new Blob([plugin]), 'more.py');
    const answer = acquired(await ask(server.url, 'POST', '/lab', session, { body: form }));
    expect(answer.devices[1]?.raw).toMatchObject({ loopback: { ipv4: '10.77.0.2/32' } });
    expect(await onDevice(answer, 'r2', 'ip address show lo')).toContain('10.77.0.2/32');

    expect(await postLab(server.url, session, `${topology}links: [ r1-r9 ]\n`)).toMatchObject({
      status: 422,
      body: { code: 'invalid_topology' },
    });
    expect(await server.stop('SIGTERM')).toEqual([0, null]);
    expect(await site.leftovers()).toEqual([]);
  }, 60_000);
});

function acquired({ status, body }: Answer): AcquireResponseDto {
  if (acquireResponseDto.is(body)) return body;
  throw new Error(`POST /lab answered ${status} ${JSON.stringify(body)}`);
}

async function onDevice({ devices }: AcquireResponseDto, name: string, command: string): Promise<string> {
  const ssh = devices.find((device) => device.name === name)?.ssh;
  if (ssh === undefined || ssh === null) throw new Error(`${name} has no SSH: ${JSON.stringify(devices)}`);
  return (await sshExec({ ...ssh, password: ssh.password ?? '' }, command)).text;
}

async function release(url: string, session: string): Promise<void> {
  expect(await ask(url, 'POST', '/lab/release', session)).toMatchObject({ status: 204 });
}
