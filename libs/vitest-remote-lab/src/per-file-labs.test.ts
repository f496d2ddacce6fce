import { expect, test } from '@jest/globals';
import { sharedServer } from './test-fixtures/shared-server.js';
import { PAIR, SINGLE } from './test-fixtures/topologies.js';
import { vitestConfig, vitestProject } from './test-fixtures/vitest-project.js';

const HEAD = `import { afterEach, beforeEach, expect, test } from 'vitest';
  import { getLab, remoteLab } from 'vitest-remote-lab';\n`;

function testFile(topology: string): string {
  return `${HEAD}const lab = remoteLab('${topology}', { reuse: true });
    test('is there', () => { console.log('generation ' + lab.generation + '.'); expect(lab.devices).not.toHaveLength(0); });`;
}

/** Whatever order the runner's own sequencer takes, labs alternate: files are taken by size. */
const ALTERNATING = {
  'pair.yml': PAIR,
  'solo.yml': SINGLE,
  'a.test.js': testFile('./pair.yml'),
  'b.test.js': testFile('./solo.yml'),
  'c.test.js': testFile('./pair.yml'),
  'd.test.js': testFile('./solo.yml'),
};

function labsBuilt(output: string): number {
  return new Set([...output.matchAll(/generation (\d+)\./g)].map(([, generation]) => generation)).size;
}

test.each([
  ['isolated', ''],
  ['not isolated', 'isolate: false,'],
])('the sequencer has each lab built once; files %s', async (_, isolation) => {
  await using server = await sharedServer();
  await using project = await vitestProject({
    ...ALTERNATING,
    'vitest.config.mjs': vitestConfig(
      `${isolation} fileParallelism: false, sequence: { sequencer: LabSequencer }`,
    ),
  });
  const { exitCode, output } = await project.run({ environment: { REMOTE_LAB_URL: server.url } });
  expect(output).toMatch(/Tests +4 passed/);
  expect(labsBuilt(output)).toBe(2);
  expect(output).not.toMatch(/wait for each other|built several times/);
  expect(exitCode).toBe(0);
  expect(await server.isFree()).toBe(true);
});

test('without it, and with several workers, it says what that costs', async () => {
  await using project = await vitestProject({
    ...ALTERNATING,
    'vitest.config.mjs': vitestConfig('maxWorkers: 2'),
  });
  const { output } = await project.run();
  expect(output).toMatch(/remote-lab: 4 test files use 2 labs, and up to 2 workers .*fileParallelism: false/);
  expect(output).toMatch(/remote-lab: 4 test files share 2 labs, .*sequencer: LabSequencer/);
  expect(output).toMatch(/Tests +4 passed/);
});

test('a second lab in a file is refused while it is collected, before any lab is touched', async () => {
  await using project = await vitestProject({
    'vitest.config.mjs': vitestConfig(''),
    'pair.yml': PAIR,
    'solo.yml': SINGLE,
    'a.test.js': `${HEAD}remoteLab('./pair.yml', { reuse: true }); remoteLab('./solo.yml', { reuse: true });
      test('never runs', () => {});`,
  });
  const { exitCode, output } = await project.run();
  expect(output).toMatch(/a\.test\.js asks for a second lab, \.\/solo\.yml, beside \.\/pair\.yml/);
  expect(output).toMatch(/no tests|0 test/);
  expect(exitCode).toBe(1);
});

test('a test can have a lab of its own, and what it forgets is given back', async () => {
  await using server = await sharedServer();
  await using project = await vitestProject({
    'vitest.config.mjs': vitestConfig('fileParallelism: false'),
    'pair.yml': PAIR,
    'a.test.js': `${HEAD}let lab;
      beforeEach(async () => { lab = await getLab('./pair.yml', { reuse: false }); }, 60_000);
      afterEach(() => lab.release());
      test('one', () => { expect(lab.reused).toBe(false); });
      test('two', () => { expect(lab.reused).toBe(false); });`,
    'b.test.js': `${HEAD}test('three', async () => { await getLab('./pair.yml', { reuse: true }); }, 60_000);`,
    'c.test.js': `${HEAD}test('four', async () => { await getLab('./pair.yml', { reuse: false }); }, 60_000);`,
  });
  const { exitCode, output } = await project.run({ environment: { REMOTE_LAB_URL: server.url } });
  expect(output).toMatch(/Tests +4 passed/);
  expect(exitCode).toBe(0);
  expect(await server.isFree()).toBe(true);
});

test('where no test file uses a lab, nobody is asked for one', async () => {
  await using project = await vitestProject({
    'vitest.config.mjs': vitestConfig(''),
    'a.test.js': "import { test } from 'vitest'; test('adds up', () => {});",
  });
  const { exitCode, output } = await project.run({ environment: { REMOTE_LAB_URL: 'http://127.0.0.1:9' } });
  expect(output).toMatch(/Tests +1 passed/);
  expect(exitCode).toBe(0);
});
