import { expect, test } from '@jest/globals';
import { eventually } from '../support/eventually';
import { childrenOf, lives } from '../support/process-tree';
import { startServerProcess, stateFolder } from '../support/server-process';
import { ask, joinQueue, postLab } from '../support/wire';

const TOPOLOGY = 'defaults.device: frr\nnodes: [r1, r2]\nlinks: [r1-r2]\n';

test('a lab whose process is killed is told as failed, and the next acquire starts a new one', async () => {
  await using folder = await stateFolder();
  await using server = await startServerProcess(folder.path);
  const session = await joinQueue(server.url);
  await postLab(server.url, session, TOPOLOGY);
  for (const pid of await childrenOf(server.pid)) process.kill(pid, 'SIGKILL');

  await eventually('the lab has failed', async () => {
    const { body } = await ask(server.url, 'GET', '/lab', session);
    return (body as { state: string }).state === 'failed';
  });
  expect(await ask(server.url, 'GET', '/lab', session)).toMatchObject({
    body: { running: false, ref_count: 0, devices: [], reason: expect.stringContaining('SIGKILL') },
  });
  expect(await ask(server.url, 'GET', '/lab/devices', session)).toMatchObject({ status: 404 });
  expect((await server.logged(/^lab\.failed/)).message).toContain('SIGKILL');
  expect(await postLab(server.url, session, TOPOLOGY)).toMatchObject({
    status: 200,
    body: { reused: false, generation: 2 },
  });
});

test('a second signal leaves at once, and the exit hook leaves no lab behind', async () => {
  await using folder = await stateFolder();
  await using server = await startServerProcess(folder.path);
  const session = await joinQueue(server.url);
  await postLab(server.url, session, TOPOLOGY);
  const [child] = await childrenOf(server.pid);
  // A network process that does not answer keeps the graceful way waiting.
  if (child !== undefined) process.kill(child, 'SIGSTOP');
  const first = server.stop('SIGTERM');
  await server.logged(/^SIGTERM:/);
  const second = server.stop('SIGTERM');
  expect([await first, await second]).toEqual([
    [1, null],
    [1, null],
  ]);
  await eventually('the network process is gone', async () => child !== undefined && !(await lives(child)));
});
