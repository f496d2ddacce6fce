import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { FakeNosBackend } from '@remote-lab/fakenos';
import { topologyReportDto } from '@remote-lab/protocol';
import { ask, labForm } from '../testing/http';
import { startTestServer, type TestServer } from '../testing/test-server';

// POST /topology/validate: what POST /lab would say of an upload, without a session and without a lab.

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer({ backend: new FakeNosBackend({ bindHost: '127.0.0.1' }) });
});
afterEach(() => server[Symbol.asyncDispose]());

const validate = (content: string, name = 'pair.yml') =>
  ask(server.url, 'POST', '/topology/validate', { body: labForm({ name, content }) });

test('tells the nodes of a topology that can be built, and its identity', async () => {
  const answer = await validate('{ defaults.device: frr, nodes: [r1, r2], links: [r1-r2] }');
  expect(answer).toMatchObject({
    status: 200,
    body: {
      valid: true,
      identity: expect.stringMatching(/^[0-9a-f]{64}$/),
      nodes: [
        { name: 'r1', device: 'frr', role: 'router', interfaces: ['eth1'] },
        { name: 'r2', device: 'frr', role: 'router', interfaces: ['eth1'] },
      ],
    },
  });
  expect(topologyReportDto.is(answer.body)).toBe(true);
});

test('tells every problem with its place', async () => {
  expect(await validate('defaults.device: frr\nnodes: [r1]\nlinks: [r1-r2]\n')).toMatchObject({
    status: 422,
    body: { code: 'invalid_topology', problems: [{ file: 'pair.yml', line: 3 }] },
  });
});

test.each([
  [
    'a device that cannot be played',
    'nodes: { r1: { device: openbsd } }',
    'pair.yml',
    422,
    'unsupported_device',
  ],
  ['another kind of file', 'nodes: [r1]', 'pair.txt', 400, 'topology_extension'],
  ['a name that leads elsewhere', 'nodes: [r1]', '../pair.yml', 400, 'unsafe_file_name'],
])('refuses %s as POST /lab does', async (_, content, name, status, code) => {
  expect(await validate(content, name)).toMatchObject({ status, body: { code } });
});

test('an incomplete form is told as one', async () => {
  const answer = await ask(server.url, 'POST', '/topology/validate', { body: new FormData() });
  expect(answer).toMatchObject({ status: 422, body: { code: 'validation_error' } });
});

test('starts nothing and leaves nothing', async () => {
  await validate('{ defaults.device: frr, nodes: [r1] }');
  expect(await server.stagedUploads()).toEqual([]);
  expect(await ask(server.url, 'GET', '/active-session')).toMatchObject({ status: 404 });
});

test('is subject to the policy, as an upload for a lab is', async () => {
  await using strict = await startTestServer({ config: { topologyPolicy: 'restricted' } });
  const body = labForm({ name: 'a.yml', content: 'nodes: [r1]\nplugin: [x]\n' });
  expect(await ask(strict.url, 'POST', '/topology/validate', { body })).toMatchObject({
    status: 422,
    body: { code: 'topology_not_allowed', problems: [{ line: 2, path: 'plugin' }] },
  });
  const { body: joined } = await ask(strict.url, 'POST', '/session');
  const session = (joined as { session_id: string }).session_id;
  const upload = labForm({ name: 'a.yml', content: 'nodes: [r1]\nplugin: [x]\n' });
  expect(await ask(strict.url, 'POST', '/lab', { session, body: upload })).toMatchObject({
    status: 422,
    body: { code: 'topology_not_allowed' },
  });
});
