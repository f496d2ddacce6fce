import { expect, test } from '@jest/globals';
import { eventually } from '../support/eventually';
import { portOpen } from '../support/port-open';
import { childrenOf, lives } from '../support/process-tree';
import { type ServerProcess, startServerProcess, stateFolder } from '../support/server-process';
import { ask, endpoints, joinQueue, postLab } from '../support/wire';

const TOPOLOGY = 'defaults.device: frr\nnodes: [r1, r2]\nlinks: [r1-r2]\n';

test('kill -9 while a lab runs: no device survives, the next start keeps the queue and says what it took over', async () => {
  await using folder = await stateFolder();
  await using first = await startServerProcess(folder.path);
  const [active, second, third] = [
    await joinQueue(first.url),
    await joinQueue(first.url),
    await joinQueue(first.url),
  ];
  const devices = endpoints(await postLab(first.url, active, TOPOLOGY));
  const children = await childrenOf(first.pid);
  expect(children).toHaveLength(1);
  for (const { host, port } of devices) expect(await portOpen(host, port)).toBe(true);

  await first.stop('SIGKILL');
  await eventually('the children of the killed server are gone', async () => {
    return (await Promise.all(children.map(lives))).every((alive) => !alive);
  });
  for (const { host, port } of devices) expect(await portOpen(host, port)).toBe(false);

  await using next = await startServerProcess(folder.path);
  expect(await ask(next.url, 'GET', `/session/${active}`)).toMatchObject({
    body: { status: 'active', position: 0 },
  });
  expect(await ask(next.url, 'GET', `/session/${second}`)).toMatchObject({
    body: { status: 'waiting', position: 1 },
  });
  expect(await ask(next.url, 'GET', `/session/${third}`)).toMatchObject({
    body: { status: 'waiting', position: 2 },
  });
  expect(await ask(next.url, 'GET', '/lab', active)).toMatchObject({
    status: 200,
    body: { running: false, ref_count: 0 },
  });
  expect((await next.logged(/^reclaimed: the state dir/)).message).toContain(String(first.pid));
  expect((await next.logged(/^reclaimed: lab/)).message).toContain('lab 1 (lab.yml)');
  expect((await next.logged(/active session is kept/)).session).toBeDefined();

  expect(await postLab(next.url, active, TOPOLOGY)).toMatchObject({
    status: 200,
    body: { reused: false, generation: 2 },
  });
  expect(await next.stop('SIGTERM')).toEqual([0, null]);
});

test('kill -9 in the middle of a start leaves nothing either', async () => {
  await using folder = await stateFolder();
  await using server = await startServerProcess(folder.path);
  const session = await joinQueue(server.url);
  // On a fast machine the lab may be up before its process has been seen: then it was none, and goes.
  while ((await killDuringStart(server, session)) === 'too late')
    await ask(server.url, 'DELETE', '/lab', session);
  await using next = await startServerProcess(folder.path);
  expect(await postLab(next.url, session, TOPOLOGY)).toMatchObject({ status: 200, body: { reused: false } });
});

async function killDuringStart(server: ServerProcess, session: string): Promise<'killed' | 'too late'> {
  const nodes = Array.from({ length: 150 }, (_, n) => `n${n}`).join(', ');
  let answered = false;
  const answer = postLab(server.url, session, `defaults.device: frr\nnodes: [${nodes}]\n`).then(
    () => (answered = true),
    () => false,
  );
  let children: readonly number[] = [];
  while (children.length === 0 && !answered) children = await childrenOf(server.pid);
  if (answered) return 'too late';
  await server.stop('SIGKILL');
  expect(await answer).toBe(false);
  await eventually('the children of the killed server are gone', async () => {
    return (await Promise.all(children.map(lives))).every((alive) => !alive);
  });
  return 'killed';
}
