import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { copyFile, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { load } from 'js-yaml';
import { runCommand } from '../workspace/run-command.mjs';
import { workspaceRoot } from '../workspace/workspace-root.mjs';

const folder = join(workspaceRoot, 'apps/lab-server/deploy');
const read = (name) => readFile(join(folder, name), 'utf8');
const readOptions = () => readFile(join(workspaceRoot, 'docs/configuration.md'), 'utf8');
const hasSystemd = spawnSync('systemd-analyze', ['--version'], { stdio: 'ignore' }).status === 0;

describe('the settings', () => {
  test.each([
    'lab-server.env',
    'lab-server.service',
    'lab-server-fakenos.conf',
    '../Dockerfile',
    'compose.yml',
  ])('%s names only those there are', async (name) => {
    const known = new Set((await readOptions()).match(/\bREMOTE_LAB_\w+/g));
    const used = (await read(name)).match(/(?<![${\w])REMOTE_LAB_\w+/g);
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((each) => !known.has(each))).toEqual([]);
  });

  test('a shutdown gets longer than it may take', async () => {
    const [, limit] = /^REMOTE_LAB_SHUTDOWN_TIMEOUT=(\d+)$/m.exec(await read('lab-server.env'));
    const [, unit] = /^TimeoutStopSec=(\d+)$/m.exec(await read('lab-server.service'));
    const { stop_grace_period: grace } = load(await read('compose.yml')).services['lab-server'];
    expect(Number(unit)).toBeGreaterThan(Number(limit));
    expect(Number(/^(\d+)s$/.exec(grace)[1])).toBeGreaterThan(Number(limit));
  });
});

describe('compose.yml', () => {
  test('has what is told to Docker at the same path inside as outside, and what locks this host', async () => {
    const { volumes } = load(await read('compose.yml')).services['lab-server'];
    const [, guard] = /`--guard-dir` .*?\| `(\/[^`]*)` \|/.exec(await readOptions());
    const [, state] = /REMOTE_LAB_STATE_DIR=(\S+)/.exec(
      await readFile(join(folder, '../Dockerfile'), 'utf8'),
    );
    expect(volumes).toEqual(expect.arrayContaining([`${guard}:${guard}`, `${state}:${state}`]));
  });

  test('without privileges differs in nothing else', async () => {
    const { services } = load(await read('compose.capabilities.yml'));
    expect(Object.keys(services['lab-server']).sort()).toEqual(['cap_add', 'privileged', 'security_opt']);
  });
});

(hasSystemd ? describe : describe.skip)('systemd', () => {
  let units;
  beforeEach(async () => {
    units = await mkdtemp(join(tmpdir(), 'units-'));
    await copyFile(join(folder, 'lab-server.service'), join(units, 'lab-server.service'));
  });
  afterEach(() => rm(units, { recursive: true, force: true }));

  const complaints = async () => {
    const args = ['verify', '--man=no', join(units, 'lab-server.service')];
    const env = { ...process.env, SYSTEMD_UNIT_PATH: `${units}:`, SYSTEMD_LOG_LEVEL: 'warning' };
    const { output } = await runCommand('systemd-analyze', args, { capture: true, env });
    // Of other units, and of programs that are not installed where tests run, nothing is asked.
    return output.split('\n').filter((line) => line.includes(units) && !line.includes('is not executable'));
  };

  test('knows every word of the unit', async () => {
    expect(await complaints()).toEqual([]);
  });

  test('knows every word of the settings for fake devices', async () => {
    await mkdir(join(units, 'lab-server.service.d'));
    await copyFile(
      join(folder, 'lab-server-fakenos.conf'),
      join(units, 'lab-server.service.d', 'fakenos.conf'),
    );
    expect(await complaints()).toEqual([]);
  });
});

describe('probe.mjs', () => {
  let server;
  let port;
  let answer;
  beforeEach(async () => {
    answer = { status: 200, text: '{"ready":true}' };
    server = createServer(({ url }, response) => {
      response.writeHead(url === '/readyz' ? answer.status : 204).end(url === '/readyz' ? answer.text : '');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    port = server.address().port;
  });
  afterEach(() => close());

  const close = async () => {
    if (!server.listening) return;
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };

  const probe = (...args) =>
    runCommand(process.execPath, [join(folder, 'probe.mjs'), ...args], {
      capture: true,
      env: { REMOTE_LAB_HOST: '0.0.0.0', REMOTE_LAB_PORT: String(port) },
    });

  test('is silent about a server that is ready', async () => {
    expect(await probe()).toMatchObject({ code: 0, output: '' });
  });

  test('says why a server is not ready', async () => {
    answer = { status: 503, text: '{"ready":false,"reasons":["The slot is quarantined."]}' };
    const { code, output } = await probe('/readyz');
    expect(code).toBe(1);
    expect(output).toContain('503 {"ready":false,"reasons":["The slot is quarantined."]}');
    expect(await probe('/healthz')).toMatchObject({ code: 0 });
  });

  test('waits for one that is not ready yet', async () => {
    answer = { status: 503, text: 'starting' };
    server.once('request', () => (answer = { status: 200, text: '' }));
    expect(await probe('/readyz', '--wait', '20')).toMatchObject({ code: 0, output: '' });
  });

  test('does not wait for the dead', async () => {
    answer = { status: 503, text: 'starting' };
    const { pid } = spawnSync(process.execPath, ['--version']);
    const probed = await probe('/readyz', '--wait', '3600', '--pid', String(pid));
    expect(probed).toMatchObject({ code: 1, output: expect.stringContaining('starting') });
  });

  test('says when nobody listens', async () => {
    await close();
    expect(await probe()).toMatchObject({ code: 1, output: expect.stringContaining('ECONNREFUSED') });
  });
});
