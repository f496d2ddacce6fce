import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runCommand } from '../workspace/run-command.mjs';
import { workspaceRoot } from '../workspace/workspace-root.mjs';

const folder = `${workspaceRoot}/tools/netlab-host`;
const noEngine = { DOCKER_HOST: 'unix:///nonexistent/docker.sock' };
const run = (command, args, env = {}) =>
  runCommand(command, args, { capture: true, env: { ...process.env, ...env } });

/** Asked before the tests are declared, which cannot wait. */
const works = (command, ...args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;
const hasBash = works('bash', '-c', 'realpath -m /');
const hasPython = works('python3', '-c', 'import sys, yaml; sys.exit(sys.version_info < (3, 9))');

let scratch;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'netlab-host-'));
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

(hasBash ? describe : describe.skip)('prepare.sh', () => {
  const prepare = (...args) => run('bash', [`${folder}/prepare.sh`, ...args], noEngine);

  test('--check lists what is missing under a prefix, and makes nothing there', async () => {
    const prefix = join(scratch, 'absent');
    const result = await prepare('--check', '--prefix', prefix);
    expect(result).toMatchObject({ code: 1 });
    expect(result.output).toMatch(/^lacks +docker/m);
    expect(result.output).toMatch(/^lacks +netlab/m);
    expect(result.output).toMatch(/^lacks +containerlab/m);
    expect(await readdir(scratch)).not.toContain('absent');
  });

  test('--help says what there is to choose', async () => {
    const result = await prepare('--help');
    expect(result).toMatchObject({ code: 0 });
    for (const option of ['--prefix', '--netlab', '--double', '--real', '--selftest', '--check', '--clean']) {
      expect(result.output).toContain(option);
    }
  });

  test.each([[['--colour']], [['--prefix']], [['--prefix', '/']], [['--prefix', '/a b']]])(
    '%j is wrong usage',
    async (args) => {
      expect(await prepare(...args)).toMatchObject({ code: 2 });
    },
  );
});

(hasPython ? describe : describe.skip)('the containerlab double', () => {
  const double = (args, env) => run('python3', [`${folder}/containerlab-double.py`, ...args], env);

  test('says that it is a double, and its version in the one line that netlab looks at', async () => {
    const result = await double(['version'], { CLAB_DOUBLE_VERSION: '1.2.3' });
    expect(result).toMatchObject({ code: 0 });
    expect(result.output).toContain('test double');
    expect(result.output.match(/.*version.*/g)).toEqual(['    version: 1.2.3']);
  });

  test('refuses a knob that cannot be meant', async () => {
    const result = await double(['version'], { CLAB_DOUBLE_FAIL: 'everything' });
    expect(result).toMatchObject({ code: 1 });
    expect(result.output).toContain('CLAB_DOUBLE_FAIL=everything');
  });

  test('does not know the verbs that netlab does not use', async () => {
    expect(await double(['graph'])).toMatchObject({ code: 2 });
  });

  test.each([
    ['is absent', undefined, 'cannot read topology file'],
    ['is no YAML', 'name: [', 'cannot parse topology file'],
    ['names no lab', 'topology: {}', 'does not name its lab'],
    [
      'links an unknown node',
      'name: x\ntopology: { links: [{ endpoints: ["a:eth1", "host:b"] }] }',
      'names node a',
    ],
    ['has a link with one end', 'name: x\ntopology: { links: [{ endpoints: ["host:b"] }] }', 'with 1 ends'],
  ])('says so when the topology %s', async (_case, content, message) => {
    const file = join(scratch, `${_case.replaceAll(' ', '-')}.yml`);
    if (content !== undefined) await writeFile(file, content);
    const read = 'import sys; from clab_double.topology import read_topology; read_topology(sys.argv[1])';
    const result = await run('python3', ['-B', '-c', read, file], { PYTHONPATH: folder });
    expect(result).toMatchObject({ code: 1 });
    expect(result.output).toContain(message);
  });
});
