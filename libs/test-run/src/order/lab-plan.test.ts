import { expect, test } from '@jest/globals';
import { tempFolder } from '../test-fixtures/temp-folder';
import { labPlan } from './lab-plan';

const USE = "import { remoteLab } from 'jest-remote-lab';\n";

test('files whose topologies have the same content have the same lab, wherever these lie', async () => {
  await using folder = await tempFolder({
    'a/one.test.ts': `${USE}remoteLab('./pair.yml', { reuse: true });`,
    'a/pair.yml': 'nodes: [r1, r2]\n',
    'b/two.test.ts': `${USE}remoteLab('../labs/same.yml', { reuse: false });`,
    'labs/same.yml': 'nodes: [r1, r2]\n',
    'b/three.test.ts': `${USE}remoteLab('../labs/other.yml', { reuse: true });`,
    'labs/other.yml': 'nodes: [r1]\n',
    'b/four.test.ts': `${USE}remoteLab('../labs/missing.yml', { reuse: true });`,
    'b/five.test.ts': 'test("nothing", () => {});',
  });
  const files = ['a/one', 'b/two', 'b/three', 'b/four', 'b/five'].map((name) =>
    folder.file(`${name}.test.ts`),
  );
  const [one, two, three, four, five] = await labPlan(files);
  expect(one?.lab).toBe(two?.lab);
  expect([one?.fresh, two?.fresh]).toEqual([false, true]);
  expect(new Set([one?.lab, three?.lab, four?.lab]).size).toBe(3);
  expect(five).toEqual({ file: files[4], usesLab: false, fresh: false });
});

test('what a test file imports is followed, also in circles, and in the ways of TypeScript', async () => {
  await using folder = await tempFolder({
    'a.test.ts': "import './support/devices.js';",
    'support/devices.ts': "import '../deep';\nimport './devices';",
    'deep/index.ts': `import '../support/devices';\n${USE}export const lab = remoteLab('./pair.yml', { reuse: true });`,
    'b.test.ts': "import './deep/other';",
    'deep/other.ts': '',
    'pair.yml': 'nodes: [r1]\n',
  });
  const [a, b] = await labPlan([folder.file('a.test.ts'), folder.file('b.test.ts')]);
  expect(a).toMatchObject({ usesLab: true, lab: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(b).toMatchObject({ usesLab: false });
});
