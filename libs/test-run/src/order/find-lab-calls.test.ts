import { describe, expect, test } from '@jest/globals';
import { findLabCalls } from './find-lab-calls';

test.each([
  "import { lab } from 'jest-remote-lab';",
  "const { lab } = require('vitest-remote-lab');",
  'const { lab } = await import("jest-remote-lab");',
  "import { createLabApi } from '@remote-lab/test-run';",
  '/** @remote-lab */\nimport { ask } from "@/devices";',
  '/**\n * Neighbours.\n * @remote-lab labs/pair.yml\n */\n',
])('uses a lab: %s', (text) => {
  expect(findLabCalls(text).usesLab).toBe(true);
});

test.each([
  "import { test } from '@jest/globals';",
  "// import { lab } from 'jest-remote-lab';",
  "/* import { lab } from 'jest-remote-lab'; */",
  "import { x } from 'not-jest-remote-lab';",
  '/** see @remote-lab/client */',
])('uses none: %s', (text) => {
  expect(findLabCalls(text).usesLab).toBe(false);
});

describe('topologies', () => {
  test.each([
    ["remoteLab('./a.yml', { reuse: true })", [{ path: './a.yml', fresh: false }]],
    [
      'remoteLab(\n  "labs/a.YAML",\n  { extraFiles: [], reuse: false },\n)',
      [{ path: 'labs/a.YAML', fresh: true }],
    ],
    ['await getLab(`a.yml`, { reuse: false })', [{ path: 'a.yml', fresh: true }]],
    ['remoteLab(`${folder}/a.yml`, { reuse: true })', []],
    ['remoteLab(TOPOLOGY, { reuse: true })', []],
    ["// remoteLab('./a.yml', { reuse: true })", []],
    ['/** @remote-lab labs/a.yml */', [{ path: 'labs/a.yml', fresh: false }]],
  ])('of %s', (text, topologies) => {
    expect(findLabCalls(text).topologies).toEqual(topologies);
  });
});

test('files that it imports are found in every form, packages are not', () => {
  const text = [
    "import a from './a';",
    "export * from '../b.js';",
    "import './c';",
    "const d = require('./d');",
    "const e = await import('./e.mjs');",
    "import path from 'node:path';",
    "import axios from 'axios';",
  ].join('\n');
  expect(findLabCalls(text).imports).toEqual(['./a', '../b.js', './c', './d', './e.mjs']);
});
