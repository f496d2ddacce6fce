import { execFile, execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { utils } from 'ssh2';
import { benchServer } from '../test-fixtures/bench-server';

// The client that people have, where it is installed.
const run = promisify(execFile);
const gated = hasOpenSsh() ? describe : describe.skip;
const files = () => new Map([['/running-config', 'hostname r1\n']]);

gated('the OpenSSH client', () => {
  test('runs a command with a key, and has its status', async () => {
    await using bench = await openSshBench();
    const { stdout } = await run('ssh', [
      ...bench.options,
      '-p',
      bench.port,
      'admin@127.0.0.1',
      'show version',
    ]);
    expect(stdout).toBe('Bench OS 1.0 on r1\r\n');
    const failed = run('ssh', [...bench.options, '-p', bench.port, 'admin@127.0.0.1', 'false']);
    await expect(failed).rejects.toMatchObject({ code: 3 });
  });

  test.each([
    ['over SFTP', []],
    ['as it did of old', ['-O']],
  ])('copies a file %s', async (_name, flags) => {
    await using bench = await openSshBench();
    const target = join(bench.folder, 'copy');
    await run('scp', [
      ...flags,
      ...bench.options,
      '-P',
      bench.port,
      'admin@127.0.0.1:running-config',
      target,
    ]);
    expect(await readFile(target, 'utf8')).toBe('hostname r1\n');
  });

  test.each([
    ['over SFTP', []],
    ['as it did of old', ['-O']],
  ])('is refused a copy to the device %s', async (_name, flags) => {
    await using bench = await openSshBench();
    const copy = run('scp', [
      ...flags,
      ...bench.options,
      '-P',
      bench.port,
      bench.key,
      'admin@127.0.0.1:/new',
    ]);
    await expect(copy).rejects.toMatchObject({ stderr: expect.stringMatching(/permission denied/i) });
  });

  test('looks around with sftp', async () => {
    await using bench = await openSshBench();
    const batch = join(bench.folder, 'batch');
    await writeFile(batch, `pwd\nls -l\nget running-config ${join(bench.folder, 'got')}\n`);
    const { stdout } = await run('sftp', [
      '-b',
      batch,
      ...bench.options,
      '-P',
      bench.port,
      'admin@127.0.0.1',
    ]);
    expect(stdout).toContain('Remote working directory: /');
    expect(stdout).toMatch(/-r--r--r-- .* running-config/);
    expect(await readFile(join(bench.folder, 'got'), 'utf8')).toBe('hostname r1\n');
  });
});

/** A device that knows a key, and what a client needs to use it. */
async function openSshBench() {
  const folder = await mkdtemp(join(tmpdir(), 'fakenos-openssh-'));
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pem = privateKey.export({ type: 'sec1', format: 'pem' }).toString();
  const parsed = utils.parseKey(pem);
  if (parsed instanceof Error) throw parsed;
  const key = join(folder, 'key');
  await writeFile(key, pem, { mode: 0o600 });
  const authorizedKeys = [`${parsed.type} ${parsed.getPublicSSH().toString('base64')}`];
  const server = await benchServer({ files, authorizedKeys });
  const settings = [
    'StrictHostKeyChecking=no',
    'UserKnownHostsFile=/dev/null',
    'BatchMode=yes',
    'IdentitiesOnly=yes',
    'LogLevel=ERROR',
  ];
  return {
    folder,
    key,
    port: String(server.port),
    options: ['-F', '/dev/null', '-i', key, ...settings.flatMap((setting) => ['-o', setting])],
    [Symbol.asyncDispose]: async () => {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}

function hasOpenSsh(): boolean {
  try {
    for (const program of ['ssh', 'scp', 'sftp']) execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
