import { describe, expect, test } from '@jest/globals';
import { entryPoints, specifier } from './entry-points.mjs';
import { fileProblems } from './file-problems.mjs';
import { manifestProblems } from './manifest-problems.mjs';
import { siblingClosure } from './sibling-closure.mjs';

const packed = ['LICENSE', 'README.md', 'package.json', 'dist/index.js', 'dist/index.d.ts'];
const manifest = {
  name: '@remote-lab/x',
  description: 'x',
  license: 'Apache-2.0',
  repository: {},
  exports: {
    '.': { '@remote-lab/source': './src/index.ts', types: './dist/index.d.ts', default: './dist/index.js' },
    './package.json': './package.json',
  },
  main: './dist/index.js',
  types: './dist/index.d.ts',
  engines: {},
  publishConfig: {},
  dependencies: { ajv: '^8.20.0' },
};

describe('fileProblems', () => {
  test('a good tarball has none', () => {
    expect(fileProblems(packed)).toEqual([]);
    expect(fileProblems([...packed, 'dist/testing.js', 'dist/store-contract/test-runner.js'])).toEqual([]);
  });

  test.each([
    'dist/index.test.js',
    'dist/test-fixtures/clock.js',
    'src/index.ts',
    'dist/testing/server.js',
    'dist/index.js.map',
    'dist/.tsbuildinfo',
    'jest.config.cjs',
  ])('%s does not belong in it', (file) => {
    expect(fileProblems([...packed, file])).toEqual([expect.stringContaining(file)]);
  });

  test.each(packed)('%s has to be in it', (file) => {
    expect(fileProblems(packed.filter((each) => each !== file))).toHaveLength(1);
  });
});

describe('manifestProblems', () => {
  test('a good manifest has none', () => {
    expect(manifestProblems(manifest, packed)).toEqual([]);
  });

  test('another licence', () => {
    expect(manifestProblems({ ...manifest, license: 'MIT' }, packed)).toEqual([
      expect.stringContaining('MIT'),
    ]);
  });

  test('an entry that is not packed', () => {
    const exports = { ...manifest.exports, './contract': { default: './dist/contract.js' } };
    expect(manifestProblems({ ...manifest, exports }, packed)).toEqual([
      expect.stringContaining('dist/contract.js'),
    ]);
  });

  test('a command that is not packed', () => {
    const bin = { x: './bin/x.js' };
    expect(manifestProblems({ ...manifest, bin }, packed)).toEqual([expect.stringContaining('bin/x.js')]);
  });

  test('a dependency that no registry has', () => {
    const dependencies = { '@remote-lab/topology': 'file:../topology' };
    expect(manifestProblems({ ...manifest, dependencies }, packed)).toEqual([
      expect.stringContaining('file:'),
    ]);
  });
});

describe('entryPoints', () => {
  test('conditions make a module, a path makes a file', () => {
    expect(entryPoints(manifest)).toEqual({ modules: ['.'], files: ['./package.json'] });
    expect(specifier('@remote-lab/x', '.')).toBe('@remote-lab/x');
    expect(specifier('@remote-lab/x', './contract')).toBe('@remote-lab/x/contract');
  });
});

describe('siblingClosure', () => {
  const all = [
    { name: 'server', manifest: { dependencies: { lab: '^1', express: '^5' } } },
    { name: 'lab', manifest: { dependencies: { topology: '^1' } } },
    { name: 'topology', manifest: { dependencies: { 'js-yaml': '^5' } } },
    { name: 'client', manifest: {} },
  ];

  test('follows siblings through siblings, and nothing else', () => {
    expect(siblingClosure('server', all)).toEqual(['lab', 'topology']);
    expect(siblingClosure('client', all)).toEqual([]);
  });
});
