import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { ErrorDto } from '@remote-lab/protocol';
import { eventually } from '../support/eventually';
import { type Answer, ask, joinQueue, postLab } from '../support/wire';
import { canFailOnOrder, containers, docker, isLabHost, LAN, labSite, netlab, PAIR } from './lab-host';

// What real netlab does when things go wrong, what the caller hears, and that nothing is left.

const whereLabsRun = isLabHost ? describe : describe.skip;
const whereLabsFail = canFailOnOrder ? test : test.skip;

/** Refused, or failed, with nothing left and the server fit for the next lab. */
async function failsWith(knobs: Readonly<Record<string, string>>, topology: string): Promise<ErrorDto> {
  await using site = await labSite();
  await using server = await site.serve(knobs);
  const session = await joinQueue(server.url);
  const answer = await postLab(server.url, session, topology);
  expect(await site.leftovers()).toEqual([]);
  expect(await ask(server.url, 'GET', '/readyz')).toMatchObject({ status: 200 });
  expect(await server.stop('SIGTERM')).toEqual([0, null]);
  return errorOf(answer);
}

whereLabsRun('a start that fails', () => {
  whereLabsFail(
    'in containerlab is rolled back, and answered with its last words',
    async () => {
      expect(await failsWith({ CLAB_DOUBLE_FAIL: 'deploy' }, PAIR)).toMatchObject({
        code: 'lab_start_failed',
        detail: expect.stringContaining('containerlab deploy'),
        output: expect.arrayContaining([expect.stringMatching(/^Error: .*fail/)]),
      });
    },
    60_000,
  );

  whereLabsFail(
    'with one of its nodes takes the others down again',
    async () => {
      expect(await failsWith({ CLAB_DOUBLE_FAIL: 'node:r2' }, PAIR)).toMatchObject({
        code: 'lab_start_failed',
      });
    },
    60_000,
  );

  whereLabsFail(
    'with its links takes bridges and nodes down again',
    async () => {
      expect(await failsWith({ CLAB_DOUBLE_FAIL: 'link' }, LAN)).toMatchObject({ code: 'lab_start_failed' });
    },
    60_000,
  );

  whereLabsFail(
    'because containerlab is too old says so',
    async () => {
      expect(await failsWith({ CLAB_DOUBLE_VERSION: '0.50.0' }, PAIR)).toMatchObject({
        code: 'lab_start_failed',
        output: expect.arrayContaining([expect.stringMatching(/containerlab/i)]),
      });
    },
    60_000,
  );

  test('because there is no such image is told as that', async () => {
    const topology = 'provider: clab\nnodes: { r1: { device: frr, image: nobody/has-this:1 } }\n';
    const { code, output } = await failsWith({}, topology);
    expect(code).toBe('lab_start_failed');
    expect(output?.join('\n')).toContain('nobody/has-this:1');
  }, 60_000);

  test('in the configuration of a node shows what the node said, and keeps the folder for the post-mortem', async () => {
    await using site = await labSite();
    await using server = await site.serve();
    const session = await joinQueue(server.url);
    const form = new FormData();
    const topology = `${PAIR}groups: { all: { config: [ wrong ] } }\n`;
    form.append('topology', new Blob([topology]), 'lab.yml');
    form.append('extra_files', new Blob(['no such command of a router\n']), 'wrong/frr.j2');
    const error = errorOf(await ask(server.url, 'POST', '/lab', session, { body: form }));
    expect(error.code).toBe('lab_start_failed');
    expect(error.output?.join('\n')).toContain('no such command');
    expect(await site.leftovers()).toEqual([]);
    const kept = await readdir(join(site.stateDir, 'netlab', 'failed', '1'));
    expect(kept).toContain('topology.yml');
  }, 60_000);
});

whereLabsRun('a topology that netlab refuses', () => {
  test.each([
    ['an unknown plugin', `${PAIR}plugin: [ nosuch ]\n`, 'nosuch'],
    ['a template that is not there', `${PAIR}groups: { all: { config: [ nothere ] } }\n`, 'nothere'],
  ])(
    'is a 422 with its words, and costs nobody the idle lab: %s',
    async (_, topology, words) => {
      await using site = await labSite();
      await using server = await site.serve();
      const session = await joinQueue(server.url);
      expect(await postLab(server.url, session, topology)).toMatchObject({
        status: 422,
        body: { code: 'invalid_topology', detail: expect.stringContaining(words) },
      });
      expect(await site.leftovers()).toEqual([]);

      expect(await postLab(server.url, session, LAN)).toMatchObject({ status: 200 });
      expect(await ask(server.url, 'POST', '/lab/release', session)).toMatchObject({ status: 204 });
      const before = await containers();
      expect(await postLab(server.url, session, topology)).toMatchObject({ status: 422 });
      expect(await containers()).toEqual(before);
      expect(await ask(server.url, 'GET', '/lab', session)).toMatchObject({ body: { state: 'idle' } });
      expect(await server.stop('SIGTERM')).toEqual([0, null]);
      expect(await site.leftovers()).toEqual([]);
    },
    90_000,
  );
});

whereLabsRun('an idle lab', () => {
  test('that lost a container is not handed out: another one is built', async () => {
    await using site = await labSite();
    await using server = await site.serve();
    const session = await joinQueue(server.url);
    expect(await postLab(server.url, session, LAN)).toMatchObject({ status: 200 });
    expect(await ask(server.url, 'POST', '/lab/release', session)).toMatchObject({ status: 204 });
    await docker('rm', '--force', 'clab-lab1-b');
    expect(await postLab(server.url, session, LAN)).toMatchObject({
      status: 200,
      body: { reused: false, generation: 2 },
    });
    expect(await containers()).toEqual(['clab-lab2-a', 'clab-lab2-b', 'clab-lab2-c']);
    expect(await server.stop('SIGTERM')).toEqual([0, null]);
    expect(await site.leftovers()).toEqual([]);
  }, 60_000);
});

whereLabsRun('a teardown', () => {
  test('of a lab whose folder was deleted under it removes all of it', async () => {
    await using site = await labSite();
    await using server = await site.serve();
    const session = await joinQueue(server.url);
    expect(await postLab(server.url, session, LAN)).toMatchObject({ status: 200 });
    await rm(join(site.stateDir, 'netlab', 'labs', '1'), { recursive: true });
    expect(await ask(server.url, 'DELETE', '/lab', session)).toMatchObject({ status: 202 });
    expect(await site.leftovers()).toEqual([]);
  }, 60_000);

  test('of a lab that lost a container removes the rest', async () => {
    await using site = await labSite();
    await using server = await site.serve();
    const session = await joinQueue(server.url);
    expect(await postLab(server.url, session, PAIR)).toMatchObject({ status: 200 });
    await docker('rm', '--force', 'clab-lab1-r1');
    expect(await ask(server.url, 'DELETE', '/lab', session)).toMatchObject({ status: 202 });
    expect(await site.leftovers()).toEqual([]);
  }, 60_000);

  whereLabsFail(
    'that containerlab refuses is done by hand',
    async () => {
      await using site = await labSite();
      await using server = await site.serve({ CLAB_DOUBLE_FAIL: 'destroy' });
      const session = await joinQueue(server.url);
      expect(await postLab(server.url, session, LAN)).toMatchObject({ status: 200 });
      expect(await ask(server.url, 'DELETE', '/lab', session)).toMatchObject({ status: 202 });
      await server.logged(/removing it by hand/);
      expect(await site.leftovers()).toEqual([]);
    },
    60_000,
  );
});

whereLabsRun("somebody else's lab", () => {
  test('is named and refused, never touched, and no obstacle any more when it is gone', async () => {
    await using site = await labSite();
    const folder = await mkdtemp(join(tmpdir(), 'lab-foreign-'));
    try {
      await writeFile(join(folder, 'topology.yml'), LAN);
      await netlab(site.home, folder, 'up', '-s', 'name=foreign');
      await using server = await site.serve();
      expect(await ask(server.url, 'GET', '/readyz')).toMatchObject({
        status: 503,
        body: { reasons: [expect.stringContaining(folder)] },
      });
      const session = await joinQueue(server.url);
      expect(await postLab(server.url, session, PAIR)).toMatchObject({
        status: 503,
        body: { code: 'foreign_lab', detail: expect.stringContaining(folder) },
      });
      expect(await containers()).toEqual(['clab-foreign-a', 'clab-foreign-b', 'clab-foreign-c']);
      await netlab(site.home, folder, 'down', '--cleanup');
      expect(await postLab(server.url, session, LAN)).toMatchObject({ status: 200 });
      expect(await server.stop('SIGTERM')).toEqual([0, null]);
      expect(await site.leftovers()).toEqual([]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }, 90_000);

  test('goes at a start with --reclaim, also when its folder is gone', async () => {
    await using site = await labSite();
    for (const keepsFolder of [true, false]) {
      const folder = await mkdtemp(join(tmpdir(), 'lab-foreign-'));
      await writeFile(join(folder, 'topology.yml'), PAIR);
      await netlab(site.home, folder, 'up', '-s', 'name=foreign');
      if (!keepsFolder) await rm(folder, { recursive: true });
      await using server = await site.serve({}, ['--reclaim']);
      await server.logged(/^reclaimed: the lab in/);
      expect(await containers()).toEqual([]);
      expect(await ask(server.url, 'GET', '/readyz')).toMatchObject({ status: 200 });
      expect(await server.stop('SIGTERM')).toEqual([0, null]);
      await rm(folder, { recursive: true, force: true });
    }
    await eventually('nothing is left', async () => (await site.leftovers()).length === 0, 1_000);
  }, 90_000);
});

function errorOf({ body }: Answer): ErrorDto {
  if (typeof body === 'object' && body !== null && 'code' in body) return body as ErrorDto;
  throw new Error(`no error but ${JSON.stringify(body)}`);
}
