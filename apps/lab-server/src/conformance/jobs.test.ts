import { afterEach, describe, expect, test } from '@jest/globals';
import { FakeClock, ScriptedBackend } from '@remote-lab/lab-manager/testing';
import { acquireResponseDto, jobDto, labEventDto } from '@remote-lab/protocol';
import { eventually } from '../testing/eventually';
import { ask, type Answer, join, labForm } from '../testing/http';
import { type EventReader, openEvents } from '../testing/open-events';
import { startTestServer, type TestServer, type TestServerOptions } from '../testing/test-server';

// `POST /lab` that answers before the lab is up, and the jobs it leaves behind; time is told by hand.

const parts: AsyncDisposable[] = [];
afterEach(async () => {
  for (const part of parts.splice(0).reverse()) await part[Symbol.asyncDispose]();
});

async function start(
  options: TestServerOptions = {},
): Promise<{ server: TestServer; clock: FakeClock; backend: ScriptedBackend }> {
  const clock = options.clock ?? new FakeClock();
  const backend = new ScriptedBackend();
  const server = await startTestServer({ ...options, clock, backend });
  parts.push(server);
  return { server, clock, backend };
}

interface Wish {
  readonly prefer?: string;
  readonly content?: string;
  readonly name?: string;
  readonly signal?: AbortSignal;
  readonly reuse?: string;
}

function acquire(server: TestServer, session: string, wish: Wish = {}): Promise<Answer> {
  const { prefer = 'respond-async', content = 'nodes: [r1, r2]', name = 'pair.yml', reuse = 'true' } = wish;
  return ask(server.url, 'POST', '/lab', {
    session,
    body: labForm({ name, content }, [], { reuse }),
    headers: { Prefer: prefer },
    ...(wish.signal === undefined ? {} : { signal: wish.signal }),
  });
}

/** Begins a start that takes its time, as a job. */
async function begin(server: TestServer, backend: ScriptedBackend, session: string) {
  const up = backend.hold('up');
  const answer = await acquire(server, session);
  expect(answer.status).toBe(202);
  const path = answer.headers.get('location') ?? '';
  await up.reached;
  return { up, path, answer };
}

async function follow(server: TestServer, path: string, lastEventId?: string): Promise<EventReader> {
  const reader = await openEvents(server.url, `${path}/events`, lastEventId);
  parts.push(reader);
  return reader;
}

const job = (server: TestServer, path: string, query = ''): Promise<Answer> =>
  ask(server.url, 'GET', path + query);
const cancel = (server: TestServer, path: string): Promise<Answer> => ask(server.url, 'DELETE', path);
const lab = async (server: TestServer, session: string): Promise<unknown> =>
  (await ask(server.url, 'GET', '/lab', { session })).body;
const queueLength = async (server: TestServer): Promise<unknown> =>
  ((await ask(server.url, 'GET', '/debug/health')).body as { queue_length: number }).queue_length;

describe('an acquire that takes its time', () => {
  test('is answered with a job, which in the end has what the request would have got', async () => {
    const { server, backend } = await start();
    const { id } = await join(server.url);
    const { up, path, answer } = await begin(server, backend, id);
    expect(answer.headers.get('preference-applied')).toBe('respond-async');
    expect(jobDto.problems(answer.body)).toEqual([]);
    expect(answer.body).toMatchObject({ kind: 'lab.acquire', status: 'running' });
    expect(path).toBe(`/jobs/${(answer.body as { id: string }).id}`);
    expect((await job(server, path)).body).toMatchObject({ progress: 'building pair.yml' });
    up.open();
    const { status, body } = await job(server, path, '?wait=60');
    expect({ status, body }).toMatchObject({ status: 200, body: { status: 'succeeded' } });
    expect(jobDto.problems(body)).toEqual([]);
    expect(acquireResponseDto.problems((body as { result: unknown }).result)).toEqual([]);
    expect(await lab(server, id)).toMatchObject({ running: true, ref_count: 1 });
  });

  test('that fails has the refusal with its status', async () => {
    const { server, backend } = await start();
    const { id } = await join(server.url);
    const { up, path } = await begin(server, backend, id);
    up.fail(new Error('exit code 1'));
    expect((await job(server, path, '?wait=60')).body).toMatchObject({
      status: 'failed',
      error: { code: 'lab_start_failed', detail: expect.stringContaining('exit code 1') },
      error_status: 502,
    });
  });

  test('is waited for as long as the client prefers, then answered as usual', async () => {
    const { server, backend, clock } = await start();
    const { id } = await join(server.url);
    const up = backend.hold('up');
    const answer = acquire(server, id, { prefer: 'respond-async, wait=5' });
    await up.reached;
    clock.advance(4_000);
    up.open();
    expect(await answer).toMatchObject({ status: 200, body: { reused: false } });
    // Nothing of its patience is left, only the deadline of the session.
    expect(clock.pending).toBe(1);
  });

  test('and no longer than that', async () => {
    const { server, backend, clock } = await start();
    const { id } = await join(server.url);
    const up = backend.hold('up');
    const answer = acquire(server, id, { prefer: 'respond-async, wait=5' });
    await up.reached;
    // The patience of the request joins the deadline that its session had.
    await eventually(() => clock.pending >= 2);
    clock.advance(5_000);
    expect(await answer).toMatchObject({ status: 202 });
    up.open();
  });

  test('without the preference is answered as ever', async () => {
    const { server } = await start();
    const { id } = await join(server.url);
    const answer = await acquire(server, id, { prefer: 'wait=5' });
    expect(answer).toMatchObject({ status: 200 });
    expect(answer.headers.get('preference-applied')).toBeNull();
  });
});

describe('what is decided at once is answered at once', () => {
  test.each<[string, Wish, object]>([
    ['form', { name: 'pair.txt' }, { status: 400, body: { code: 'topology_extension' } }],
    ['topology', { content: 'refuse' }, { status: 422, body: { code: 'invalid_topology' } }],
  ])('a bad %s', async (_name, wish, refusal) => {
    const { server } = await start();
    const { id } = await join(server.url);
    expect(await acquire(server, id, wish)).toMatchObject(refusal);
  });

  test('that the session waits, or is not there', async () => {
    const { server } = await start();
    await join(server.url);
    const { id } = await join(server.url);
    expect(await acquire(server, id)).toMatchObject({ status: 423, body: { code: 'session_not_active' } });
    expect(await acquire(server, 'nobody')).toMatchObject({ status: 404 });
  });

  test('that another acquire of the session is in the way', async () => {
    const { server } = await start();
    const { id } = await join(server.url);
    await acquire(server, id, { prefer: 'wait=0' });
    expect(await acquire(server, id, { content: 'nodes: [x]' })).toMatchObject({
      status: 423,
      body: { code: 'lab_busy', holder: 'own_session' },
    });
  });
});

describe('a job that is followed', () => {
  test('tells how it stands, what it does, what is printed, and how it finished', async () => {
    const { server, backend } = await start();
    backend.output = ['pulling', 'wiring'];
    const { id } = await join(server.url);
    const { up, path } = await begin(server, backend, id);
    const stream = await follow(server, path);
    await stream.next('snapshot');
    up.open();
    const { data } = await stream.next('job.finished');
    await stream.ended;
    expect(jobDto.problems(data)).toEqual([]);
    expect(data).toMatchObject({ status: 'succeeded', result: { reused: false } });
    // What happened before somebody listened is not lost.
    expect(stream.heard.map(({ event, data: about }) => about['message'] ?? about['line'] ?? event)).toEqual([
      'snapshot',
      'building pair.yml',
      'pulling',
      'wiring',
      'pair.yml has 2 devices',
      'job.finished',
    ]);
    for (const { event, data: about } of stream.heard) {
      if (event === 'lab.output') expect(labEventDto.problems(about)).toEqual([]);
    }
  });

  test('tells nothing twice to who comes back', async () => {
    const { server, backend } = await start();
    backend.output = ['pulling', 'wiring'];
    const { id } = await join(server.url);
    const { up, path } = await begin(server, backend, id);
    const first = await follow(server, path);
    const { id: seen } = await first.next('lab.output');
    first.leave();
    const second = await follow(server, path, seen);
    up.open();
    await second.ended;
    expect(second.heard.flatMap(({ data }) => data['line'] ?? [])).toEqual(['wiring']);
  });

  test('tells who comes late how it finished', async () => {
    const { server, backend } = await start();
    const { id } = await join(server.url);
    const { up, path } = await begin(server, backend, id);
    up.open();
    await job(server, path, '?wait=60');
    const stream = await follow(server, path);
    await stream.ended;
    expect(stream.heard.at(-1)).toMatchObject({ event: 'job.finished', data: { status: 'succeeded' } });
  });
});

describe('a job and its session', () => {
  test('the session cannot expire while the job runs; then its clock starts', async () => {
    const { server, backend, clock } = await start();
    const { id } = await join(server.url);
    const { up, path } = await begin(server, backend, id);
    clock.advance(20 * 60_000);
    expect(await queueLength(server)).toBe(1);
    const answer = job(server, path, '?wait=60');
    up.open();
    await answer;
    clock.advance(300_000);
    expect(await queueLength(server)).toBe(1);
    clock.advance(1_000);
    await eventually(async () => (await queueLength(server)) === 0);
  });

  test('to look at the job is a sign of life of the session', async () => {
    const { server, backend, clock } = await start();
    const { id } = await join(server.url);
    const { up, path } = await begin(server, backend, id);
    up.open();
    await job(server, path, '?wait=60');
    for (let minute = 0; minute < 9; minute += 1) {
      clock.advance(60_000);
      await job(server, path);
    }
    expect(await queueLength(server)).toBe(1);
  });

  test('the job fails when the session ends, and nothing runs any more', async () => {
    const { server, backend } = await start();
    const { id } = await join(server.url);
    const { path } = await begin(server, backend, id);
    await ask(server.url, 'DELETE', `/session/${id}`);
    expect((await job(server, path, '?wait=60')).body).toMatchObject({
      status: 'failed',
      error: { code: 'session_not_found' },
      error_status: 404,
    });
    await eventually(() => backend.running.size === 0);
  });

  test('the job fails when the server goes down, and does not hold it up', async () => {
    const { server, backend } = await start();
    const { id } = await join(server.url);
    const { path } = await begin(server, backend, id);
    const stream = await follow(server, path);
    await server.shutdown();
    await stream.ended;
    expect(backend.running.size).toBe(0);
  });
});

describe('cancelling', () => {
  test('a job that runs stops the start, and leaves no reference', async () => {
    const { server, backend } = await start();
    const { id } = await join(server.url);
    const { path } = await begin(server, backend, id);
    const stream = await follow(server, path);
    expect(await cancel(server, path)).toMatchObject({ status: 204, body: undefined });
    expect((await stream.next('job.finished')).data).toMatchObject({ status: 'cancelled' });
    await eventually(() => backend.running.size === 0);
    expect(await lab(server, id)).toMatchObject({ running: false, ref_count: 0 });
    expect((await job(server, path)).body).toMatchObject({ status: 'cancelled' });
    expect(await cancel(server, path)).toMatchObject({ status: 204 });
  });

  test('a job whose lab is up gives back what nobody has asked for yet', async () => {
    const { server, backend } = await start();
    const { id } = await join(server.url);
    const { up, path } = await begin(server, backend, id);
    up.open();
    await eventually(async () => ((await lab(server, id)) as { running: boolean }).running);
    expect(await lab(server, id)).toMatchObject({ ref_count: 1 });
    await cancel(server, path);
    expect(await lab(server, id)).toMatchObject({ state: 'idle', ref_count: 0 });
    const { body } = await job(server, path);
    expect(body).toMatchObject({ status: 'cancelled' });
    expect(body).not.toHaveProperty('result');
  });

  test.each(['an answer', 'a stream'])(
    'a job whose result somebody has from %s takes nothing away',
    async (from) => {
      const { server, backend } = await start();
      const { id } = await join(server.url);
      const { up, path } = await begin(server, backend, id);
      up.open();
      if (from === 'an answer') await job(server, path, '?wait=60');
      else await (await follow(server, path)).ended;
      await cancel(server, path);
      expect(await lab(server, id)).toMatchObject({ running: true, ref_count: 1 });
      expect((await job(server, path)).body).toMatchObject({ status: 'succeeded' });
    },
  );

  test('a client that goes before it knows of the job leaves none', async () => {
    const { server, backend, clock } = await start();
    const { id } = await join(server.url);
    const up = backend.hold('up');
    const leave = new AbortController();
    const answer = acquire(server, id, { prefer: 'respond-async, wait=60', signal: leave.signal });
    const failed = expect(answer).rejects.toThrow();
    await up.reached;
    leave.abort();
    await failed;
    await eventually(() => backend.running.size === 0);
    clock.advance(60_000);
    expect(await lab(server, id)).toMatchObject({ running: false, ref_count: 0 });
  });
});

describe('an unknown job', () => {
  test.each(['GET', 'DELETE'])('is a 404 for %s', async (method) => {
    const { server } = await start();
    expect(await ask(server.url, method, '/jobs/nothing')).toMatchObject({
      status: 404,
      body: { code: 'job_not_found' },
    });
    expect(await ask(server.url, 'GET', '/jobs/nothing/events')).toMatchObject({ status: 404 });
  });
});
