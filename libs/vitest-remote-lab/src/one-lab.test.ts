import { describe, expect, test } from '@jest/globals';
import { sharedServer } from './test-fixtures/shared-server.js';
import { PAIR, SINGLE } from './test-fixtures/topologies.js';
import { vitestConfig, vitestProject } from './test-fixtures/vitest-project.js';

const HEAD = `import { expect, test } from 'vitest';
  import { getLab, lab, remoteLab } from 'vitest-remote-lab';\n`;
const USES_LAB = `${HEAD}test('is there', () => { expect(lab.device('r1').platform).toBe('arista_eos'); });`;
const RUN_WIDE = {
  'remote-lab.config.ts': "export default { topology: 'pair.yml', reuse: true };",
  'pair.yml': PAIR,
  'single.yml': SINGLE,
};

describe('one lab for the run', () => {
  test.each(['forks', 'threads'])(
    'all test files share it, with %s',
    async (pool) => {
      await using project = await vitestProject({
        ...RUN_WIDE,
        'vitest.config.mjs': vitestConfig(`pool: '${pool}'`),
        'a.test.js': USES_LAB,
        'b.test.js': USES_LAB,
      });
      const { exitCode, output } = await project.run();
      expect(output).toMatch(/Tests +2 passed/);
      expect(output).toMatch(/remote-lab: pair\.yml is up after .*: r1, r2\n/);
      expect(exitCode).toBe(0);
    },
    60_000,
  );

  test('a file that asks for another one is refused while it is collected, and all others run', async () => {
    await using project = await vitestProject({
      ...RUN_WIDE,
      'vitest.config.mjs': vitestConfig(''),
      'a.test.js': `${HEAD}remoteLab('./single.yml', { reuse: true }); test('never runs', () => {});`,
      'b.test.js': `${HEAD}const own = remoteLab('./pair.yml', { reuse: true });
        test('has a share of it', () => { expect(own.generation).toBe(lab.generation); });`,
    });
    const { exitCode, output } = await project.run();
    expect(output).toMatch(/a\.test\.js asks for \.\/single\.yml, but the whole run has one lab, pair\.yml/);
    expect(output).toMatch(/Tests +1 passed/);
    expect(exitCode).toBe(1);
  });

  test('projects share it, and the session', async () => {
    await using server = await sharedServer();
    await using project = await vitestProject({
      ...RUN_WIDE,
      'vitest.config.mjs': `export default { test: { projects: ['one', 'two'] } };`,
      'one/vitest.config.mjs': vitestConfig(''),
      'two/vitest.config.mjs': vitestConfig(''),
      'one/a.test.js': USES_LAB,
      'two/b.test.js': USES_LAB,
    });
    const { exitCode, output } = await project.run({ environment: { REMOTE_LAB_URL: server.url } });
    expect(output).toMatch(/Tests +2 passed/);
    expect(output.match(/pair\.yml (is up|was running)/g)).toHaveLength(1);
    expect(exitCode).toBe(0);
    expect(await server.isFree()).toBe(true);
  });

  test('projects that want different ones are told, and nothing is left', async () => {
    await using server = await sharedServer();
    await using project = await vitestProject({
      'vitest.config.mjs': `export default { test: { projects: ['one', 'two'] } };`,
      'one/vitest.config.mjs': vitestConfig(''),
      'two/vitest.config.mjs': vitestConfig(''),
      'one/remote-lab.config.json': '{ "topology": "../pair.yml" }',
      'two/remote-lab.config.json': '{ "topology": "../single.yml" }',
      'pair.yml': PAIR,
      'single.yml': SINGLE,
      'one/a.test.js': USES_LAB,
      'two/b.test.js': USES_LAB,
    });
    const { exitCode, output } = await project.run({ environment: { REMOTE_LAB_URL: server.url } });
    expect(output).toMatch(/wants another lab or server than a project before it/);
    expect(exitCode).toBe(1);
    expect(await server.isFree()).toBe(true);
  });

  test('in watch mode it stays from one run to the next', async () => {
    await using server = await sharedServer();
    await using project = await vitestProject({
      ...RUN_WIDE,
      'vitest.config.mjs': vitestConfig(''),
      'a.test.js': USES_LAB,
    });
    const running = project.start({ args: ['--watch'], environment: { REMOTE_LAB_URL: server.url } });
    await running.says(/Tests +1 passed/);
    expect(await server.isFree()).toBe(false);
    await project.write({
      'a.test.js': `${USES_LAB}\ntest('another', () => { expect(lab.devices).toHaveLength(2); });`,
    });
    await running.says(/Tests +2 passed/);
    running.kill('SIGINT');
    const { output } = await running.result;
    expect(output.match(/pair\.yml (is up|was running)/g)).toHaveLength(1);
    // Vitest calls no tear-down then: it is the watchdog that gives the session back.
    while (!(await server.isFree())) continue;
  }, 60_000);

  test('without the set-up, it says what to do', async () => {
    await using project = await vitestProject({
      'a.test.js': USES_LAB,
      'vitest.config.mjs': vitestConfig('globalSetup: []'),
    });
    const { output } = await project.run();
    expect(output).toMatch(/Add globalSetup: 'vitest-remote-lab\/global-setup'/);
  });
});
