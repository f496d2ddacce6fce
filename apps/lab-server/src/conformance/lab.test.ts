import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ScriptedBackend } from '@remote-lab/lab-manager/testing';
import { ask, type Answer, type FilePart, join, labForm } from '../testing/http';
import { startTestServer, type TestServer } from '../testing/test-server';

// The wire contract of the lab, as clients of the original know it, with our deliberate deviations.

let server: TestServer;
let backend: ScriptedBackend;
let id: string;

beforeEach(async () => {
  backend = new ScriptedBackend();
  server = await startTestServer({ backend });
  ({ id } = await join(server.url));
});
afterEach(() => server[Symbol.asyncDispose]());

const pair: FilePart = { name: 'pair.yml', content: 'nodes: [r1, r2]\n' };
const other: FilePart = { name: 'other.yml', content: 'nodes: [r1]\n' };

function acquire(
  topology: FilePart | undefined,
  texts: Readonly<Record<string, string>> = {},
  extra: readonly FilePart[] = [],
): Promise<Answer> {
  return ask(server.url, 'POST', '/lab', { session: id, body: labForm(topology, extra, texts) });
}
const lab = (): Promise<Answer> => ask(server.url, 'GET', '/lab', { session: id });
const release = (): Promise<Answer> => ask(server.url, 'POST', '/lab/release', { session: id });
const destroy = (query = ''): Promise<Answer> => ask(server.url, 'DELETE', `/lab${query}`, { session: id });
const devices = (): Promise<Answer> => ask(server.url, 'GET', '/lab/devices', { session: id });

const busy = { status: 423, body: { detail: 'Lab currently busy', code: 'lab_busy', holder: 'own_session' } };

describe('acquire and release', () => {
  test('the first acquire starts, the second shares; released to zero the lab still runs', async () => {
    const first = await acquire(pair);
    expect(first).toMatchObject({
      status: 200,
      body: { reused: false, devices: [{ name: 'r1' }, { name: 'r2' }] },
    });
    expect(await lab()).toMatchObject({
      status: 200,
      body: { running: true, ref_count: 1, topology: 'pair.yml', netlab_status: null },
    });

    expect(await acquire(pair)).toMatchObject({ status: 200, body: { reused: true } });
    expect(await lab()).toMatchObject({ body: { ref_count: 2 } });

    expect(await release()).toMatchObject({ status: 204, body: undefined });
    expect(await release()).toMatchObject({ status: 204 });
    expect(await lab()).toMatchObject({ body: { running: true, ref_count: 0 } });
    expect(await release()).toMatchObject({ status: 204 });
    expect(await lab()).toMatchObject({
      body: { running: true, ref_count: 0, devices: [{ name: 'r1' }, { name: 'r2' }] },
    });
    expect(await devices()).toMatchObject({ status: 200, body: [{ name: 'r1' }, { name: 'r2' }] });
    expect(backend.calls).toEqual(['reclaim', 'check', 'up 1', 'check']);
  });

  test('an idle lab is attached again, and that counts as reused', async () => {
    await acquire(pair);
    await release();
    expect(await acquire(pair)).toMatchObject({ status: 200, body: { reused: true } });
  });

  test('the same bytes under another name are the same lab, one byte more is another', async () => {
    await acquire(pair);
    expect(await acquire({ name: 'renamed.yaml', content: pair.content })).toMatchObject({
      status: 200,
      body: { reused: true },
    });
    await release();
    await release();
    expect(await acquire({ name: 'pair.yml', content: `${String(pair.content)} ` })).toMatchObject({
      body: { reused: false },
    });
  });

  test('with references held, other content or reuse=false is busy', async () => {
    await acquire(pair);
    expect(await acquire(other)).toMatchObject(busy);
    expect(await acquire(pair, { reuse: 'false' })).toMatchObject(busy);
  });

  test('without references, other content or reuse=false is one down and one up', async () => {
    await acquire(pair);
    await release();
    expect(await acquire(other)).toMatchObject({ status: 200, body: { reused: false } });
    await release();
    expect(await acquire(other, { reuse: 'false' })).toMatchObject({ status: 200, body: { reused: false } });
    expect(backend.calls.filter((call) => /^(up|down)/.test(call))).toEqual([
      'up 1',
      'down 1',
      'up 2',
      'down 2',
      'up 3',
    ]);
  });

  test('the extra files reach the backend, and belong to the identity', async () => {
    const first = await acquire(pair, {}, [{ name: 'templates/a.j2', content: 'one' }]);
    expect(first).toMatchObject({ status: 200, body: { reused: false } });
    expect(await acquire(pair, {}, [{ name: 'templates/a.j2', content: 'two' }])).toMatchObject(busy);
    expect(await acquire(pair, {}, [{ name: 'templates/a.j2', content: 'one' }])).toMatchObject({
      body: { reused: true },
    });
  });
});

describe('a reference that is named', () => {
  test('is given back once, however often the release is repeated', async () => {
    const first = await acquire(pair);
    await acquire(pair);
    const { reference } = first.body as { reference: string };
    const again = (): Promise<Answer> =>
      ask(server.url, 'POST', `/lab/release?reference=${reference}`, { session: id });
    expect(await again()).toMatchObject({ status: 204 });
    expect(await again()).toMatchObject({ status: 204 });
    expect(await lab()).toMatchObject({ body: { running: true, ref_count: 1 } });
  });

  test.each(['', 'x', '1', '1.2.3', '-1.2'])('must be one: %j', async (reference) => {
    await acquire(pair);
    expect(
      await ask(server.url, 'POST', `/lab/release?reference=${reference}`, { session: id }),
    ).toMatchObject({
      status: 422,
      body: { code: 'validation_error', detail: [{ loc: ['query', 'reference'] }] },
    });
    expect(await lab()).toMatchObject({ body: { ref_count: 1 } });
  });
});

describe('destroy', () => {
  test('needs force while references are held; then nothing is left', async () => {
    await acquire(pair);
    expect(await destroy('?force=false')).toMatchObject({
      status: 409,
      body: { detail: 'Lab still in use', code: 'lab_in_use' },
    });
    expect(await destroy()).toMatchObject({ status: 202, body: undefined });
    expect(await destroy()).toMatchObject({ status: 204 });
    expect(await release()).toMatchObject({
      status: 404,
      body: { detail: 'No lab running', code: 'no_lab' },
    });
    expect(await devices()).toMatchObject({
      status: 404,
      body: { detail: 'No lab running', code: 'no_lab' },
    });
    expect(await lab()).toMatchObject({
      status: 200,
      body: { running: false, topology: null, ref_count: 0, devices: [] },
    });
    expect(backend.running.size).toBe(0);
  });

  test('force is a boolean in the words of the original', async () => {
    expect(await destroy('?force=perhaps')).toMatchObject({
      status: 422,
      body: { detail: [{ type: 'bool_parsing', loc: ['query', 'force'], input: 'perhaps' }] },
    });
    await acquire(pair);
    expect(await destroy('?force=off')).toMatchObject({ status: 409 });
    expect(await destroy('?force=yes')).toMatchObject({ status: 202 });
  });
});

describe('the form', () => {
  test('a topology must end in .yml or .yaml, in any case', async () => {
    expect(await acquire({ name: 'x.txt', content: 'x' })).toMatchObject({
      status: 400,
      body: { detail: 'Topology must be a .yml or .yaml file', code: 'topology_extension' },
    });
    expect(await acquire({ name: 'X.YAML', content: 'nodes: [r1]' })).toMatchObject({ status: 200 });
  });

  test('a missing topology is a 422', async () => {
    expect(await acquire(undefined, { reuse: 'true' })).toMatchObject({
      status: 422,
      body: { detail: [{ type: 'missing', loc: ['body', 'topology'], msg: 'Field required', input: null }] },
    });
  });

  test.each(['true', '1', 'on', 'YES', 'y', 'T', ''])('reuse=%j is true', async (reuse) => {
    await acquire(pair, { reuse });
    expect(await acquire(pair)).toMatchObject({ status: 200, body: { reused: true } });
    await release();
    await release();
    expect(await lab()).toMatchObject({ body: { state: 'idle' } });
  });

  test.each(['false', '0', 'off', 'No', 'n', 'F'])('reuse=%j is false', async (reuse) => {
    await acquire(pair, { reuse });
    await release();
    expect((await lab()).body).not.toMatchObject({ state: 'idle' });
  });

  test('any other reuse is a 422 in the known shape', async () => {
    expect(await acquire(pair, { reuse: 'perhaps' })).toMatchObject({
      status: 422,
      body: {
        detail: [
          {
            type: 'bool_parsing',
            loc: ['body', 'reuse'],
            msg: 'Input should be a valid boolean, unable to interpret input',
            input: 'perhaps',
          },
        ],
      },
    });
  });

  test.each([
    ['application/json', '{}'],
    ['application/x-www-form-urlencoded', 'topology=x'],
  ])('a body of %s lacks the topology', async (type, body) => {
    const answer = await ask(server.url, 'POST', '/lab', {
      session: id,
      body,
      headers: { 'content-type': type },
    });
    expect(answer).toMatchObject({ status: 422, body: { detail: [{ loc: ['body', 'topology'] }] } });
  });

  test.each([
    ['multipart/form-data', '--x--', 'Missing boundary in multipart.'],
    [
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="reuse"\r\n\r\nfal',
      'Invalid multipart data.',
    ],
  ])('a broken body of %s is a 400', async (type, body, detail) => {
    const answer = await ask(server.url, 'POST', '/lab', {
      session: id,
      body,
      headers: { 'content-type': type },
    });
    expect(answer).toMatchObject({ status: 400, body: { detail, code: 'malformed_upload' } });
  });
});

describe('failures', () => {
  test('a failed start answers with the last words of the backend, and rolls back', async () => {
    backend.output = ['pulling images', 'no such image'];
    backend.failNext('up', 'the image is missing');
    const answer = await acquire(pair);
    expect(answer).toMatchObject({
      status: 502,
      body: { code: 'lab_start_failed', output: ['pulling images', 'no such image'] },
    });
    expect((answer.body as { detail: string }).detail).toContain('the image is missing');
    expect(backend.running.size).toBe(0);
    expect(await lab()).toMatchObject({ body: { running: false, state: 'failed' } });
    expect(await acquire(pair)).toMatchObject({ status: 200, body: { reused: false } });
  });

  test('a refused topology costs the running lab nothing', async () => {
    await acquire(pair);
    expect(await acquire({ name: 'bad.yml', content: 'refuse' })).toMatchObject({
      status: 422,
      body: { code: 'invalid_topology' },
    });
    expect(await lab()).toMatchObject({ body: { running: true, ref_count: 1 } });
  });

  test('a lab that cannot be removed quarantines the slot, and everybody is told', async () => {
    await acquire(pair);
    backend.failNext('down', 'container r1 is stuck', 'container r1 is stuck', 'container r1 is stuck');
    expect(await destroy()).toMatchObject({ status: 503, body: { code: 'slot_quarantined' } });
    expect(await acquire(pair)).toMatchObject({ status: 503, body: { code: 'slot_quarantined' } });
    const ready = await ask(server.url, 'GET', '/readyz');
    expect(ready).toMatchObject({ status: 503, body: { ready: false } });
    expect(JSON.stringify(ready.body)).toContain('container r1 is stuck');
  });

  test('a fault of the server is JSON and tells nothing about the inside', async () => {
    // A staging folder that is gone is nothing a client could have caused.
    await server.breakStaging();
    expect(await acquire(pair)).toMatchObject({
      status: 500,
      body: { detail: 'Internal Server Error', code: 'internal_error' },
    });
  });
});
