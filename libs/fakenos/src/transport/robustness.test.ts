import type { Socket } from 'node:net';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { HostBehavior } from '../behavior/host-behavior';
import { seededChance } from '../behavior/seeded-chance';
import { withBehavior } from '../behavior/with-behavior';
import { SessionRecorder } from '../recording/session-recorder';
import { withRecording } from '../recording/with-recording';
import { benchPlatform } from '../test-fixtures/bench-platform';
import { benchDialogue, benchServer } from '../test-fixtures/bench-server';
import { benchTelnet } from '../test-fixtures/bench-telnet';
import type { ClientShell, SshClient } from '../test-fixtures/ssh-client';
import { connectSsh } from '../test-fixtures/ssh-client';
import { connectTelnet, logInTelnet } from '../test-fixtures/telnet-client';
import type { TelnetClient } from '../test-fixtures/telnet-client';
import type { DeviceServer } from './device-access';

// A device over SSH and Telnet as a network runs it, recorded and with a behaviour. While strangers do their worst,
// somebody is logged in over each and must not notice; what the strangers took is given back.

/** In each of the tests, a dozen. */
const STRANGERS = 100;
const AT_ONCE = 50;
const MEGABYTE = 1_048_576;

const complaints: string[] = [];
let ssh: DeviceServer;
let telnet: DeviceServer;
let client: SshClient;
let shell: ClientShell;
let terminal: TelnetClient;

/** Starts the devices, and logs in to both. */
async function moveIn(loginTimeoutMs: number): Promise<void> {
  complaints.length = 0;
  const note = (message: string) => complaints.push(message);
  const logger = { debug: () => undefined, info: note, warn: note, error: note };
  const recorder = new SessionRecorder({ clock: { now: () => performance.now(), date: () => new Date() } });
  const behind = (open: Parameters<typeof withBehavior>[0]) => withBehavior(open, new HostBehavior('r1'));
  const openDialogue = withRecording(benchDialogue(benchPlatform), { recorder, host: 'r1', behind });
  const options = { openDialogue, logger, loginTimeoutMs };
  [ssh, telnet] = await Promise.all([
    benchServer({ ...options, files: () => new Map([['/running-config', 'hostname r1\n']]) }),
    benchTelnet(options),
  ]);
  client = await connectSsh({ port: ssh.port });
  shell = await client.shell();
  await shell.until('r1>');
  terminal = await logInTelnet(telnet.port);
}

afterEach(async () => {
  await everybodyHasLeft();
  shell.type('show version\r');
  await shell.until('Bench OS 1.0 on r1\r\nr1>');
  terminal.type('show version\r');
  await terminal.until('Bench OS 1.0 on r1\r\nr1>');
  await (await logInTelnet(telnet.port))[Symbol.asyncDispose]();
  await (await connectSsh({ port: ssh.port }))[Symbol.asyncDispose]();
  await client[Symbol.asyncDispose]();
  await terminal[Symbol.asyncDispose]();
  await Promise.all([ssh.close(), telnet.close()]);
  expect(complaints).toEqual([]);
});

describe.each([
  ['SSH', () => ssh],
  ['Telnet', () => telnet],
] as const)('strangers that connect to %s', (_name, server) => {
  beforeEach(() => moveIn(1_500));

  test('and send random bytes', async () => {
    const chance = seededChance(1);
    await inTurns(STRANGERS, async () => {
      const stranger = await call(server());
      stranger.socket.end(randomBytes(chance, 2_000));
      await stranger.gone;
    });
  });

  test('and greet, send random bytes, and break off', async () => {
    const chance = seededChance(2);
    await inTurns(STRANGERS, async () => {
      const stranger = await call(server());
      stranger.socket.write(`SSH-2.0-x\r\n`);
      stranger.socket.write(randomBytes(chance, 400));
      await stranger.heard;
      stranger.socket.resetAndDestroy();
      await stranger.gone;
    });
  });

  test('and say nothing, or half of a greeting, until their time is over', async () => {
    const strangers = await Promise.all(Array.from({ length: 200 }, () => call(server())));
    for (const [index, { socket }] of strangers.entries()) if (index % 2) socket.write('SSH-2.0-slo');
    await Promise.all(strangers.map(({ gone }) => gone));
  });

  test('and send a byte now and then, until their time is over', async () => {
    const strangers = await Promise.all(Array.from({ length: 100 }, () => call(server())));
    const dripping = setInterval(() => {
      for (const { socket } of strangers) if (socket.writable) socket.write('a');
    }, 20);
    await Promise.all(strangers.map(({ gone }) => gone));
    clearInterval(dripping);
  });

  test('and send a line that never ends', async () => {
    const before = process.memoryUsage().heapUsed;
    await inTurns(8, async () => {
      const stranger = await call(server());
      const line = Buffer.alloc(MEGABYTE, 'a');
      for (let megabytes = 0; megabytes < 16 && stranger.socket.writable; megabytes++)
        stranger.socket.write(line);
      await stranger.gone;
    });
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(64 * MEGABYTE);
  });
});

describe('people who are logged in', () => {
  beforeEach(() => moveIn(60_000));

  test.each([
    ['random bytes', randomBytes],
    ['control sequences', controlSequences],
    ['half commands', halfCommands],
  ])('over Telnet may type %s', async (_name, typed) => {
    const chance = seededChance(3);
    await inTurns(STRANGERS, async () => {
      await using stranger = await logInTelnet(telnet.port);
      stranger.type(typed(chance, 300));
      stranger.socket.end();
      await stranger.closed;
    });
  });

  test.each([
    ['random bytes', randomBytes],
    ['control sequences', controlSequences],
    ['half commands', halfCommands],
  ])('over SSH may type %s', async (_name, typed) => {
    const chance = seededChance(4);
    await using stranger = await connectSsh({ port: ssh.port });
    await inTurns(STRANGERS, async () => {
      const session = await stranger.shell({ terminal: chance() < 0.8 });
      session.channel.end(typed(chance, 300));
      await session.closed;
    });
  });

  test('over SSH may execute anything', async () => {
    const chance = seededChance(5);
    await using stranger = await connectSsh({ port: ssh.port });
    await inTurns(STRANGERS, async () => {
      await stranger.exec(halfCommands(chance, 300).toString('latin1'), 'secret\n');
    });
  });

  test('over SSH may break off wherever they are, or break the encryption', async () => {
    await inTurns(100, async (turn) => {
      const sock = connect(ssh.port, '127.0.0.1').on('error', () => undefined);
      await using stranger = await connectSsh({ sock, readyTimeout: 60_000 });
      stranger.connection.on('error', () => undefined);
      const session = await stranger.shell({ terminal: turn % 2 === 0 });
      session.type('enable\rsecret\rshow flood\r');
      if (turn % 3 === 0) await session.until('xxx');
      if (turn % 3 !== 1) return;
      sock.write(Buffer.alloc(100, turn));
      await session.closed;
    });
  });

  test('may open more sessions than there are', async () => {
    await using stranger = await connectSsh({ port: ssh.port });
    const sessions = await Promise.allSettled(Array.from({ length: 200 }, () => stranger.shell()));
    const open = sessions.flatMap((session) => (session.status === 'fulfilled' ? [session.value] : []));
    expect(open).toHaveLength(64);
    for (const { channel } of open) channel.close();
    await Promise.all(open.map(({ closed }) => closed));
    expect((await stranger.exec('show version')).status).toBe(0);
  });

  test('may send broken requests for files', async () => {
    const chance = seededChance(6);
    await inTurns(300, async () => {
      // Some of what breaks a transfer breaks its connection.
      await using stranger = await connectSsh({ port: ssh.port });
      stranger.connection.on('error', () => undefined);
      const channel = await subsystem(stranger);
      const closed = new Promise<void>((resolve) => channel.resume().once('close', () => resolve()));
      if (chance() < 0.7) channel.write(Buffer.from([0, 0, 0, 5, 1, 0, 0, 0, 3]));
      channel.end(chance() < 0.7 ? sftpRequest(chance) : randomBytes(chance, 400));
      await closed;
    });
  });

  test('may never read what they asked for', async () => {
    await inTurns(20, async () => {
      await using stranger = await logInTelnet(telnet.port);
      stranger.socket.pause();
      stranger.type('enable\rsecret\rterminal length 0\r' + 'show flood\r'.repeat(50));
    });
  });

  test('may ask for everything that Telnet can negotiate, all the time', async () => {
    await using stranger = await connectTelnet(telnet.port);
    const requests = Buffer.from(
      Array.from({ length: 256 }, (_, option) => [255, 251, option, 255, 253, option]).flat(),
    );
    for (let round = 0; round < 200; round++) stranger.type(requests);
    stranger.type('admin\radmin\r');
    await stranger.until('r1>');
    // Each was answered once.
    expect(stranger.screen.length).toBeLessThan(2_500);
  });
});

/** Runs so many turns, some at once. */
async function inTurns(count: number, turn: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) await turn(next++);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, count) }, worker));
}

interface Stranger {
  readonly socket: Socket;
  /** The device has said something, or hung up. */
  readonly heard: Promise<void>;
  readonly gone: Promise<void>;
}

async function call({ port }: DeviceServer): Promise<Stranger> {
  const socket = connect(port, '127.0.0.1');
  const gone = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  const said = new Promise<void>((resolve) => socket.once('data', () => resolve()));
  socket.on('error', () => undefined).resume();
  await Promise.race([new Promise<void>((resolve) => socket.once('connect', () => resolve())), gone]);
  return { socket, heard: Promise.race([said, gone]), gone };
}

/** The two who were there before are the only ones that are left. */
async function everybodyHasLeft(): Promise<void> {
  while (ssh.connections > 1 || telnet.connections > 1) await new Promise((resolve) => setImmediate(resolve));
}

/** A channel on which the device speaks SFTP, and we what we like. */
function subsystem(stranger: SshClient): Promise<NodeJS.ReadWriteStream> {
  return new Promise((resolve, reject) => {
    stranger.connection.subsys('sftp', (error, channel) => (error ? reject(error) : resolve(channel)));
  });
}

function randomBytes(chance: () => number, most: number): Buffer {
  return Buffer.from(
    Array.from({ length: Math.floor(chance() * most) + 1 }, () => Math.floor(chance() * 256)),
  );
}

/** A request of a kind that there is, and nonsense in it. */
function sftpRequest(chance: () => number): Buffer {
  const body = randomBytes(chance, 60);
  const head = Buffer.alloc(5);
  head.writeUInt32BE(body.length + 1);
  head[4] = 3 + Math.floor(chance() * 18);
  return Buffer.concat([head, body]);
}

const SEQUENCES = [
  ...Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)),
  ...[
    '\x1b[A',
    '\x1b[B',
    '\x1b[C',
    '\x1b[D',
    '\x1b[3~',
    '\x1b[',
    '\x1bO',
    '\x1b[999999999;1H',
    '\x1b]0;x\x07',
  ],
  ...['\xff\xf4', '\xff\xfa\x1f', '\xff\xf0', '\xff\xfd\x06', '\x7f', '?', '|', '"', "'", 'show ', 'é', '😀'],
];

function controlSequences(chance: () => number, most: number): Buffer {
  return someOf(SEQUENCES, chance, most);
}

const WORDS = [
  ...[
    'show',
    'version',
    'enable',
    'secret',
    'configure',
    'terminal',
    'interface',
    'do',
    'end',
    'exit',
    'bash',
  ],
  ...[
    'length',
    '512',
    '0',
    '-1',
    '99999999999',
    'e1',
    '| include',
    '| count',
    '?',
    '\t',
    '\r',
    '\n',
    '\r\n',
    ' ',
  ],
  ...[
    'log',
    'crash?',
    'echo',
    '$(x)',
    '"',
    '&&',
    ';',
    '\x03',
    '\x1a',
    'q',
    '\x15',
    'description',
    'hostname',
    '',
  ],
];

function halfCommands(chance: () => number, most: number): Buffer {
  return someOf(
    WORDS.flatMap((word) => [word, `${word} `]),
    chance,
    most / 4,
  );
}

function someOf(parts: readonly string[], chance: () => number, most: number): Buffer {
  const some = Array.from(
    { length: Math.floor(chance() * most) + 1 },
    () => parts[Math.floor(chance() * parts.length)] ?? '',
  );
  return Buffer.from(some.join(''), 'latin1');
}
