/**
 * @typedef {object} Example
 * @property {string} folder below docs/examples
 * @property {boolean} [alone] whether it also works without a server
 * @property {string[]} [check] what is done once, before anything runs
 * @property {string[]} run the command that its README has
 * @property {RegExp[]} says what it prints
 * @property {number} labs how many labs are built when it runs
 */

/** @type {Example[]} */
export const exampleList = [
  {
    folder: 'script-js',
    run: ['npm', 'start'],
    says: [/^our turn$/m, /^r1 runs 4\.29/m, /^r2 runs 4\.29/m],
    labs: 1,
  },
  {
    folder: 'script-ts',
    check: ['npm', 'run', 'typecheck'],
    run: ['npm', 'start'],
    says: [/^r1 has 1 full adjacency$/m],
    labs: 1,
  },
  {
    folder: 'jest-cjs',
    alone: true,
    run: ['npm', 'test'],
    says: [/^Tests: +3 passed, 3 total$/m, /^Test Suites: 2 passed/m],
    labs: 1,
  },
  {
    folder: 'jest-esm-ts',
    alone: true,
    check: ['npm', 'run', 'typecheck'],
    run: ['npm', 'test'],
    says: [/^Tests: +4 passed, 4 total$/m],
    labs: 1,
  },
  {
    folder: 'jest-per-file',
    alone: true,
    run: ['npm', 'test'],
    says: [/^Tests: +5 passed, 5 total$/m, /^Test Suites: 4 passed/m],
    labs: 3,
  },
  {
    folder: 'jest-fake-network',
    alone: true,
    run: ['npm', 'test'],
    says: [/^Tests: +4 passed, 4 total$/m, /^Test Suites: 2 passed/m],
    labs: 0,
  },
  {
    folder: 'vitest',
    alone: true,
    check: ['npm', 'run', 'typecheck'],
    run: ['npm', 'test'],
    says: [/^ +Tests +4 passed \(4\)$/m],
    labs: 1,
  },
  {
    folder: 'curl',
    run: ['sh', 'use-lab.sh'],
    says: [/^our turn$/m, /^r1: ssh admin@127\.0\.0\.1 -p \d+ \(SSH-2\.0/m],
    labs: 1,
  },
];
