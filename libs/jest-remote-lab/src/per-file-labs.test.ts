import { expect, test } from '@jest/globals';
import { jestProject } from './test-fixtures/jest-project';
import { sharedServer } from './test-fixtures/shared-server';
import { PAIR, SINGLE } from './test-fixtures/topologies';

const PRESET = "module.exports = { preset: 'jest-remote-lab', transform: {} };";

function testFile(topology: string): string {
  return `const { remoteLab } = require('jest-remote-lab');
    const lab = remoteLab('${topology}', { reuse: true });
    beforeAll(() => { process.stderr.write('generation ' + lab.generation + '.\\n'); });
    test('is there', () => { expect(lab.device('r1').platform).toBe('arista_eos'); });`;
}

/** By name, they would alternate between two labs. */
const ALTERNATING = {
  'labs/pair.yml': PAIR,
  'labs/single.yml': SINGLE,
  'a.test.js': testFile('./labs/pair.yml'),
  'b.test.js': testFile('./labs/single.yml'),
  'c.test.js': testFile('./labs/pair.yml'),
  'd.test.js': testFile('./labs/single.yml'),
  'by-name.js': `const { createRequire } = require('node:module');
    const Sequencer = createRequire(require.resolve('@jest/core'))('@jest/test-sequencer').default;
    module.exports = class extends Sequencer {
      sort(tests) { return [...tests].sort((a, b) => a.path.localeCompare(b.path)); }
    };`,
};

function labsBuilt(output: string): number {
  return new Set([...output.matchAll(/generation (\d+)\./g)].map(([, generation]) => generation)).size;
}

test('with the sequencer each lab is built once, and without it Jest says what it costs', async () => {
  await using server = await sharedServer();
  await using project = await jestProject({ 'jest.config.js': PRESET, ...ALTERNATING });
  const environment = { REMOTE_LAB_URL: server.url };
  const ordered = await project.run({ args: ['--runInBand'], environment });
  expect(ordered.output).toMatch(/Tests: +4 passed/);
  expect(labsBuilt(ordered.output)).toBe(2);
  expect(ordered.output).not.toContain('built once more');
  expect(await server.isFree()).toBe(true);

  const args = ['--runInBand', '--testSequencer', '<rootDir>/by-name.js'];
  const unordered = await project.run({ args, environment });
  expect(unordered.output).toMatch(/Tests: +4 passed/);
  expect(labsBuilt(unordered.output)).toBe(4);
  expect(unordered.output).toMatch(
    /remote-lab: c\.test\.js needs \.\/labs\/pair\.yml again, .* Set testSequencer: 'jest-remote-lab\/sequencer'/,
  );
});

test('several workers are warned that they will wait for each other, and do', async () => {
  await using project = await jestProject({ 'jest.config.js': PRESET, ...ALTERNATING });
  const { exitCode, output } = await project.run({ args: ['--maxWorkers=2'] });
  expect(output).toMatch(
    /remote-lab: 4 test files use 2 labs, and up to 2 workers run them: .*maxWorkers: 1/,
  );
  expect(output).toMatch(/Tests: +4 passed/);
  expect(exitCode).toBe(0);
});

test('a second lab in a file is refused while it is collected, before any lab is touched', async () => {
  await using server = await sharedServer();
  await using project = await jestProject({
    'jest.config.js': PRESET,
    'labs/pair.yml': PAIR,
    'labs/single.yml': SINGLE,
    'a.test.js': `const { remoteLab } = require('jest-remote-lab');
      remoteLab('./labs/pair.yml', { reuse: true });
      remoteLab('./labs/single.yml', { reuse: true });
      test('never runs', () => {});`,
  });
  const { exitCode, output } = await project.run({ environment: { REMOTE_LAB_URL: server.url } });
  expect(output).toMatch(
    /a\.test\.js asks for a second lab, \.\/labs\/single\.yml, beside \.\/labs\/pair\.yml/,
  );
  expect(output).toMatch(/Test suite failed to run/);
  expect(exitCode).toBe(1);
  expect(await server.isFree()).toBe(true);
});

test('a shard runs its part of the tests, and getLab gives a test a lab of its own', async () => {
  await using project = await jestProject({
    'jest.config.js': PRESET,
    'pair.yml': PAIR,
    'a.test.js': `const { getLab } = require('jest-remote-lab');
      let lab;
      beforeEach(async () => { lab = await getLab('./pair.yml', { reuse: false }); }, 60_000);
      afterEach(() => lab.release());
      test('one', () => { expect(lab.reused).toBe(false); });
      test('two', () => { expect(lab.reused).toBe(false); });`,
    'b.test.js': "test('three', () => {});",
  });
  const parts = await Promise.all(['1/2', '2/2'].map((shard) => project.run({ args: [`--shard=${shard}`] })));
  const passed = parts.map(({ output }) => Number(/Tests: +(\d+) passed/.exec(output)?.[1]));
  expect(passed.sort()).toEqual([1, 2]);
});
