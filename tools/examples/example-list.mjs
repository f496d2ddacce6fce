/**
 * @typedef {object} Example
 * @property {string} folder below docs/examples
 * @property {boolean} [alone] whether it also works without a server
 * @property {{ command: string[], says: RegExp[] }[]} runs one after the other; what each prints
 * @property {number} labs how many labs are built when it runs
 */

/** @type {Example[]} */
export const exampleList = [
  {
    folder: 'script-js',
    runs: [{ command: ['npm', 'start'], says: [/^our turn$/m, /^r1 runs 4\.29/m, /^r2 runs 4\.29/m] }],
    labs: 1,
  },
  {
    folder: 'script-ts',
    runs: [
      { command: ['npm', 'run', 'typecheck'], says: [] },
      { command: ['npm', 'start'], says: [/^r1 has 1 full adjacency$/m] },
    ],
    labs: 1,
  },
  {
    folder: 'jest-cjs',
    alone: true,
    runs: [{ command: ['npm', 'test'], says: [/^Tests: +3 passed, 3 total$/m, /^Test Suites: 2 passed/m] }],
    labs: 1,
  },
  {
    folder: 'jest-esm-ts',
    alone: true,
    runs: [
      { command: ['npm', 'run', 'typecheck'], says: [] },
      { command: ['npm', 'test'], says: [/^Tests: +4 passed, 4 total$/m] },
    ],
    labs: 1,
  },
  {
    folder: 'jest-per-file',
    alone: true,
    runs: [{ command: ['npm', 'test'], says: [/^Tests: +5 passed, 5 total$/m, /^Test Suites: 4 passed/m] }],
    labs: 3,
  },
  {
    folder: 'vitest',
    alone: true,
    runs: [
      { command: ['npm', 'run', 'typecheck'], says: [] },
      { command: ['npm', 'test'], says: [/^ +Tests +4 passed \(4\)$/m] },
    ],
    labs: 1,
  },
  {
    folder: 'curl',
    runs: [
      {
        command: ['sh', 'use-lab.sh'],
        says: [/^our turn$/m, /^r1: ssh admin@127\.0\.0\.1 -p \d+ \(SSH-2\.0/m],
      },
    ],
    labs: 1,
  },
];
