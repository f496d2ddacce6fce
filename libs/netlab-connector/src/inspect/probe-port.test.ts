import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from '@jest/globals';
import { probePort } from './probe-port';

test('a port is open while somebody listens there, and not afterwards', async () => {
  const server = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  expect(await probePort('127.0.0.1', port, 5_000)).toBe(true);
  server.close();
  await once(server, 'close');
  expect(await probePort('127.0.0.1', port, 5_000)).toBe(false);
});

test('a name that nobody knows is not open', async () => {
  expect(await probePort('no.such.host.invalid', 22, 5_000)).toBe(false);
});

test('silence is not open: it is not waited for longer than asked', async () => {
  // Of the addresses for documentation: nobody answers there.
  expect(await probePort('192.0.2.1', 22, 20)).toBe(false);
});
