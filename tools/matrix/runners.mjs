/**
 * @typedef {object} Runner
 * @property {string} name
 * @property {Record<string, string>} devDependencies
 * @property {Record<string, string>} files of the project, by name; beside them come the topologies
 * @property {string} testExtension
 * @property {string} testHead what a test file begins with
 * @property {string} program the runner's own, below node_modules; a signal for it must not end at npm
 * @property {string[]} args
 * @property {string[]} bail arguments that stop the run at the first failure
 * @property {string[]} plainOrder arguments that leave the order of files to the runner
 */

const jestFiles = {
  'jest.config.js': `module.exports = { preset: 'jest-remote-lab', maxWorkers: 1 };\n`,
};
const jest = {
  files: jestFiles,
  testExtension: 'test.js',
  testHead: `const { lab, remoteLab } = require('jest-remote-lab');
const { existsSync, writeFileSync } = require('node:fs');
const { connect } = require('node:net');`,
  program: 'jest/bin/jest.js',
  args: [],
  bail: ['--bail'],
  plainOrder: ['--testSequencer=@jest/test-sequencer'],
};

/** @type {Runner[]} */
export const runners = [
  {
    ...jest,
    name: 'Jest 29',
    devDependencies: { jest: '^29.7.0', 'jest-remote-lab': '*', '@remote-lab/lab-server': '*' },
  },
  {
    ...jest,
    name: 'Jest 30',
    devDependencies: { jest: '^30.0.0', 'jest-remote-lab': '*', '@remote-lab/lab-server': '*' },
  },
  {
    name: 'Vitest 4',
    devDependencies: { vitest: '^4.0.0', 'vitest-remote-lab': '*', '@remote-lab/lab-server': '*' },
    files: {
      'vitest.config.mjs': `import { LabSequencer } from 'vitest-remote-lab/sequencer';

export default {
  test: {
    globalSetup: 'vitest-remote-lab/global-setup',
    fileParallelism: false,
    sequence: process.env.PLAIN_ORDER ? {} : { sequencer: LabSequencer },
  },
};
`,
    },
    testExtension: 'test.mjs',
    testHead: `import { expect, test } from 'vitest';
import { lab, remoteLab } from 'vitest-remote-lab';
import { existsSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';`,
    program: 'vitest/vitest.mjs',
    args: ['run'],
    bail: ['--bail=1'],
    plainOrder: [],
  },
];
