import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { mayRedirect } from './download';
import { fileServer, redirectTo, type ServedFile } from './test-fixtures/file-server';
import { labFolder } from './test-fixtures/lab-folder';
import { extraNames, readFiles } from './test-fixtures/read-files';

const PAIR = 'nodes: [r1, r2]\n';
const MEBIBYTE = 1024 * 1024;
const page: ServedFile = (response) =>
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end('<h1>Please log in</h1>');

describe('a topology at a URL', () => {
  test.each([
    ['/labs/pair.yml', 'pair.yml'],
    ['/labs/two%20routers.YAML?ref=main', 'two routers.YAML'],
    ['/raw?file=pair', 'topology.yml'],
    ['/', 'topology.yml'],
    ['/files/labs%2Fpair.yml', 'topology.yml'],
    ['/files/%0a.yml', 'topology.yml'],
    ['/files/-p.yml', 'topology.yml'],
    ['/files/%e0%a4.yml', '%e0%a4.yml'],
  ])('is downloaded, and named after its address: %s', async (address, name) => {
    await using server = await fileServer({ [address]: PAIR });
    expect(await readFiles(server.url + address)).toEqual([[name, PAIR]]);
    expect(await readFiles(new URL(server.url + address))).toEqual([[name, PAIR]]);
  });

  test('may be redirected, also to another host', async () => {
    await using other = await fileServer({ '/x': PAIR });
    await using server = await fileServer({
      '/pair.yml': redirectTo('/b.yml'),
      '/b.yml': redirectTo(`${other.url}/x`),
    });
    expect(await readFiles(`${server.url}/pair.yml`)).toEqual([['pair.yml', PAIR]]);
  });

  test.each(['file:///etc/hostname', 'ftp://127.0.0.1/x', 'data:text/plain,nodes'])(
    'is not followed to %s',
    async (target) => {
      await using server = await fileServer({ '/pair.yml': redirectTo(target) });
      await expect(readFiles(`${server.url}/pair.yml`)).rejects.toMatchObject({
        name: 'RemoteLabError',
        code: 'topology_unreadable',
        message: expect.stringMatching(
          /pair\.yml cannot be uploaded: it redirects to .*, which is not followed\.$/,
        ),
      });
    },
  );

  test('is followed to https, and from there never to http', async () => {
    await using server = await fileServer({ '/pair.yml': redirectTo('https://127.0.0.1:1/pair.yml') });
    await expect(readFiles(`${server.url}/pair.yml`)).rejects.toThrow('ECONNREFUSED 127.0.0.1:1');
    expect(mayRedirect('https:', 'https:')).toBe(true);
    expect(mayRedirect('https:', 'http:')).toBe(false);
  });

  test('is not followed for ever', async () => {
    await using server = await fileServer({ '/pair.yml': redirectTo('/pair.yml') });
    await expect(readFiles(`${server.url}/pair.yml`)).rejects.toMatchObject({ code: 'topology_unreadable' });
    expect(server.asked).toHaveLength(6);
  });

  test.each<[string, number | undefined, ServedFile, string]>([
    ['a refusal', 403, (response) => response.writeHead(403).end('no'), 'the answer has status 403.'],
    ['a missing file', 404, (response) => response.writeHead(404).end(), 'the answer has status 404.'],
    ['half of a file', 206, (response) => response.writeHead(206).end(PAIR), 'the answer has status 206.'],
    ['a fault', 500, (response) => response.writeHead(500).end(PAIR), 'the answer has status 500.'],
    ['a page to log in', 200, page, 'the answer is a web page. Does it need a login'],
    ['a broken connection', undefined, (response) => response.destroy(), 'socket hang up'],
    ['an empty file', undefined, '', 'pair.yml?… is empty.'],
  ])('is told when there is %s', async (_, status, file, message) => {
    await using server = await fileServer({ '/pair.yml?token=secret': file });
    const error: unknown = await readFiles(`${server.url}/pair.yml?token=secret`).catch(
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({
      code: 'topology_unreadable',
      message: expect.stringContaining(message),
      ...(status !== undefined && { status }),
    });
    expect(JSON.stringify(error) + String(error)).not.toContain('secret');
  });

  test.each(['plain text', '{ "error": [', '- r1\n'])(
    'must be one, where its name does not say so: %j',
    async (text) => {
      await using server = await fileServer({ '/raw': text });
      await expect(readFiles(`${server.url}/raw`)).rejects.toMatchObject({
        code: 'topology_unreadable',
        message: `What is at ${server.url}/raw is no topology. Is there another address for the file as it is ("raw")?`,
      });
    },
  );

  test('is not shown with its user and password, which are sent', async () => {
    const seen: unknown[] = [];
    await using server = await fileServer({
      '/pair.yml': (response) => {
        seen.push(response.req.headers.authorization);
        response.writeHead(401).end();
      },
    });
    const url = new URL('/pair.yml', server.url);
    [url.username, url.password] = ['ann', 'secret'];
    await expect(readFiles(url)).rejects.toThrow(
      `${server.url}/pair.yml cannot be uploaded: the answer has status 401.`,
    );
    expect(seen).toEqual([`Basic ${btoa('ann:secret')}`]);
  });

  test.each<[string, ServedFile]>([
    ['announced', '#'.repeat(MEBIBYTE + 1)],
    [
      'streamed',
      (response) => {
        response.write('#'.repeat(MEBIBYTE));
        response.end('#');
      },
    ],
    [
      'packed',
      (response) =>
        response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('#'.repeat(MEBIBYTE + 1))),
    ],
  ])('has a limit, however it comes: %s', async (_, file) => {
    await using server = await fileServer({ '/pair.yml': file, '/most.yml': '#'.repeat(MEBIBYTE) });
    expect(await readFiles(`${server.url}/most.yml`)).toHaveLength(1);
    await expect(readFiles(`${server.url}/pair.yml`)).rejects.toMatchObject({
      code: 'upload_too_large',
      message: expect.stringContaining('more than 1048576 bytes'),
    });
  });

  test('has to come in time, and can be given up', async () => {
    const controller = new AbortController();
    await using server = await fileServer({
      '/slow.yml': (response) => void response.write('nodes'),
      '/endless.yml': () => controller.abort(new Error('enough')),
    });
    await expect(readFiles(`${server.url}/slow.yml`, [], { timeout: 50 })).rejects.toMatchObject({
      code: 'topology_unreadable',
      message: expect.stringContaining('not complete within 0.05 s'),
    });
    await expect(readFiles(`${server.url}/endless.yml`, [], { signal: controller.signal })).rejects.toThrow(
      'enough',
    );
  });

  test('is told when nobody is there', async () => {
    const server = await fileServer({});
    await server[Symbol.asyncDispose]();
    await expect(readFiles(`${server.url}/pair.yml`)).rejects.toMatchObject({
      code: 'topology_unreadable',
      message: expect.stringContaining('ECONNREFUSED'),
      cause: { code: 'ECONNREFUSED' },
    });
  });
});

describe('extra files beside a topology at a URL', () => {
  const files = { '/labs/pair.yml': PAIR, '/labs/configs/r%201.cfg': 'r1', '/secret': 'no' };

  test('are downloaded from there', async () => {
    await using server = await fileServer(files);
    const url = `${server.url}/labs/pair.yml`;
    expect(await readFiles(url, ['configs/r 1.cfg', { path: 'x', content: 'given' }])).toEqual([
      ['pair.yml', PAIR],
      ['configs/r 1.cfg', 'r1'],
      ['x', 'given'],
    ]);
  });

  test.each([
    ['../secret', 'unsafe_file_name', '"../secret" is not in'],
    ['/secret', 'unsafe_file_name', '"/secret" is not in'],
    ['configs/../../secret', 'unsafe_file_name', 'is not in'],
    ['..', 'unsafe_file_name', 'is not in'],
    ['none', 'topology_unreadable', 'none is not in'],
    ['configs/', 'topology_unreadable', 'cannot be listed'],
  ])('are told when they cannot be: %s', async (name, code, message) => {
    await using server = await fileServer(files);
    await expect(readFiles(`${server.url}/labs/pair.yml`, [name])).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
    expect(server.asked).not.toContain('/secret');
  });

  test('may not be pages to log in, unless they are pages', async () => {
    await using server = await fileServer({ ...files, '/labs/a.cfg': page, '/labs/a.html': page });
    const url = `${server.url}/labs/pair.yml`;
    await expect(extraNames(url, ['a.cfg'])).rejects.toMatchObject({ code: 'topology_unreadable' });
    expect(await extraNames(url, ['a.html'])).toEqual(['a.html']);
  });

  test('are not looked for on this machine', async () => {
    await using folder = await labFolder({ local: 'x' });
    await using server = await fileServer(files);
    const options = { baseFolder: folder.path };
    await expect(extraNames(`${server.url}/labs/pair.yml`, ['local'], options)).rejects.toMatchObject({
      code: 'topology_unreadable',
    });
  });
});
