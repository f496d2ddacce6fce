import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { debugHealthDto } from '@remote-lab/protocol';
import { eventually } from '../support/eventually';
import { type ServerProcess, startServerProcess, stateFolder } from '../support/server-process';
import { type Answer, ask, joinQueue, postLab } from '../support/wire';

// The black-box list for servers that speak this wire, against the real server process and its fake devices.
// lab-server's own conformance tests hold every detail with a backend that fails on demand; this is the whole thing.

let folder: Awaited<ReturnType<typeof stateFolder>>;
let server: ServerProcess;

beforeAll(async () => {
  folder = await stateFolder();
  server = await startServerProcess(folder.path);
});
afterAll(async () => {
  expect(await server.stop('SIGTERM')).toEqual([0, null]);
  await folder[Symbol.asyncDispose]();
});

const PAIR = 'defaults.device: frr\nnodes: [r1, r2]\nlinks: [r1-r2]\n';
const OTHER = 'defaults.device: eos\nnodes: [sw]\n';
const get = (path: string, session?: string): Promise<Answer> => ask(server.url, 'GET', path, session);
const remove = (path: string, session?: string): Promise<Answer> => ask(server.url, 'DELETE', path, session);
const release = (session: string): Promise<Answer> => ask(server.url, 'POST', '/lab/release', session);

async function withSession(use: (id: string) => Promise<void>): Promise<void> {
  const id = await joinQueue(server.url);
  try {
    await use(id);
  } finally {
    await remove(`/session/${id}?reason=crashed`);
  }
}

test('1: two sessions, first in first out', async () => {
  const first = await ask(server.url, 'POST', '/session');
  const second = await ask(server.url, 'POST', '/session');
  expect([first, second]).toMatchObject([
    { status: 201, body: { position: 0 } },
    { status: 201, body: { position: 1 } },
  ]);
  const [a, b] = [first, second].map(({ body }) => (body as { session_id: string }).session_id);
  expect(await get(`/session/${a}`)).toMatchObject({ status: 200, body: { status: 'active', position: 0 } });
  expect(await get(`/session/${b}`)).toMatchObject({ status: 200, body: { status: 'waiting', position: 1 } });
  expect(await remove(`/session/${a}`)).toMatchObject({ status: 204 });
  expect(await get(`/session/${b}`)).toMatchObject({ status: 200, body: { status: 'active', position: 0 } });
  await remove(`/session/${b}`);
});

test('2: unknown sessions are 404, heartbeats of the waiting 204, without a header 422', async () => {
  await withSession(async () => {
    await withSession(async (waiting) => {
      expect(await get('/session/nobody')).toMatchObject({
        status: 404,
        body: { detail: 'Session not found' },
      });
      expect(await remove('/session/nobody')).toMatchObject({
        status: 404,
        body: { detail: 'Session not found' },
      });
      expect(await ask(server.url, 'POST', '/session/heartbeat', 'nobody')).toMatchObject({
        status: 404,
        body: { detail: 'Session not found' },
      });
      expect(await ask(server.url, 'POST', '/session/heartbeat', waiting)).toMatchObject({ status: 204 });
      expect(await ask(server.url, 'POST', '/session/heartbeat')).toMatchObject({
        status: 422,
        body: {
          detail: [{ type: 'missing', loc: ['header', 'X-Session-ID'], msg: 'Field required', input: null }],
        },
      });
    });
  });
});

test('3: the active session, or none', async () => {
  expect(await get('/active-session')).toMatchObject({ status: 404, body: { detail: 'No active session' } });
  await withSession(async (id) => {
    expect(await get('/active-session')).toMatchObject({
      status: 200,
      body: { session_id: id, status: 'active', position: 0 },
    });
  });
});

test('4: the gate of /lab', async () => {
  await withSession(async () => {
    await withSession(async (waiting) => {
      const refused = { status: 423, body: { detail: 'Session is not active' } };
      for (const answer of [
        get('/lab', waiting),
        get('/lab/devices', waiting),
        release(waiting),
        remove('/lab', waiting),
      ]) {
        expect(await answer).toMatchObject(refused);
      }
      expect(await ask(server.url, 'POST', '/lab', waiting)).toMatchObject(refused);
    });
  });
  expect(await ask(server.url, 'POST', '/lab')).toMatchObject({
    status: 422,
    body: { detail: [{ loc: ['header', 'X-Session-ID'] }, { loc: ['body', 'topology'] }] },
  });
});

test('5: extensions, a missing file, spellings of reuse', async () => {
  await withSession(async (id) => {
    const upload = (name: string, reuse: string): Promise<Answer> => {
      const form = new FormData();
      form.append('topology', new Blob([PAIR]), name);
      form.append('reuse', reuse);
      return ask(server.url, 'POST', '/lab', id, { body: form });
    };
    expect(await upload('x.txt', 'true')).toMatchObject({
      status: 400,
      body: { detail: 'Topology must be a .yml or .yaml file' },
    });
    expect(await upload('X.YAML', 'YES')).toMatchObject({ status: 200 });
    expect(await upload('x.yml', 'perhaps')).toMatchObject({
      status: 422,
      body: { detail: [{ type: 'bool_parsing', loc: ['body', 'reuse'] }] },
    });
    expect(await ask(server.url, 'POST', '/lab', id, { body: new FormData() })).toMatchObject({
      status: 422,
    });
  });
});

test('6, 9, 13: acquire, share, release, and attach to the idle lab', async () => {
  await withSession(async (id) => {
    const first = await postLab(server.url, id, PAIR);
    expect(first).toMatchObject({
      status: 200,
      body: { reused: false, devices: [{ name: 'r1' }, { name: 'r2' }] },
    });
    expect(await get('/lab', id)).toMatchObject({ body: { running: true, ref_count: 1 } });
    expect(await postLab(server.url, id, PAIR)).toMatchObject({
      body: { reused: true, devices: (first.body as { devices: unknown }).devices },
    });
    expect(await get('/lab', id)).toMatchObject({ body: { ref_count: 2 } });
    await release(id);
    await release(id);
    expect(await get('/lab', id)).toMatchObject({ body: { running: true, ref_count: 0 } });
    expect(await release(id)).toMatchObject({ status: 204 });
    expect(await get('/lab/devices', id)).toMatchObject({
      status: 200,
      body: [{ name: 'r1' }, { name: 'r2' }],
    });
    expect(await postLab(server.url, id, PAIR)).toMatchObject({ body: { reused: true } });
  });
});

test('7: busy with references, switched without', async () => {
  await withSession(async (id) => {
    await postLab(server.url, id, PAIR);
    const busy = { status: 423, body: { detail: 'Lab currently busy' } };
    expect(await postLab(server.url, id, OTHER)).toMatchObject(busy);
    expect(await postLab(server.url, id, PAIR, false)).toMatchObject(busy);
    await release(id);
    expect(await postLab(server.url, id, OTHER)).toMatchObject({
      status: 200,
      body: { reused: false, devices: [{ name: 'sw' }] },
    });
  });
});

test('8: destroy', async () => {
  await withSession(async (id) => {
    await postLab(server.url, id, PAIR);
    expect(await remove('/lab?force=false', id)).toMatchObject({
      status: 409,
      body: { detail: 'Lab still in use' },
    });
    expect(await remove('/lab', id)).toMatchObject({ status: 202 });
    expect(await remove('/lab', id)).toMatchObject({ status: 204 });
    expect(await release(id)).toMatchObject({ status: 404, body: { detail: 'No lab running' } });
    expect(await get('/lab/devices', id)).toMatchObject({ status: 404, body: { detail: 'No lab running' } });
    expect(await get('/lab', id)).toMatchObject({ status: 200, body: { running: false, topology: null } });
  });
});

test('10: an idle reusable lab is handed to the next session', async () => {
  const first = await joinQueue(server.url);
  await postLab(server.url, first, PAIR);
  await remove(`/session/${first}`);
  await withSession(async (second) => {
    expect(await postLab(server.url, second, PAIR)).toMatchObject({ status: 200, body: { reused: true } });
  });
});

describe('11: silence', () => {
  test('evicts the active session and its lab, and lets the next one in', async () => {
    await using short = await stateFolder();
    await using quick = await startServerProcess(short.path, [
      '--active-timeout',
      '1',
      '--waiting-timeout',
      '30',
    ]);
    const silent = await joinQueue(quick.url);
    const next = await joinQueue(quick.url);
    await postLab(quick.url, silent, PAIR);
    await eventually('the next session is active', async () => {
      await delay(50);
      return (
        ((await ask(quick.url, 'GET', `/session/${next}`)).body as { status: string }).status === 'active'
      );
    });
    expect(await ask(quick.url, 'GET', `/session/${silent}`)).toMatchObject({
      status: 404,
      body: { detail: 'Session not found' },
    });
    expect(await postLab(quick.url, next, PAIR)).toMatchObject({
      status: 200,
      body: { reused: false, generation: 2 },
    });
  });
});

test('12: health and the shapes of refusals', async () => {
  expect(await get('/healthz')).toEqual({ status: 204, body: '' });
  expect(debugHealthDto.is((await get('/debug/health')).body)).toBe(true);
  expect(await ask(server.url, 'PUT', '/lab')).toMatchObject({
    status: 405,
    body: { detail: 'Method Not Allowed' },
  });
  expect(await get('/nowhere')).toMatchObject({ status: 404, body: { detail: 'Not Found' } });
  expect(await ask(server.url, 'GET', '/lab/', undefined, { redirect: 'manual' })).toMatchObject({
    status: 307,
  });
});

describe('13: what only we refuse', () => {
  test('broken YAML, with line and column', async () => {
    await withSession(async (id) => {
      const answer = await postLab(server.url, id, 'nodes:\n  r1: [\n');
      expect(answer).toMatchObject({
        status: 422,
        body: {
          code: 'invalid_topology',
          problems: [{ file: 'lab.yml', line: expect.any(Number), column: expect.any(Number) }],
        },
      });
    });
  });

  test('an unknown device type, with those that are known', async () => {
    await withSession(async (id) => {
      const answer = await postLab(server.url, id, 'nodes:\n  r1:\n    device: frrr\n');
      expect(answer).toMatchObject({
        status: 422,
        body: { code: 'invalid_topology', problems: [{ line: 3, column: 13 }] },
      });
      expect(JSON.stringify(answer.body)).toMatch(/frr\b/);
    });
  });

  test('a device type that has no fake platform, with those that have one', async () => {
    await withSession(async (id) => {
      const answer = await postLab(server.url, id, 'nodes:\n  r1:\n    device: netscaler\n');
      expect(answer).toMatchObject({ status: 422, body: { code: 'unsupported_device' } });
      expect((answer.body as { detail: string }).detail).toMatch(/eos.*frr|frr.*eos/);
    });
  });

  test('a node that would leave its folder', async () => {
    await withSession(async (id) => {
      expect(await postLab(server.url, id, 'defaults.device: frr\nnodes:\n  ../x:\n')).toMatchObject({
        status: 422,
        body: { code: 'invalid_topology', problems: [{ line: 3, column: 3 }] },
      });
    });
  });

  test('none of them costs the running lab anything', async () => {
    await withSession(async (id) => {
      await postLab(server.url, id, PAIR);
      await release(id);
      for (const bad of ['nodes: [', 'nodes:\n  ../x:\n', 'nodes: {r1: {device: netscaler}}']) {
        expect((await postLab(server.url, id, bad)).status).toBe(422);
      }
      expect(await postLab(server.url, id, PAIR)).toMatchObject({ status: 200, body: { reused: true } });
    });
  });
});
