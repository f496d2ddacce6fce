import { describe, expect, test } from '@jest/globals';
import type { SFTPWrapper } from 'ssh2';
import { benchServer } from '../test-fixtures/bench-server';
import { connectSsh } from '../test-fixtures/ssh-client';

const big = 'interface Ethernet1\n'.repeat(10_000);
const files = () =>
  new Map([
    ['/running-config', 'hostname r1\n'],
    ['/archive/big', big],
  ]);

/** A client of a device with files, and its file transfer session. */
async function transfer(options: Parameters<typeof benchServer>[0] = { files }) {
  const server = await benchServer(options);
  const client = await connectSsh({ port: server.port });
  return {
    client,
    sftp: await new Promise<SFTPWrapper>((resolve, reject) =>
      client.connection.sftp((error, sftp) => (error ? reject(error) : resolve(sftp))),
    ),
    [Symbol.asyncDispose]: async () => {
      await client[Symbol.asyncDispose]();
      await server.close();
    },
  };
}

type Done<T> = (error: Error | undefined | null, value: T) => void;

/** What a call of the client comes to; its error where it fails. */
function outcome<T>(call: (done: Done<T>) => unknown): Promise<T> {
  return new Promise((resolve, reject) => call((error, value) => (error ? reject(error) : resolve(value))));
}

describe('SFTP', () => {
  test('reads files, small and large', async () => {
    await using session = await transfer();
    const { sftp } = session;
    const read = (path: string) => outcome<Buffer>((done) => sftp.readFile(path, done));
    expect((await read('/running-config')).toString()).toBe('hostname r1\n');
    expect((await read('flash:running-config')).toString()).toBe('hostname r1\n');
    expect((await read('archive/big')).toString()).toBe(big);
  });

  test('lists directories, and says what is a file', async () => {
    await using session = await transfer();
    const { sftp } = session;
    const list = await outcome<{ filename: string; longname: string }[]>((done) => sftp.readdir('/', done));
    expect(list.map(({ filename }) => filename).sort()).toEqual(['archive', 'running-config']);
    expect(list.find(({ filename }) => filename === 'running-config')?.longname).toMatch(
      /^-r--r--r-- .* 12 /,
    );
    expect(await outcome<string>((done) => sftp.realpath('.', done))).toBe('/');
    for (const ask of ['stat', 'lstat'] as const) {
      const stats = await outcome<{ size: number; isFile(): boolean }>((done) =>
        sftp[ask]('archive/big', done),
      );
      expect([stats.size, stats.isFile()]).toEqual([big.length, true]);
    }
    const stats = await outcome<{ isDirectory(): boolean }>((done) => sftp.stat('/archive', done));
    expect(stats.isDirectory()).toBe(true);
  });

  test.each<[string, string, (sftp: SFTPWrapper, done: Done<unknown>) => unknown]>([
    ['a file that is not there', 'No such file', (sftp, done) => sftp.readFile('/nothing', done)],
    ['a directory that is not there', 'No such file', (sftp, done) => sftp.readdir('/nothing', done)],
    ['a directory read as a file', 'Failure', (sftp, done) => sftp.readFile('/archive', done)],
    ['a file read as a directory', 'Failure', (sftp, done) => sftp.readdir('/running-config', done)],
    [
      'writing',
      'Permission denied',
      (sftp, done) => sftp.writeFile('/running-config', 'x', (error) => done(error, 0)),
    ],
    [
      'a new file',
      'Permission denied',
      (sftp, done) => sftp.writeFile('/new', 'x', (error) => done(error, 0)),
    ],
    [
      'removing',
      'Permission denied',
      (sftp, done) => sftp.unlink('/running-config', (error) => done(error, 0)),
    ],
    ['a new directory', 'Permission denied', (sftp, done) => sftp.mkdir('/new', (error) => done(error, 0))],
    [
      'renaming',
      'Permission denied',
      (sftp, done) => sftp.rename('/running-config', '/x', (error) => done(error, 0)),
    ],
    [
      'rights',
      'Permission denied',
      (sftp, done) => sftp.chmod('/running-config', 0o777, (error) => done(error, 0)),
    ],
    ['a link', 'Operation unsupported', (sftp, done) => sftp.readlink('/running-config', done)],
    ['a handle that is none', 'Failure', (sftp, done) => sftp.fstat(Buffer.from('99'), done)],
  ])('%s is refused: %s', async (_name, reason, call) => {
    await using session = await transfer();
    await expect(outcome((done) => call(session.sftp, done))).rejects.toThrow(reason);
    const again = await outcome<Buffer>((done) => session.sftp.readFile('/running-config', done));
    expect(again).toHaveLength(12);
  });

  test('opens no more than so many files at once', async () => {
    await using session = await transfer();
    const open = () => outcome<Buffer>((done) => session.sftp.open('/running-config', 'r', done));
    const opened = await Promise.allSettled(Array.from({ length: 300 }, open));
    expect(opened.filter(({ status }) => status === 'fulfilled')).toHaveLength(256);
    const [first] = opened;
    if (first?.status !== 'fulfilled') throw new Error('The first file was not opened.');
    await outcome((done) => session.sftp.close(first.value, (error) => done(error, undefined)));
    await open();
  });

  test('is the configuration of the moment; one that cannot be had is a failure', async () => {
    let text: string | undefined = 'one';
    const changing = () => {
      if (text === undefined) throw new Error('a mistake');
      return new Map([['/running-config', text]]);
    };
    await using session = await transfer({ files: changing });
    const read = () => outcome<Buffer>((done) => session.sftp.readFile('/running-config', done));
    expect((await read()).toString()).toBe('one');
    text = 'two';
    expect((await read()).toString()).toBe('two');
    text = undefined;
    await expect(read()).rejects.toThrow('Failure');
  });

  test('is refused before the login that the session asks for, as are subsystems that there are not', async () => {
    const login = { inSession: { username: 'User:', password: 'Password:' } };
    await using server = await benchServer({ files, login });
    await using client = await connectSsh({ port: server.port });
    const sftp = outcome<SFTPWrapper>((done) => client.connection.sftp(done));
    await expect(sftp).rejects.toThrow('Unable to start subsystem');
    await using other = await benchServer({ files });
    await using asking = await connectSsh({ port: other.port });
    const netconf = outcome((done) => asking.connection.subsys('netconf', done));
    await expect(netconf).rejects.toThrow('Unable to start subsystem');
    expect((await asking.exec('show version')).status).toBe(0);
  });
});

describe('SCP', () => {
  test('sends a file, each part when the one before it is confirmed', async () => {
    await using server = await benchServer({ files });
    await using client = await connectSsh({ port: server.port });
    expect(await client.exec('scp -f running-config', '\0\0\0')).toEqual({
      output: 'C0444 12 running-config\nhostname r1\n\0',
      status: 0,
    });
  });

  test('sends several, and names those that are not there', async () => {
    await using server = await benchServer({ files });
    await using client = await connectSsh({ port: server.port });
    const { output, status } = await client.exec(
      'scp -p -f nothing flash:/running-config archive',
      '\0\0\0\0',
    );
    expect(output).toBe(
      '\x01scp: nothing: No such file or directory\nT0 0 0 0\nC0444 12 running-config\nhostname r1\n\0' +
        '\x01scp: archive: not a regular file\n',
    );
    expect(status).toBe(1);
  });

  test('takes no file', async () => {
    await using server = await benchServer({ files });
    await using client = await connectSsh({ port: server.port });
    const { output, status } = await client.exec('scp -t /running-config', 'C0644 1 x\nx\0');
    expect(output).toBe('\x01scp: this device takes no files: permission denied\n');
    expect(status).toBe(1);
  });

  test('is the business of the platform where there are no files', async () => {
    await using server = await benchServer();
    await using client = await connectSsh({ port: server.port });
    expect((await client.exec('scp -f running-config', '')).output).toContain('% Invalid input');
  });
});
