import { chmod, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { exitOf, spawnServer, startServerProcess } from '../support/server-process';

// What a server says about a netlab that is not there or is not fit for use; a script of two lines stands in for it.

const onUnix = process.platform === 'win32' ? describe.skip : describe;

interface Machine extends AsyncDisposable {
  readonly stateDir: string;
  readonly guardDir: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** A machine whose only programs are Node and, if given, this netlab and docker. */
async function machine(programs: Readonly<Record<string, string>>): Promise<Machine> {
  const root = await mkdtemp(join(tmpdir(), 'lab-server-e2e-'));
  await symlink(process.execPath, join(root, 'node'));
  for (const [name, script] of Object.entries(programs)) {
    await writeFile(join(root, name), `#!/bin/sh\n${script}\n`);
    await chmod(join(root, name), 0o755);
  }
  return {
    stateDir: join(root, 'state'),
    guardDir: join(root, 'guard'),
    environment: { ...process.env, PATH: root, HOME: root },
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  };
}

onUnix('a start with --backend netlab', () => {
  test.each<[string, Record<string, string>, RegExp]>([
    ['there is none', {}, /netlab is not on the PATH of this server.*Install it, or extend PATH/],
    ['it is too old', { netlab: 'echo netlab version 1.9.4' }, /netlab 1\.9\.4 is too old: 1\.9\.5 or later/],
    [
      'it is broken',
      { netlab: 'echo ModuleNotFoundError: box >&2; exit 1' },
      /does not work.*ModuleNotFoundError: box/,
    ],
    [
      'it is another program',
      { netlab: 'echo Welcome to NETwork LABoratory' },
      /did not tell a version but: Welcome/,
    ],
  ])('fails with exit code 1 and says what to do when %s', async (_, programs, words) => {
    await using host = await machine(programs);
    const options = ['--backend', 'netlab', '--guard-dir', host.guardDir];
    const child = spawnServer(host.stateDir, options, host.environment);
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    expect(await exitOf(child)).toEqual([1, null]);
    expect(said).toMatch(words);
  });
});

onUnix('a start that takes the best there is', () => {
  test.each<[string, Record<string, string>, RegExp | undefined]>([
    ['without netlab takes fake devices', {}, undefined],
    [
      'with a netlab that is too old says so and takes fake devices',
      { netlab: 'echo netlab version 1.9.4' },
      /netlab is not used\. netlab 1\.9\.4 is too old/,
    ],
    [
      'with netlab but without Docker has netlab read the topologies of fake devices',
      { netlab: 'echo netlab version 26.03' },
      /Topologies are read by netlab 26\.03\. Docker does not answer here/,
    ],
    [
      'with netlab and Docker builds real labs',
      { netlab: 'echo netlab version 26.03', docker: 'echo 27.0' },
      /Labs are built by netlab 26\.03/,
    ],
  ])('%s', async (_, programs, words) => {
    await using host = await machine(programs);
    const options = ['--backend', 'auto', '--topology-reader', 'auto', '--guard-dir', host.guardDir];
    await using server = await startServerProcess(host.stateDir, options, host.environment);
    const said = server.log.map(({ message }) => message).filter((message) => /netlab/.test(message));
    if (words === undefined) expect(said).toEqual([]);
    else expect(said).toContainEqual(expect.stringMatching(words));
    expect(await server.stop('SIGTERM')).toEqual([0, null]);
  });

  test('warns that whoever may upload is root, unless only plain topologies are allowed', async () => {
    await using host = await machine({ netlab: 'echo netlab version 26.03', docker: 'echo 27.0' });
    const options = ['--backend', 'netlab', '--guard-dir', host.guardDir];
    {
      await using trusting = await startServerProcess(host.stateDir, options, host.environment);
      await trusting.logged(/whoever may upload a topology is root on this host/);
      await trusting.stop('SIGTERM');
    }
    await using strict = await startServerProcess(
      host.stateDir,
      [...options, '--topology-policy', 'restricted'],
      host.environment,
    );
    expect(strict.log.filter(({ message }) => message.includes('root on this host'))).toEqual([]);
    await strict.stop('SIGTERM');
  });
});
