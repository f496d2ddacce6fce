import { spawn } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { eventually } from '../support/eventually';
import { listen } from '../support/listen';
import { startServerProcess, stateFolder } from '../support/server-process';
import { ask, joinQueue, postLab } from '../support/wire';

const TOPOLOGY = 'defaults.device: frr\nnodes: [r1]\n';

test('kill -9 of the client of a stream: the clock of its session starts, and the next one follows', async () => {
  await using folder = await stateFolder();
  await using server = await startServerProcess(folder.path, ['--active-timeout', '1']);
  const [first, second] = [await joinQueue(server.url), await joinQueue(server.url)];
  const client = spawn(
    process.execPath,
    [
      '-e',
      `fetch(process.env.EVENTS).then(async ({ body }) => { for await (const _ of body) console.log(1) })`,
    ],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, EVENTS: `${server.url}/session/${first}/events` },
    },
  );
  let heard = '';
  client.stdout.on('data', (chunk: Buffer) => (heard += chunk.toString()));
  await eventually('the client listens', () => heard !== '');
  let stream = listen(server.url, second);
  await eventually('the other one listens', () => stream.text().includes('snapshot'));
  client.kill('SIGKILL');
  await eventually('the next one is told', () => {
    // With leases this short, the server ends streams soon, and a client that lives opens another.
    if (stream.over()) stream = listen(server.url, second);
    return stream.text().includes('"status":"active"');
  });
  stream[Symbol.dispose]();
  expect((await ask(server.url, 'GET', `/session/${first}`)).body).toMatchObject({
    reason: expect.stringContaining('without a sign of life'),
  });
});

test.each(['SIGTERM', 'SIGKILL'] as const)(
  'a client whose server was restarted by %s comes back with its last event, and hears how things stand',
  async (signal) => {
    await using folder = await stateFolder();
    await using server = await startServerProcess(folder.path);
    const session = await joinQueue(server.url);
    using before = listen(server.url, session);
    await postLab(server.url, session, TOPOLOGY);
    await eventually('the lab is told of', () => before.text().includes('event: lab.up'));
    await server.stop(signal);
    await eventually('the stream has ended', () => before.over());
    expect(before.text()).not.toContain('session.ended');

    await using next = await startServerProcess(folder.path);
    const last = /.*^id: (\S+)/ms.exec(before.text())?.[1];
    using after = listen(next.url, session, last);
    await eventually('the client knows how things stand', () => after.text().includes('event: snapshot'));
    await postLab(next.url, session, TOPOLOGY);
    await eventually('the new lab is told of', () => after.text().includes('event: lab.up'));
    expect(after.text()).toContain('"status":"active"');
    expect(after.text()).toContain('restarted');
    // What happened to the lab of the first server is not told as if it were that of the second.
    expect(after.text().match(/event: lab\.up/g)).toHaveLength(1);
    expect(after.text()).not.toContain('"generation":1');
  },
);
