import { describe, expect, test } from '@jest/globals';
import { jestProject } from './test-fixtures/jest-project';
import { sharedServer } from './test-fixtures/shared-server';
import { PAIR, SINGLE } from './test-fixtures/topologies';

const PRESET = "module.exports = { preset: 'jest-remote-lab', transform: {} };";
const USE_LAB = "const { lab } = require('jest-remote-lab');\n";
const LOGIN_TEST = `${USE_LAB}test('is there', () => { expect(lab.device('r1').port).toBeGreaterThan(0); });`;

describe('one lab for the run', () => {
  test('with no server at all, tests in several workers share it, and nothing is left running', async () => {
    await using project = await jestProject({
      'jest.config.js': PRESET,
      'remote-lab.config.js': "module.exports = { topology: 'pair.yml' };",
      'pair.yml': PAIR,
      'a.test.js': LOGIN_TEST,
      'b.test.js': LOGIN_TEST,
    });
    const { exitCode, output } = await project.run({ args: ['--maxWorkers=2', '--detectOpenHandles'] });
    expect(output).toMatch(/Tests: +2 passed/);
    expect(output).toMatch(/remote-lab: pair\.yml is up after .*: r1, r2\n/);
    expect(output).not.toMatch(/open handle|did not exit/i);
    expect(exitCode).toBe(0);
  });

  test('tests written as ES modules have it, too', async () => {
    await using project = await jestProject({
      'jest.config.mjs':
        "export default { preset: 'jest-remote-lab', transform: {}, testMatch: ['**/*.test.mjs'], moduleFileExtensions: ['mjs', 'js', 'json'] };",
      'remote-lab.config.mts': "export default (): object => ({ topology: 'pair.yml' });",
      'pair.yml': PAIR,
      'a.test.mjs': `import { expect, test } from '@jest/globals';
        import { lab } from 'jest-remote-lab';
        test('is there', () => { expect(lab.devices.map(({ name }) => name)).toEqual(['r1', 'r2']); });`,
    });
    const { exitCode, output } = await project.run({ nodeArgs: ['--experimental-vm-modules'] });
    expect(output).toMatch(/Tests: +1 passed/);
    expect(exitCode).toBe(0);
  });

  test('who waits sees who has the lab host, and goes on when it is free', async () => {
    await using server = await sharedServer();
    const session = await server.openSession({ owner: 'ann', purpose: 'nightly' });
    await using project = await jestProject({
      'jest.config.js': PRESET,
      'remote-lab.config.js': "module.exports = { topology: 'pair.yml' };",
      'pair.yml': PAIR,
      'a.test.js': LOGIN_TEST,
    });
    const jest = project.start({ environment: { REMOTE_LAB_URL: server.url } });
    await jest.says(
      /remote-lab: waiting for a lab host: 1 ahead; ann \(nightly\) has had the lab host for .* s/,
    );
    await session.end();
    expect(await jest.result).toMatchObject({
      exitCode: 0,
      output: expect.stringMatching(/Tests: +1 passed/),
    });
  });

  test('a set-up that fails has released the session, and the end of its line says what to do', async () => {
    await using server = await sharedServer();
    await using project = await jestProject({
      'jest.config.js': PRESET,
      'remote-lab.config.js': "module.exports = { topology: 'pair.yml' };",
      'pair.yml': 'nodes: [r1]\ndefaults.device: toaster\n',
      'a.test.js': LOGIN_TEST,
    });
    const { exitCode, output } = await project.run({ environment: { REMOTE_LAB_URL: server.url } });
    expect(output).toMatch(/^RemoteLabError: .*toaster.*$/m);
    expect(exitCode).toBe(1);
    expect(await server.isFree()).toBe(true);
  });

  test('a session that is ended under the run fails the files that follow, with that sentence', async () => {
    await using server = await sharedServer();
    await using project = await jestProject({
      'jest.config.js': PRESET,
      'remote-lab.config.js': "module.exports = { topology: 'pair.yml' };",
      'pair.yml': PAIR,
      'a.test.js': `${USE_LAB}
        test('is evicted', async () => {
          const { session_id } = await (await fetch(process.env.REMOTE_LAB_URL + '/active-session')).json();
          await fetch(process.env.REMOTE_LAB_URL + '/session/' + session_id, { method: 'DELETE' });
        });`,
      'b.test.js': LOGIN_TEST,
    });
    const { exitCode, output } = await project.run({
      args: ['--runInBand'],
      environment: { REMOTE_LAB_URL: server.url },
    });
    expect(output).toMatch(/SessionLostError: .* is gone: .*released by a request with its id/);
    expect(output).toMatch(/Tests: +1 failed, 1 passed/);
    expect(exitCode).toBe(1);
  });
});

describe('no lab for the run', () => {
  test('no session is opened when none of the selected tests uses a lab', async () => {
    await using project = await jestProject({
      'jest.config.js': PRESET,
      'remote-lab.config.js': 'module.exports = { requireServer: true };',
      'a.test.js': "test('needs nothing', () => {});",
      'b.test.js': `${USE_LAB}test('needs a lab', () => { lab.device('r1'); });`,
    });
    const without = await project.run({ args: ['a.test.js'] });
    expect(without.output).toMatch(/Tests: +1 passed/);
    expect(without.output).not.toContain('remote-lab:');
    const { exitCode, output } = await project.run({ args: ['b.test.js'] });
    expect(output).toMatch(
      /^TestRunError: No lab server was named, and requireServer forbids a private one\. Set REMOTE_LAB_URL/m,
    );
    expect(exitCode).toBe(1);
  });
});

describe('projects', () => {
  const labProject = { 'jest.config.js': PRESET, 'x.test.js': LOGIN_TEST };
  const inFolder = (folder: string, files: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(Object.entries(files).map(([name, content]) => [`${folder}/${name}`, content]));
  const root = {
    'jest.config.js':
      "module.exports = { projects: ['<rootDir>/a', '<rootDir>/b', '<rootDir>/c'], testSequencer: 'jest-remote-lab/sequencer' };",
    'package.json': '{}',
    'pair.yml': PAIR,
    ...inFolder('c', {
      'jest.config.js': 'module.exports = {};',
      'y.test.js': "test('needs nothing', () => {});",
    }),
    ...inFolder('a', labProject),
    ...inFolder('b', labProject),
  };

  test('share the lab of the configuration at the root', async () => {
    await using project = await jestProject({
      ...root,
      'remote-lab.config.js': "module.exports = { topology: 'pair.yml' };",
    });
    const { exitCode, output } = await project.run();
    expect(output).toMatch(/Tests: +3 passed/);
    expect([...output.matchAll(/is up after/g)]).toHaveLength(1);
    expect(exitCode).toBe(0);
  });

  test('that want different labs are refused, and nothing is left', async () => {
    await using server = await sharedServer();
    await using project = await jestProject({
      ...root,
      'single.yml': SINGLE,
      'a/remote-lab.config.js': "module.exports = { topology: '../pair.yml' };",
      'b/remote-lab.config.js': "module.exports = { topology: '../single.yml' };",
    });
    const { exitCode, output } = await project.run({ environment: { REMOTE_LAB_URL: server.url } });
    expect(output).toMatch(
      /^TestRunError: The project .* wants another lab or server .* with --selectProjects\./m,
    );
    expect(exitCode).toBe(1);
    expect(await server.isFree()).toBe(true);
  });
});

test('watch mode keeps session and lab from one run to the next, and they go when it is killed', async () => {
  await using server = await sharedServer();
  const testFile = `${USE_LAB}test('generation', () => { process.stderr.write('generation ' + lab.generation + '.\\n'); });`;
  await using project = await jestProject({
    'jest.config.js': PRESET,
    'remote-lab.config.js': "module.exports = { topology: 'pair.yml', reuse: false };",
    'pair.yml': PAIR,
    'a.test.js': testFile,
  });
  const jest = project.start({ args: ['--watchAll'], environment: { REMOTE_LAB_URL: server.url } });
  await jest.says(/Ran all test suites/);
  await project.write({ 'a.test.js': `${testFile}\n// changed` });
  await jest.says(/Ran all test suites/, 2);
  expect(await server.isFree()).toBe(false);
  jest.child.kill('SIGKILL');
  const { output } = await jest.result;
  expect([...output.matchAll(/generation (\d+)\./g)].map(([, generation]) => generation)).toEqual(['1', '1']);
  expect([...output.matchAll(/is up after/g)]).toHaveLength(1);
  while (!(await server.isFree())) await new Promise((resolve) => setTimeout(resolve, 50));
});
