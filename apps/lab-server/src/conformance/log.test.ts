import { expect, test } from '@jest/globals';
import { eventually } from '../testing/eventually';
import { ask, join, labForm } from '../testing/http';
import { startTestServer } from '../testing/test-server';
import type { Logger } from '../logging/logger';

function recording(): { logger: Logger; text: () => string } {
  const entries: string[] = [];
  const add =
    (level: string) =>
    (message: string, fields?: object): void =>
      void entries.push(JSON.stringify({ level, message, ...fields }));
  return {
    logger: { error: add('error'), warning: add('warning'), info: add('info'), debug: add('debug') },
    text: () => entries.join('\n'),
  };
}

test('no session id ever gets into the log', async () => {
  const { logger, text } = recording();
  await using server = await startTestServer({ logger });
  const { id } = await join(server.url);
  const waiting = await join(server.url);
  await ask(server.url, 'POST', '/lab', {
    session: id,
    body: labForm({ name: 'pair.yml', content: 'nodes: [r1]' }),
  });
  await ask(server.url, 'POST', '/lab', { session: waiting.id });
  for (const [method, path] of [
    ['PUT', `/session/${id}`],
    ['HEAD', `/session/${id}`],
    ['GET', `//session/${id}`],
    ['GET', `/Session/${id}`],
    ['GET', `/proxy/session/${id}/`],
    ['DELETE', `/session/${waiting.id}`],
    ['GET', `/session/${waiting.id}`],
    ['DELETE', `/session/${id}`],
  ] as const) {
    await ask(server.url, method, path);
  }
  await eventually(() => text().includes('/proxy/session'));
  expect(text()).toContain('lab.up');
  expect(text()).not.toContain(id);
  expect(text()).not.toContain(waiting.id);
});

test('a client cannot make the log long', async () => {
  const { logger, text } = recording();
  await using server = await startTestServer({ logger });
  const { id } = await join(server.url);
  const body = labForm({ name: 'pair.yml', content: 'x' }, [], { reuse: 'x'.repeat(1_000_000) });
  expect(await ask(server.url, 'POST', '/lab', { session: id, body })).toMatchObject({ status: 422 });
  await eventually(() => text().includes('validation_error'));
  expect(text().length).toBeLessThan(5_000);
});

test('a client that goes away is no fault of the server', async () => {
  const { logger, text } = recording();
  await using server = await startTestServer({ logger });
  const { id } = await join(server.url);
  const leave = new AbortController();
  const gone = ask(server.url, 'POST', '/lab', {
    session: id,
    body: labForm({ name: 'p.yml', content: new Uint8Array(900_000) }),
    signal: leave.signal,
  });
  const failed = expect(gone).rejects.toThrow();
  leave.abort();
  await failed;
  await ask(server.url, 'GET', '/healthz');
  expect(text()).not.toContain('"level":"error"');
});
