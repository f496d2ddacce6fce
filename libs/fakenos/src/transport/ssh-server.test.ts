import { generateKeyPairSync } from 'node:crypto';
import { connect } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import type { ConnectConfig, KeyboardInteractiveAuthMethod } from 'ssh2';
import { Client, utils } from 'ssh2';
import { benchPlatform } from '../test-fixtures/bench-platform';
import { benchDialogue, benchServer } from '../test-fixtures/bench-server';
import { connectSsh } from '../test-fixtures/ssh-client';
import { openDoor } from './doorkeeper';
import { createHostKeys } from './host-keys';

describe('login', () => {
  test('with the password', async () => {
    await using server = await benchServer();
    await using client = await connectSsh({ port: server.port });
    expect(await client.exec('show version')).toEqual({ output: 'Bench OS 1.0 on r1\r\n', status: 0 });
  });

  test('with the same password asked for interactively', async () => {
    await using server = await benchServer();
    await using client = await connectSsh({
      port: server.port,
      authHandler: [interactive(['admin'])],
    });
    expect((await client.exec('show version')).status).toBe(0);
  });

  test.each<[string, Partial<ConnectConfig>]>([
    ['a wrong password', { password: 'wrong' }],
    ['a wrong name', { username: 'root' }],
    ['no password', { authHandler: [{ type: 'none', username: 'admin' }] }],
    [
      'a wrong interactive answer',
      {
        authHandler: [interactive(['wrong'])],
      },
    ],
    [
      'no interactive answer',
      {
        authHandler: [interactive([])],
      },
    ],
  ])('%s is refused', async (_name, config) => {
    await using server = await benchServer();
    await expect(connectSsh({ port: server.port, ...config })).rejects.toThrow(
      'authentication methods failed',
    );
  });

  test('after six wrong passwords the device hangs up', async () => {
    await using server = await benchServer();
    let tries = 0;
    const attempts = connectSsh({
      port: server.port,
      authHandler: (_left, _partial, next) =>
        next({ type: 'password', username: 'admin', password: `wrong ${++tries}` }),
    });
    await expect(attempts).rejects.toThrow();
    expect(tries).toBeGreaterThanOrEqual(6);
    expect(tries).toBeLessThanOrEqual(7);
  });

  test('a client that does not log in is hung up on', async () => {
    await using server = await benchServer({ loginTimeoutMs: 20 });
    const socket = connect(server.port, '127.0.0.1');
    socket.resume();
    await new Promise<void>((resolve) => socket.once('close', () => resolve()));
  });

  test('a client that has logged in may stay', async () => {
    await using server = await benchServer({ loginTimeoutMs: 1_000 });
    await using client = await connectSsh({ port: server.port });
    // This one comes later and is hung up on; by then the client's time would be over, too.
    const silent = connect(server.port, '127.0.0.1').resume();
    await new Promise<void>((resolve) => silent.once('close', () => resolve()));
    expect((await client.exec('show version')).status).toBe(0);
  });

  test('clients that would rather have a group exchange agree on a group that is there', async () => {
    await using server = await benchServer();
    const algorithms: ConnectConfig['algorithms'] = {
      kex: ['diffie-hellman-group-exchange-sha256', 'diffie-hellman-group14-sha1'],
    };
    await using client = await connectSsh({ port: server.port, algorithms });
    expect((await client.exec('show version')).status).toBe(0);
  });

  test('old clients find an RSA host key once it is made', async () => {
    const hostKeys = createHostKeys();
    await using server = await benchServer({ hostKeys });
    const algorithms: ConnectConfig['algorithms'] = { serverHostKey: ['rsa-sha2-256'] };
    await expect(connectSsh({ port: server.port, algorithms })).rejects.toThrow('no matching host key');
    await hostKeys.addRsa();
    await using client = await connectSsh({ port: server.port, algorithms });
    expect((await client.exec('show version')).status).toBe(0);
  });
});

describe('a login with a key', () => {
  const pair = keyPair('ec');
  const rsa = keyPair('rsa');
  const authorizedKeys = ['# who may come in', '', `no-pty ${pair.public} somebody`, rsa.public];
  const withKey = (privateKey: string, username = 'admin') => ({
    authHandler: [{ type: 'publickey' as const, username, key: privateKey }],
  });

  test.each([
    ['an ECDSA key', pair.private],
    ['an RSA key', rsa.private],
  ])('that is authorized needs no password: %s', async (_name, key) => {
    await using server = await benchServer({ authorizedKeys });
    await using client = await connectSsh({ port: server.port, ...withKey(key) });
    expect((await client.exec('show version')).status).toBe(0);
  });

  test.each<[string, string[], string, string]>([
    ['another key', authorizedKeys, keyPair('ec').private, 'admin'],
    ['another name', authorizedKeys, pair.private, 'root'],
    ['any key where none is authorized', [], pair.private, 'admin'],
  ])('%s is refused', async (_name, keys, key, username) => {
    await using server = await benchServer({ authorizedKeys: keys });
    await expect(connectSsh({ port: server.port, ...withKey(key, username) })).rejects.toThrow(
      'authentication methods failed',
    );
  });

  test('a line that is no key is named', async () => {
    await expect(benchServer({ authorizedKeys: [pair.public, 'ssh-ed25519 nonsense'] })).rejects.toThrow(
      'Line 2 of the authorized keys',
    );
  });
});

describe('what is particular to a platform', () => {
  test('a banner is shown before the login', async () => {
    await using server = await benchServer({ banner: 'Keep out\nor else' });
    let banner = '';
    const connection = new Client().on('banner', (text) => (banner += text));
    const closed = new Promise<void>((resolve) => connection.once('close', () => resolve()));
    connection.on('error', () => undefined);
    connection.connect({ host: '127.0.0.1', port: server.port, username: 'x', password: 'wrong' });
    await closed;
    expect(banner).toBe('Keep out\r\nor else\r\n');
  });

  test('a name may carry more than the user', async () => {
    const userOf = (typed: string) => typed.replace(/\+.*$/, '');
    await using server = await benchServer({ login: { userOf } });
    await using client = await connectSsh({ port: server.port, username: 'admin+ct80w' });
    expect((await client.exec('show version')).status).toBe(0);
  });

  describe('where the session asks for the login', () => {
    const login = { inSession: { username: 'User Name:', password: 'Password:' } };
    const none = { authHandler: [{ type: 'none' as const, username: 'anybody' }] };

    test('SSH asks for nothing, the session for name and password', async () => {
      await using server = await benchServer({ login });
      await using client = await connectSsh({ port: server.port, ...none });
      const shell = await client.shell();
      await shell.until('User Name:');
      shell.type('admin\r');
      expect(await shell.until('Password:')).toBe('admin\r\nPassword:');
      shell.type('admin\r\n');
      expect(await shell.until('r1>')).toBe('\r\nWelcome to r1\r\nr1>');
      shell.type('show version\r');
      expect(await shell.until('r1>')).toBe('show version\r\nBench OS 1.0 on r1\r\nr1>');
    });

    test('all may be typed ahead', async () => {
      await using server = await benchServer({ login });
      await using client = await connectSsh({ port: server.port, ...none });
      const shell = await client.shell();
      shell.type('admin\r\nadmin\r\nshow version\r\n');
      expect(await shell.until('r1>')).toMatch(/Welcome to r1\r\nr1>$/);
      expect(await shell.until('r1>')).toBe('show version\r\nBench OS 1.0 on r1\r\nr1>');
    });

    test('three wrong passwords end it', async () => {
      await using server = await benchServer({ login });
      await using client = await connectSsh({ port: server.port, ...none });
      const shell = await client.shell();
      shell.type('admin\rwrong\radmin\rwrong\rroot\radmin\r');
      const { output, status } = await shell.closed;
      expect(output.match(/% Login invalid/g)).toHaveLength(3);
      expect(output).not.toContain('wrong');
      expect(status).toBe(1);
    });

    test('who does not answer is hung up on', async () => {
      await using server = await benchServer({ login, loginTimeoutMs: 100 });
      await using client = await connectSsh({ port: server.port, ...none });
      const shell = await client.shell();
      expect((await shell.closed).status).toBeUndefined();
    });
  });
});

describe('the door', () => {
  test('may be shut: a client is hung up on before a word', async () => {
    let open = false;
    await using server = await benchServer({ door: { ...openDoor, admits: () => open } });
    await expect(connectSsh({ port: server.port })).rejects.toThrow();
    open = true;
    await using client = await connectSsh({ port: server.port });
    expect((await client.exec('show version')).status).toBe(0);
  });

  test('may refuse whoever knows the password', async () => {
    await using server = await benchServer({ door: { ...openDoor, login: () => 'refuse' } });
    await expect(connectSsh({ port: server.port })).rejects.toThrow('authentication methods failed');
  });

  test('may leave a login without an answer, until the time for it is over', async () => {
    await using server = await benchServer({
      door: { ...openDoor, login: () => 'stall' },
      loginTimeoutMs: 100,
    });
    await expect(connectSsh({ port: server.port })).rejects.toThrow('hung up before the login');
  });
});

test.each<[string, ConnectConfig['algorithms']]>([
  ['key exchange', { kex: ['diffie-hellman-group1-sha1'] }],
  ['cipher', { cipher: ['aes128-cbc'] }],
  ['MAC', { cipher: ['aes128-cbc'], hmac: ['hmac-sha1'] }],
])('the %s of old clients will do', async (_name, algorithms) => {
  await using server = await benchServer();
  await using client = await connectSsh({ port: server.port, algorithms });
  expect((await client.exec('show version')).status).toBe(0);
});

describe('an interactive session', () => {
  test('echoes, edits, helps and answers', async () => {
    await using server = await benchServer();
    await using client = await connectSsh({ port: server.port });
    const shell = await client.shell();
    expect(await shell.until('r1>')).toBe('Welcome to r1\r\nr1>');
    shell.type('show vex\x7frsion\r');
    expect(await shell.until('r1>')).toBe('show vex\b \brsion\r\nBench OS 1.0 on r1\r\nr1>');
    shell.type('show ?');
    expect(await shell.until('r1>show ')).toContain('  version  System software status\r\n');
  });

  test('pages, and the client decides how far', async () => {
    await using server = await benchServer();
    await using client = await connectSsh({ port: server.port });
    const shell = await client.shell({ rows: 10 });
    shell.type('enable\rsecret\rshow log\r');
    expect(await shell.until(' --More-- ')).toMatch(/line 9\r\n --More-- $/);
    shell.type('q');
    await shell.until('r1#');
    expect(shell.screen).not.toContain('line 60');
  });

  test('follows the size of the window', async () => {
    await using server = await benchServer();
    await using client = await connectSsh({ port: server.port });
    const shell = await client.shell();
    shell.type('enable\rsecret\r');
    await shell.until('r1#');
    shell.channel.setWindow(5, 80, 0, 0);
    shell.type('show log\r');
    expect(await shell.until(' --More-- ')).toMatch(/line 4\r\n --More-- $/);
  });

  test('ends with exit, and says how', async () => {
    await using server = await benchServer();
    await using client = await connectSsh({ port: server.port });
    const shell = await client.shell();
    shell.type('exit\r');
    expect(await shell.closed).toMatchObject({ status: 0, output: expect.stringMatching(/r1>exit\r\n$/) });
  });

  test('piped input without exit ends by itself', async () => {
    await using server = await benchServer();
    await using client = await connectSsh({ port: server.port });
    const shell = await client.shell({ terminal: false });
    shell.channel.end('show version\nshow clock\n');
    const { output, status } = await shell.closed;
    expect(output).toContain('Bench OS 1.0 on r1');
    expect(output).toContain('1970-01-01');
    expect(status).toBe(0);
  });

  test('bytes that are not UTF-8 do no harm', async () => {
    await using server = await benchServer();
    await using client = await connectSsh({ port: server.port });
    const shell = await client.shell();
    shell.type(Buffer.from([0xff, 0xfe, 0xc3, 0x28, 0x0d]));
    await shell.until('% Invalid input');
    shell.type('show version\r');
    expect(await shell.until('r1>')).toContain('r1>');
    await shell.until('Bench OS');
  });

  test('a huge line is refused, not swallowed', async () => {
    await using server = await benchServer();
    await using client = await connectSsh({ port: server.port });
    const shell = await client.shell();
    shell.type(`${'x'.repeat(2_000_000)}\r`);
    await shell.until('% Invalid input');
    shell.type('show version\r');
    await shell.until('Bench OS 1.0 on r1');
  });
});

describe('channels', () => {
  test('two sessions of one connection do not disturb each other', async () => {
    await using server = await benchServer();
    await using client = await connectSsh({ port: server.port });
    const [first, second] = await Promise.all([client.shell(), client.shell()]);
    first.type('enable\rsecret\rconf t\r');
    second.type('show version\r');
    await first.until('r1(config)#');
    expect(await second.until('Bench OS 1.0 on r1\r\nr1>')).not.toContain('config');
    expect((await client.exec('show version')).status).toBe(0);
  });

  test('a command has its exit status', async () => {
    await using server = await benchServer();
    await using client = await connectSsh({ port: server.port });
    expect(await client.exec('false')).toEqual({ output: '', status: 3 });
    expect((await client.exec('frobnicate')).status).toBe(1);
  });

  test("a Unix shell's errors come on the error stream, and its status is that of the last command", async () => {
    const platform = { ...benchPlatform, initialMode: 'shell', execMode: 'shell' };
    await using server = await benchServer({ openDialogue: benchDialogue(platform) });
    await using client = await connectSsh({ port: server.port });
    let errors = '';
    const result = await client.exec('frob 2>/dev/null; echo a; frob; frob 2>&1 | false', '', (text) => {
      errors += text;
    });
    expect({ ...result, errors }).toEqual({ output: 'a\n', status: 3, errors: '^\n% Invalid input\n' });
  });

  test('a connection may be used for one command after the other', async () => {
    await using server = await benchServer();
    await using client = await connectSsh({ port: server.port });
    for (let command = 0; command < 100; command++) {
      expect((await client.exec('show version')).status).toBe(0);
    }
  });

  test('a long answer arrives whole, its status after it', async () => {
    await using server = await benchServer();
    await using client = await connectSsh({ port: server.port });
    const { output, status } = await client.exec('show flood');
    expect(output).toHaveLength(50_000 * 81);
    expect(status).toBe(0);
  });

  test('file transfer and port forwarding are refused, and the connection lives on', async () => {
    await using server = await benchServer();
    await using client = await connectSsh({ port: server.port });
    const sftp = new Promise((resolve) => client.connection.sftp((error) => resolve(error?.message)));
    const forward = new Promise((resolve) =>
      client.connection.forwardOut('127.0.0.1', 1, '127.0.0.1', 22, (error) => resolve(error?.message)),
    );
    expect(await sftp).toContain('Unable to start subsystem');
    expect(await forward).toContain('Channel open failure');
    expect((await client.exec('show version')).status).toBe(0);
  });
});

describe('clients that misbehave', () => {
  test.each([
    ['hang up before a word', ''],
    ['speak another protocol', 'GET / HTTP/1.1\r\nHost: r1\r\n\r\n'],
    ['break off in the handshake', 'SSH-2.0-broken\r\n\0\0\0\x0c\x0a\x14'],
    ['send nonsense after the greeting', `SSH-2.0-broken\r\n${'\xff'.repeat(200)}`],
  ])('that %s do not trouble the others', async (_name, bytes) => {
    await using server = await benchServer();
    const socket = connect(server.port, '127.0.0.1');
    socket.on('error', () => undefined).resume();
    socket.end(Buffer.from(bytes, 'latin1'));
    await new Promise<void>((resolve) => socket.once('close', () => resolve()));
    await using client = await connectSsh({ port: server.port });
    expect((await client.exec('show version')).status).toBe(0);
  });

  test('that drop in the middle of a long answer leave the device as it was', async () => {
    const complaints: string[] = [];
    const complain = (message: string) => complaints.push(message);
    const logger = { debug: () => undefined, info: complain, warn: complain, error: complain };
    await using server = await benchServer({ logger });
    for (let drop = 0; drop < 3; drop++) {
      await using client = await connectSsh({ port: server.port });
      const shell = await client.shell({ terminal: false });
      shell.type('enable\nsecret\nshow flood\nshow flood\n');
      await shell.until('xxx');
    }
    await using client = await connectSsh({ port: server.port });
    expect((await client.exec('show version')).status).toBe(0);
    expect(complaints).toEqual([]);
  });
});

describe('hangUp', () => {
  test('lets the command that asked for it be answered', async () => {
    const hang: { up?: () => void } = {};
    const reload = {
      syntax: 'reload',
      modes: ['user'],
      run: () => {
        hang.up?.();
        return 'Reloading.';
      },
    };
    const platform = { ...benchPlatform, commands: [...benchPlatform.commands, reload] };
    await using server = await benchServer({ openDialogue: benchDialogue(platform) });
    hang.up = () => server.hangUp();
    await using client = await connectSsh({ port: server.port });
    const shell = await client.shell();
    shell.type('reload\r');
    expect((await shell.closed).output).toMatch(/reload\r\nReloading.\r\nr1>$/);
  });

  test('hangs up on everybody, and the device goes on listening', async () => {
    await using server = await benchServer();
    await using client = await connectSsh({ port: server.port });
    const shell = await client.shell();
    await shell.until('r1>');
    expect(server.connections).toBe(1);

    server.hangUp();

    await shell.closed;
    await using again = await connectSsh({ port: server.port });
    expect((await again.exec('show version')).status).toBe(0);
  });
});

test('more connections than allowed are hung up on', async () => {
  await using server = await benchServer({ mostConnections: 1 });
  await using client = await connectSsh({ port: server.port });
  await expect(connectSsh({ port: server.port })).rejects.toThrow();
  expect((await client.exec('show version')).status).toBe(0);
});

describe('close', () => {
  test('hangs up on clients, logged in or not, and frees the port', async () => {
    const server = await benchServer();
    await using client = await connectSsh({ port: server.port });
    const shell = await client.shell();
    const silent = connect(server.port, '127.0.0.1')
      .on('error', () => undefined)
      .resume();
    await new Promise<void>((resolve) => silent.once('connect', () => resolve()));

    await server.close();
    await server.close();

    await shell.closed;
    await using again = await benchServer({ port: server.port });
    expect(again.port).toBe(server.port);
  });

  test('a port that is taken is not shared', async () => {
    await using server = await benchServer();
    await expect(benchServer({ port: server.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

function interactive(answers: string[]): KeyboardInteractiveAuthMethod {
  return {
    type: 'keyboard-interactive',
    username: 'admin',
    prompt: (_name, _instructions, _language, _prompts, finish) => finish(answers),
  };
}

/** A key made by Node: some of those that ssh2 makes it cannot read. */
function keyPair(type: 'ec' | 'rsa'): { readonly private: string; readonly public: string } {
  const { privateKey } =
    type === 'ec'
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = privateKey.export({ type: type === 'ec' ? 'sec1' : 'pkcs1', format: 'pem' }).toString();
  const key = utils.parseKey(pem);
  if (key instanceof Error) throw key;
  return { private: pem, public: `${key.type} ${key.getPublicSSH().toString('base64')}` };
}
