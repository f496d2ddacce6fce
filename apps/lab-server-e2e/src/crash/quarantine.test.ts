import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { startServerProcess } from '../support/server-process';
import { ask } from '../support/wire';

const onUnix = process.platform === 'win32' ? test.skip : test;

onUnix(
  'a slot that could not be cleared is cleared by SIGUSR2 once the cause is gone, without a restart',
  async () => {
    const root = await mkdtemp(join(tmpdir(), 'lab-server-e2e-'));
    try {
      await symlink(process.execPath, join(root, 'node'));
      await script(join(root, 'netlab'), 'echo netlab version 26.03');
      await script(join(root, 'docker'), 'exit 1');
      // What a dead server left: a lab that was begun, and an engine that does not answer.
      const lab = join(root, 'state', 'netlab', 'labs', '7');
      await mkdir(lab, { recursive: true });
      await mkdir(join(root, 'state', 'netlab', 'copies'), { recursive: true });
      for (const name of ['clab.yml', 'netlab.lock', 'topology.yml']) await writeFile(join(lab, name), '');
      await using server = await startServerProcess(
        join(root, 'state'),
        ['--backend', 'netlab', '--guard-dir', join(root, 'guard')],
        { ...process.env, PATH: `${root}:/usr/bin:/bin`, HOME: root },
      );
      expect(await ask(server.url, 'GET', '/readyz')).toMatchObject({
        status: 503,
        body: { reasons: [expect.stringContaining('lab7')] },
      });
      process.kill(server.pid, 'SIGUSR2');
      await server.logged(/^The slot stays quarantined: .*lab7/);

      await script(join(root, 'docker'), 'exit 0');
      process.kill(server.pid, 'SIGUSR2');
      await server.logged(/^The slot is clear again/);
      expect(await ask(server.url, 'GET', '/readyz')).toMatchObject({ status: 200 });
      process.kill(server.pid, 'SIGUSR2');
      await server.logged(/^The slot is not quarantined/);
      expect(await server.stop('SIGTERM')).toEqual([0, null]);
    } finally {
      await rm(root, { recursive: true, force: true });
    }
  },
);

async function script(path: string, text: string): Promise<void> {
  await writeFile(path, `#!/bin/sh\n${text}\n`);
  await chmod(path, 0o755);
}
