import { describe, expect, test } from '@jest/globals';
import { serveDocuments } from '../test-fixtures/serve-documents';
import { fetchDocument } from './fetch-document';

const options = { fetch, isAllowed: () => true, advice: 'Ask the operator.' };

describe('fetchDocument', () => {
  test('fetches a text, also where it has moved', async () => {
    await using server = await serveDocuments({
      '/a': (_, response) => response.writeHead(302, { location: '/b' }).end('moved'),
      '/b': 'hosts: {}',
    });
    expect(await fetchDocument(`${server.url}/a`, options)).toBe('hosts: {}');
  });

  test('a URL that is not allowed is not asked for', async () => {
    await using server = await serveDocuments({ '/a': 'x' });
    const fetching = fetchDocument(`${server.url}/a`, { ...options, isAllowed: () => false });
    await expect(fetching).rejects.toMatchObject({
      code: 'inventory_not_allowed',
      message: `${server.url}/a may not be fetched. Ask the operator.`,
    });
    expect(server.asked).toEqual([]);
  });

  test('nor is one to which an allowed one leads', async () => {
    await using server = await serveDocuments({
      '/a': (_, response) => response.writeHead(301, { location: '/secret' }).end(),
      '/secret': 'x',
    });
    const isAllowed = ({ pathname }: URL) => pathname === '/a';
    await expect(fetchDocument(`${server.url}/a`, { ...options, isAllowed })).rejects.toMatchObject({
      code: 'inventory_not_allowed',
      message: expect.stringContaining(
        `${server.url}/secret, where ${server.url}/a leads, may not be fetched`,
      ),
    });
    expect(server.asked).toEqual(['/a']);
  });

  test('a circle ends', async () => {
    await using server = await serveDocuments({
      '/a': (_, response) => response.writeHead(307, { location: '/a' }).end(),
    });
    await expect(fetchDocument(`${server.url}/a`, options)).rejects.toMatchObject({
      code: 'inventory_unreachable',
      message: expect.stringContaining('leads on more than 5 times'),
    });
  });

  test('what is not there, and who does not answer, is said', async () => {
    await using server = await serveDocuments({});
    await expect(fetchDocument(`${server.url}/a`, options)).rejects.toMatchObject({
      code: 'inventory_unreachable',
      message: expect.stringContaining('404 Not Found'),
    });
    const { url } = server;
    await server[Symbol.asyncDispose]();
    await expect(fetchDocument(`${url}/a`, options)).rejects.toMatchObject({
      code: 'inventory_unreachable',
      message: expect.stringMatching(/cannot be fetched: .*(ECONN|closed)/),
    });
  });

  test('a server that answers too slowly is given up', async () => {
    await using server = await serveDocuments({ '/a': (_, response) => void response.write('hosts:') });
    await expect(fetchDocument(`${server.url}/a`, { ...options, timeoutMs: 50 })).rejects.toMatchObject({
      code: 'inventory_unreachable',
      message: expect.stringContaining('it took longer than 0.05 s'),
    });
  });

  test('an endless document is cut off', async () => {
    await using server = await serveDocuments({
      '/a': (_, response) => {
        const more = () => {
          while (response.write('x'.repeat(65_536)));
        };
        response.on('drain', more);
        more();
      },
    });
    await expect(fetchDocument(`${server.url}/a`, options)).rejects.toMatchObject({
      code: 'inventory_unreachable',
      message: expect.stringContaining('larger than 1048576 bytes'),
    });
  });

  test('a caller that gives up gets its own reason', async () => {
    const caller = new AbortController();
    const reason = new Error('changed my mind');
    await using server = await serveDocuments({ '/a': () => caller.abort(reason) });
    await expect(fetchDocument(`${server.url}/a`, { ...options, signal: caller.signal })).rejects.toBe(
      reason,
    );
  });
});
