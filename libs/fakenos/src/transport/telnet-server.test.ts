import { connect } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { benchPlatform } from '../test-fixtures/bench-platform';
import { benchDialogue } from '../test-fixtures/bench-server';
import { benchTelnet } from '../test-fixtures/bench-telnet';
import { connectTelnet, logInTelnet } from '../test-fixtures/telnet-client';
import type { Doorkeeper } from './doorkeeper';
import { openDoor } from './doorkeeper';

describe('the login', () => {
  test('is asked for; the password is not shown', async () => {
    await using server = await benchTelnet();
    await using client = await connectTelnet(server.port);
    expect(await client.until(': ')).toBe('Username: ');
    client.type('admin\r\0');
    expect(await client.until(': ')).toBe('admin\r\nPassword: ');
    client.type('admin\r\n');
    expect(await client.until('r1>')).toBe('\r\nWelcome to r1\r\nr1>');
    client.type('show version\r\n');
    expect(await client.until('r1>')).toBe('show version\r\nBench OS 1.0 on r1\r\nr1>');
  });

  test('is asked for again when it was wrong; typing errors can be mended', async () => {
    await using server = await benchTelnet();
    await using client = await connectTelnet(server.port);
    client.type('admin\r\nwrong\r\n');
    await client.until('% Login invalid\r\n\r\nUsername: ');
    client.type('\r\nadmix\x7fn\r\nadmix\x7fn\r\n');
    await client.until('Welcome to r1');
  });

  test('ends the connection when it was wrong three times', async () => {
    await using server = await benchTelnet();
    await using client = await connectTelnet(server.port);
    client.type('admin\r\nwrong\r\n'.repeat(4));
    await client.closed;
    expect(client.screen.match(/% Login invalid/g)).toHaveLength(3);
    expect(client.screen).not.toContain('wrong');
  });

  test('speaks as the platform does, after the banner', async () => {
    const login = { prompts: { username: 'r1 login: ', password: 'Secret: ' }, refusal: 'Login incorrect' };
    await using server = await benchTelnet({ login, banner: 'Keep out\nor else' });
    await using client = await connectTelnet(server.port);
    expect(await client.until('login: ')).toBe('Keep out\r\nor else\r\nr1 login: ');
    client.type('admin\r');
    await client.until('Secret: ');
    client.type('wrong\r');
    await client.until('Login incorrect');
  });

  test('takes its time, but not for ever', async () => {
    await using server = await benchTelnet({ loginTimeoutMs: 50 });
    await using client = await connectTelnet(server.port);
    client.type('admin\r');
    await client.closed;
  });

  test('follows the door', async () => {
    let admits = true;
    await using server = await benchTelnet({ door: { admits: () => admits, login: () => 'refuse' } });
    await using client = await connectTelnet(server.port);
    client.type('admin\radmin\r');
    await client.until('% Login invalid');
    admits = false;
    await expect(connectTelnet(server.port)).rejects.toThrow();
  });

  test('that is never decided says nothing more', async () => {
    const door: Doorkeeper = { ...openDoor, login: () => 'stall' };
    await using server = await benchTelnet({ door, loginTimeoutMs: 50 });
    await using client = await connectTelnet(server.port);
    client.type('admin\radmin\r');
    await client.closed;
    expect(client.screen).toMatch(/Password: \r\n$/);
  });
});

describe('a session', () => {
  test('pages for the size of the window', async () => {
    await using server = await benchTelnet();
    await using client = await logInTelnet(server.port);
    client.type(Buffer.from('enable\rsecret\r\xff\xfa\x1f\0\x50\0\x05\xff\xf0show log\r', 'latin1'));
    expect(await client.until(' --More-- ')).toMatch(/line 4\r\n --More-- $/);
    client.type('q');
    expect(await client.until('r1#')).toBe('\r\0          \r\0r1#');
  });

  test('takes what is typed in UTF-8, and says it', async () => {
    await using server = await benchTelnet();
    await using client = await logInTelnet(server.port);
    client.type('show vér\r');
    expect(Buffer.from(await client.until('r1>'), 'latin1').toString()).toContain('show vér\r\n');
  });

  test('refuses what it does not know, once, and answers no answers', async () => {
    await using server = await benchTelnet();
    await using client = await logInTelnet(server.port);
    client.type(Buffer.from('fffd01fffd03fffe01fffc1ffffb18fffb18fffd22fffd22fffb03fff6', 'hex'));
    expect(await client.until('[Yes]')).toBe('\xff\xfe\x18\xff\xfc\x22\xff\xfd\x03\r\n[Yes]');
  });

  test('ends with exit', async () => {
    await using server = await benchTelnet();
    await using client = await logInTelnet(server.port);
    client.type('exit\r');
    await client.closed;
    expect(client.screen).toMatch(/r1>exit\r\n$/);
  });

  test('that is piped in is run to its end', async () => {
    await using server = await benchTelnet();
    await using client = await connectTelnet(server.port);
    client.socket.end('admin\nadmin\nshow version\nshow clock\n');
    await client.closed;
    expect(client.screen).toContain('Bench OS 1.0 on r1\r\nr1>');
    expect(client.screen).toContain('1970-01-01');
  });

  test('says a lot at the pace of the client', async () => {
    await using server = await benchTelnet();
    await using client = await logInTelnet(server.port);
    client.type('enable\rsecret\rterminal length 0\rshow flood\rexit\rexit\r');
    await client.closed;
    expect(client.screen.match(/x\r\n/g)).toHaveLength(50_000);
  });

  test('several of a device do not disturb each other', async () => {
    await using server = await benchTelnet();
    await using first = await logInTelnet(server.port);
    await using second = await logInTelnet(server.port);
    expect(server.connections).toBe(2);
    first.type('enable\rsecret\r');
    await first.until('r1#');
    second.type('show version\r');
    expect(await second.until('r1>')).toContain('Bench OS 1.0 on r1');
  });

  test('has a client with an address', async () => {
    const clients: unknown[] = [];
    const open = benchDialogue(benchPlatform);
    await using server = await benchTelnet({
      openDialogue: (client) => {
        clients.push({ ...client.connection, username: client.username });
        return open(client);
      },
    });
    await using client = await logInTelnet(server.port);
    expect(client.screen).not.toBe('');
    expect(clients).toEqual([
      { transport: 'telnet', address: '127.0.0.1', username: 'admin', hangUp: expect.any(Function) },
    ]);
  });
});

test('hangUp ends all sessions, close the device', async () => {
  const server = await benchTelnet();
  await using client = await logInTelnet(server.port);
  server.hangUp();
  await client.closed;
  await using other = await logInTelnet(server.port);
  await server.close();
  await other.closed;
  const refused = connect(server.port, '127.0.0.1');
  expect(await new Promise((resolve) => refused.once('error', resolve))).toMatchObject({
    code: 'ECONNREFUSED',
  });
});
