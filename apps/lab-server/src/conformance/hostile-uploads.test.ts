import { mkdir, readdir, stat } from 'node:fs/promises';
import { join as joinPath } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ScriptedBackend } from '@remote-lab/lab-manager/testing';
import { eventually } from '../testing/eventually';
import { ask, type Answer, join, labForm } from '../testing/http';
import { halfUpload, rawMultipart, type RawPart } from '../testing/raw-upload';
import { startTestServer, type TestServer } from '../testing/test-server';

// Uploads are hostile until checked: a 4xx with a useful sentence, nothing left behind, the running lab untouched.

let server: TestServer;
let backend: ScriptedBackend;
let id: string;

beforeEach(async () => {
  backend = new ScriptedBackend();
  server = await startTestServer({ backend });
  ({ id } = await join(server.url));
  const first = await ask(server.url, 'POST', '/lab', {
    session: id,
    body: labForm({ name: 'pair.yml', content: 'nodes: [r1, r2]' }),
  });
  expect(first.status).toBe(200);
});

afterEach(async () => {
  await using stopping = server;
  expect(await stopping.stagedUploads()).toEqual([]);
  const lab = await ask(stopping.url, 'GET', '/lab', { session: id });
  expect(lab.body).toMatchObject({ running: true, ref_count: 1, topology: 'pair.yml' });
});

function upload(parts: readonly RawPart[]): Promise<Answer> {
  const { body, type } = rawMultipart(parts);
  return ask(server.url, 'POST', '/lab', {
    session: id,
    body: new Uint8Array(body),
    headers: { 'content-type': type },
  });
}
const topology: RawPart = { field: 'topology', filename: 'pair.yml', content: 'nodes: [r1, r2]' };
const extra = (filename: string): RawPart => ({ field: 'extra_files', filename, content: 'x' });

describe('names that lead out of the upload, or are otherwise unsafe', () => {
  test.each([
    '../escape.j2',
    'a/../../escape.j2',
    '/etc/escape.j2',
    'C:/escape.j2',
    'a\\\\escape.j2',
    '-o',
    'a/--plugin',
    'a/',
    './a',
    'a//b',
    'x'.repeat(300),
  ])('extra file %j', async (filename) => {
    const answer = await upload([topology, extra(filename)]);
    expect(answer).toMatchObject({ status: 400, body: { code: 'unsafe_file_name' } });
  });

  test('a NUL in a name makes the whole body malformed', async () => {
    expect(await upload([topology, extra('nul\u0000.j2')])).toMatchObject({
      status: 400,
      body: { code: 'malformed_upload' },
    });
  });

  test.each(['../pair.yml', '/tmp/pair.yml', '-pair.yml'])('topology %j', async (filename) => {
    expect(await upload([{ ...topology, filename }])).toMatchObject({
      status: 400,
      body: { code: 'unsafe_file_name' },
    });
  });

  test('nothing of them is written outside the staging folder', async () => {
    const outside = joinPath(server.stateDir, 'escape.j2');
    await upload([topology, extra('../escape.j2'), extra('../../escape.j2')]);
    await expect(stat(outside)).rejects.toThrow('ENOENT');
    expect((await readdir(server.stateDir)).filter((name) => name.includes('escape'))).toEqual([]);
  });
});

describe('names that meet', () => {
  test.each([
    [[extra('a.j2'), extra('a.j2')]],
    [[extra('a.j2'), extra('A.J2')]],
    [[extra('pair.yml')]],
    [[extra('a'), extra('a/b')]],
  ])('%j', async (extras) => {
    expect(await upload([topology, ...extras])).toMatchObject({
      status: 400,
      body: { code: 'duplicate_file_name' },
    });
  });
});

describe('too much', () => {
  test('a topology of 10 MB', async () => {
    const body = labForm({ name: 'big.yml', content: new Uint8Array(10_000_000) });
    const answer = await ask(server.url, 'POST', '/lab', { session: id, body });
    expect(answer).toMatchObject({ status: 413, body: { code: 'upload_too_large' } });
  });

  test('a topology that is too large although a file may be so', async () => {
    const body = labForm({ name: 'big.yml', content: new Uint8Array(2_000_000) });
    const answer = await ask(server.url, 'POST', '/lab', { session: id, body });
    expect(answer).toMatchObject({ status: 413, body: { code: 'upload_too_large' } });
    expect(JSON.stringify(answer.body)).toContain('2000000');
  });

  test('files that are too large together', async () => {
    const content = new Uint8Array(8_000_000);
    const extras = [1, 2, 3, 4, 5].map((n) => ({ name: `${n}.bin`, content }));
    const answer = await ask(server.url, 'POST', '/lab', {
      session: id,
      body: labForm({ name: 'pair.yml', content: 'x' }, extras),
    });
    expect(answer).toMatchObject({ status: 413, body: { code: 'upload_too_large' } });
  });

  test('2,000 files', async () => {
    const extras = Array.from({ length: 2_000 }, (_, n) => extra(`${n}.j2`));
    expect(await upload([topology, ...extras])).toMatchObject({
      status: 400,
      body: { code: 'too_many_files', detail: 'Too many files. Maximum number of files is 1000.' },
    });
  });

  test('a text part of more than a megabyte', async () => {
    const body = labForm({ name: 'pair.yml', content: 'x' }, [], { reuse: 'x'.repeat(1_100_000) });
    const answer = await ask(server.url, 'POST', '/lab', { session: id, body });
    expect(answer).toMatchObject({ status: 400, body: { detail: 'Part exceeded maximum size of 1024KB.' } });
  });
});

test('a topology that came as text', async () => {
  const body = new FormData();
  body.append('topology', 'nodes: [r1]');
  expect(await ask(server.url, 'POST', '/lab', { session: id, body })).toMatchObject({
    status: 422,
    body: { detail: [{ type: 'value_error', loc: ['body', 'topology'] }] },
  });
});

test('field names that try to become something else change nothing', async () => {
  const body = labForm({ name: 'pair.yml', content: 'nodes: [r1, r2]' }, [], {
    __proto__: 'x',
    'note[0]': 'no',
    'constructor[prototype][x]': '1',
  });
  expect((await ask(server.url, 'POST', '/lab', { session: id, body })).status).toBe(200);
  expect((await ask(server.url, 'POST', '/lab/release', { session: id })).status).toBe(204);
});

test('uploads cut right after their header pin no session', async () => {
  for (let round = 0; round < 20; round++) {
    const socket = await halfUpload(server.port, id);
    socket.destroy();
  }
  await eventually(async () => (await server.stagedUploads()).length === 0);
  await ask(server.url, 'GET', '/lab', { session: id });
  server.clock.advance(301_000);
  await eventually(async () => (await ask(server.url, 'GET', '/active-session')).status === 404);
  ({ id } = await join(server.url));
  const again = labForm({ name: 'pair.yml', content: 'nodes: [r1, r2]' });
  expect((await ask(server.url, 'POST', '/lab', { session: id, body: again })).status).toBe(200);
});

test('much text without a session is refused, not collected', async () => {
  const body = labForm(undefined, [], { reuse: 'x'.repeat(100_000) });
  const answer = await ask(server.url, 'POST', '/lab', { body });
  expect(answer).toMatchObject({ status: 400, body: { code: 'malformed_upload' } });
});

test('an upload that breaks off leaves nothing', async () => {
  const socket = await halfUpload(server.port, id);
  await eventually(async () => (await server.stagedUploads()).length === 1);
  socket.destroy();
  await eventually(async () => (await server.stagedUploads()).length === 0);
});

test('what a killed predecessor left in the staging folder is removed at the next start', async () => {
  const stateDir = server.stateDir;
  await server.shutdown();
  await mkdir(joinPath(stateDir, 'staging', 'upload-left'), { recursive: true });
  server = await startTestServer({ stateDir, backend });
  expect(await server.stagedUploads()).toEqual([]);
  const again = await ask(server.url, 'POST', '/lab', {
    session: id,
    body: labForm({ name: 'pair.yml', content: 'nodes: [r1, r2]' }),
  });
  expect(again.status).toBe(200);
});
