import { beforeAll, describe, expect, test } from '@jest/globals';
import { isKind } from './test-fixtures/block-kinds';
import type { CodeBlock } from './test-fixtures/code-blocks';
import { readPages } from './test-fixtures/documentation';
import { PRELUDES } from './test-fixtures/preludes';
import { isGuide } from './test-fixtures/repository';
import { typeErrors } from './test-fixtures/type-check';

const scripts = readPages().flatMap(({ blocks }) => blocks.filter((block) => isKind(block, 'script')));

test('there are scripts of guides and of packages', () => {
  expect(new Set(scripts.map(({ file }) => isGuide(file)))).toEqual(new Set([true, false]));
});

describe('the compiler reads every TypeScript block', () => {
  const mistaken: CodeBlock = {
    file: 'README.md',
    line: 10_000,
    language: 'ts',
    note: undefined,
    text: "import { RemoteLabClient } from '@remote-lab/client';\nawait RemoteLabClient.conect();",
  };
  const typed = scripts.filter(({ language }) => language === 'ts');
  let errors: readonly string[];
  beforeAll(() => {
    errors = typeErrors([
      ...typed.map((block) => ({ block, prelude: PRELUDES[block.file] ?? '' })),
      { block: mistaken, prelude: '' },
    ]);
  });

  test('and finds a mistake on its line', () => {
    expect(errors).toContainEqual(expect.stringMatching(/^README\.md:10002: .*conect/));
  });

  test('and finds none in the documentation', () => {
    expect(errors.filter((error) => !error.startsWith('README.md:10002:'))).toEqual([]);
  });
});
