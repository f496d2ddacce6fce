import { EventEmitter } from 'node:events';
import { expect, test } from '@jest/globals';
import type { AuthHandlerMiddleware } from 'ssh2';
import { Client } from 'ssh2';
import { benchServer } from '../test-fixtures/bench-server';
import { allowRepeatedServiceRequests } from './allow-repeated-service-requests';

/** A client that asks for the service once more before its second attempt, as paramiko does. */
function logInTwice(port: number, passwords: readonly [string, string]): Promise<'in' | 'out'> {
  const client = new Client();
  const attempts = [...passwords];
  const next: AuthHandlerMiddleware = (_left, _partial, attempt) => {
    const password = attempts.shift();
    if (password === undefined) return void client.end();
    if (attempts.length > 0) return attempt({ type: 'password', username: 'admin', password });
    const protocol = Reflect.get(client, '_protocol') as {
      service(name: string): void;
      _handlers: Record<string, unknown>;
    };
    protocol._handlers['SERVICE_ACCEPT'] = () => attempt({ type: 'password', username: 'admin', password });
    protocol.service('ssh-userauth');
  };
  return new Promise((resolve) => {
    client.once('ready', () => resolve('in')).on('error', () => resolve('out'));
    client.once('close', () => resolve('out'));
    client.connect({ host: '127.0.0.1', port, username: 'admin', authHandler: next });
  }).then((outcome) => {
    client.end();
    return outcome as 'in' | 'out';
  });
}

test('a client may ask for the service again before its next attempt', async () => {
  await using server = await benchServer();
  expect(await logInTwice(server.port, ['wrong', 'admin'])).toBe('in');
});

test('and is refused all the same when that is wrong, too', async () => {
  await using server = await benchServer();
  expect(await logInTwice(server.port, ['wrong', 'wrong'])).toBe('out');
});

test('an ssh2 that keeps its handlers elsewhere is left alone', () => {
  const connection = new EventEmitter();
  Reflect.apply(allowRepeatedServiceRequests, undefined, [connection]);
  expect(connection.listenerCount('ready')).toBe(0);
});
