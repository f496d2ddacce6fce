import { describe, expect, test } from '@jest/globals';
import { startServerProcess, stateFolder } from '../support/server-process';
import { ask, joinQueue, postLab } from '../support/wire';
import { canFailOnOrder, containers, docker, isLabHost, LAN, labSite, PAIR } from './lab-host';

// Servers that are stopped or killed while real netlab works.

const whereLabsRun = isLabHost ? describe : describe.skip;
/** The double can be told to take its time for each container, so that a signal arrives in the middle. */
const whereLabsLinger = canFailOnOrder ? test : test.skip;
const SLOW = { CLAB_DOUBLE_DELAY: '2' };

whereLabsRun('a server that is told to stop', () => {
  whereLabsLinger(
    'while netlab builds cancels it and leaves nothing, with exit code 0',
    async () => {
      await using site = await labSite();
      await using server = await site.serve(SLOW);
      const session = await joinQueue(server.url);
      const answer = postLab(server.url, session, PAIR);
      await server.logged(/Creating container/);
      expect(await server.stop('SIGTERM')).toEqual([0, null]);
      expect(await answer).toMatchObject({ status: 503, body: { code: 'shutting_down' } });
      expect(await site.leftovers()).toEqual([]);
    },
    90_000,
  );

  test('while a lab is up tears it down and keeps the queue', async () => {
    await using site = await labSite();
    await using server = await site.serve();
    const [session, waiting] = [await joinQueue(server.url), await joinQueue(server.url)];
    expect(await postLab(server.url, session, PAIR)).toMatchObject({ status: 200 });
    expect(await server.stop('SIGTERM')).toEqual([0, null]);
    expect(await site.leftovers()).toEqual([]);
    await using next = await site.serve();
    expect(await ask(next.url, 'GET', `/session/${waiting}`)).toMatchObject({ body: { position: 1 } });
    expect(await ask(next.url, 'GET', '/lab', session)).toMatchObject({
      body: { running: false, reason: expect.stringContaining('restarted') },
    });
  }, 90_000);
});

whereLabsRun('a session that ends while its lab is built', () => {
  whereLabsLinger(
    'cancels the start, and the next session gets its own lab',
    async () => {
      await using site = await labSite();
      await using server = await site.serve(SLOW);
      const [first, second] = [await joinQueue(server.url), await joinQueue(server.url)];
      const answer = postLab(server.url, first, PAIR);
      await server.logged(/Creating container/);
      expect(await ask(server.url, 'DELETE', `/session/${first}`)).toMatchObject({ status: 204 });
      expect(await answer).toMatchObject({ status: 404 });
      expect(await postLab(server.url, second, LAN)).toMatchObject({ status: 200, body: { generation: 2 } });
      expect(await containers()).toEqual(['clab-lab2-a', 'clab-lab2-b', 'clab-lab2-c']);
      expect(await server.stop('SIGTERM')).toEqual([0, null]);
      expect(await site.leftovers()).toEqual([]);
    },
    120_000,
  );
});

whereLabsRun('after kill -9', () => {
  test('a lab that was up goes on with its session, reference and all', async () => {
    await using site = await labSite();
    await using server = await site.serve();
    const session = await joinQueue(server.url);
    const lab = await postLab(server.url, session, PAIR);
    expect(lab).toMatchObject({ status: 200 });
    await server.stop('SIGKILL');
    expect(await containers()).toHaveLength(2);

    await using next = await site.serve();
    await next.logged(/^adopted: lab 1 \(lab\.yml\)/);
    expect(await ask(next.url, 'GET', '/lab', session)).toMatchObject({
      body: { running: true, ref_count: 1, generation: 1 },
    });
    expect(await postLab(next.url, session, PAIR)).toMatchObject({ body: { reused: true, generation: 1 } });
    expect(await ask(next.url, 'DELETE', '/lab', session)).toMatchObject({ status: 202 });
    expect(await site.leftovers()).toEqual([]);
    expect(await postLab(next.url, session, PAIR)).toMatchObject({ body: { generation: 2 } });
    expect(await next.stop('SIGTERM')).toEqual([0, null]);
    expect(await site.leftovers()).toEqual([]);
  }, 120_000);

  whereLabsLinger(
    'during up, netlab is ended and its half lab removed',
    async () => {
      await using site = await labSite();
      await using server = await site.serve(SLOW);
      const session = await joinQueue(server.url);
      const answer = expect(postLab(server.url, session, PAIR)).rejects.toThrow();
      await server.logged(/Creating container/);
      await server.stop('SIGKILL');
      await answer;
      await using next = await site.serve();
      await next.logged(/^reclaimed: lab 1 .*because it was being built/);
      expect(await site.leftovers()).toEqual([]);
      expect(await postLab(next.url, session, LAN)).toMatchObject({ status: 200, body: { generation: 2 } });
      expect(await next.stop('SIGTERM')).toEqual([0, null]);
      expect(await site.leftovers()).toEqual([]);
    },
    120_000,
  );

  test('during down, the rest is removed', async () => {
    await using site = await labSite();
    await using server = await site.serve();
    const session = await joinQueue(server.url);
    expect(await postLab(server.url, session, LAN)).toMatchObject({ status: 200 });
    const answer = expect(ask(server.url, 'DELETE', '/lab', session)).rejects.toThrow();
    await server.logged(/Stopping clab nodes/);
    await server.stop('SIGKILL');
    await answer;
    await using next = await site.serve();
    await next.logged(/^reclaimed: lab 1 .*because it was being built or torn down/);
    expect(await site.leftovers()).toEqual([]);
    expect(await next.stop('SIGTERM')).toEqual([0, null]);
  }, 90_000);

  test('a lab that lost a container meanwhile is not gone on with', async () => {
    await using site = await labSite();
    await using server = await site.serve();
    const session = await joinQueue(server.url);
    expect(await postLab(server.url, session, PAIR)).toMatchObject({ status: 200 });
    await server.stop('SIGKILL');
    await docker('stop', '--time', '0', 'clab-lab1-r2');
    await using next = await site.serve();
    await next.logged(/^reclaimed: lab 1 .*because its containers clab-lab1-r2 have stopped/);
    expect(await site.leftovers()).toEqual([]);
    expect(await next.stop('SIGTERM')).toEqual([0, null]);
  }, 90_000);
});

whereLabsRun('a server of fake devices on the same host', () => {
  whereLabsLinger(
    'has netlab refuse a topology without touching what the other builds',
    async () => {
      await using site = await labSite();
      await using server = await site.serve(SLOW);
      await using folder = await stateFolder();
      await using beside = await startServerProcess(folder.path, ['--topology-reader', 'netlab']);
      const session = await joinQueue(server.url);
      const answer = postLab(server.url, session, PAIR);
      await server.logged(/Creating container/);
      const other = await joinQueue(beside.url);
      const refused = 'provider: clab\nplugin: [ nosuch ]\nnodes: { r1: { device: frr } }\n';
      expect(await postLab(beside.url, other, refused)).toMatchObject({ status: 422 });
      expect(await answer).toMatchObject({ status: 200 });
      expect(await beside.stop('SIGTERM')).toEqual([0, null]);
      expect(await server.stop('SIGTERM')).toEqual([0, null]);
      expect(await site.leftovers()).toEqual([]);
    },
    90_000,
  );
});

whereLabsRun('a second server on the host', () => {
  test('is refused whatever its state dir, and told whose it is', async () => {
    await using site = await labSite();
    await using server = await site.serve();
    const { code, said } = await site.serveBeside();
    expect(code).toBe(1);
    expect(said).toContain(`pid: ${server.pid}`);
    expect(await server.stop('SIGTERM')).toEqual([0, null]);
  }, 60_000);
});
