import { describe, expect, test } from '@jest/globals';
import { blockKind, isKind } from './test-fixtures/block-kinds';
import { type CodeBlock, codeBlocks, place } from './test-fixtures/code-blocks';
import { readPages } from './test-fixtures/documentation';
import { outputPattern } from './test-fixtures/output-pattern';

const pages = readPages();

test('there is documentation to check', () => {
  expect(pages.map(({ file }) => file)).toEqual(
    expect.arrayContaining(['README.md', 'CONTRIBUTING.md', 'docs/rest-api.md', 'libs/client/README.md']),
  );
  const runs = pages.flatMap(({ blocks }) => blocks).filter((block) => isKind(block, 'shell'));
  expect(runs.length).toBeGreaterThan(8);
});

describe('every block is checked by something, or says why not', () => {
  test.each(pages.filter(({ blocks }) => blocks.length > 0))('$file', ({ blocks }) => {
    const problems = blocks.flatMap((block) => {
      const kind = blockKind(block);
      return 'problem' in kind ? [`${place(block)}: ${kind.problem}`] : [];
    });
    expect(problems).toEqual([]);
  });

  test.each(pages.filter(({ blocks }) => blocks.length > 0))(
    '$file: outputs follow what prints them',
    ({ blocks }) => {
      const orphans = blocks.filter((block, index) => {
        const before = blocks[index - 1];
        if (isKind(block, 'output'))
          return before === undefined || !(isKind(before, 'shell') || isKind(before, 'script'));
        if (isKind(block, 'problems')) return before === undefined || !isKind(before, 'refused-topology');
        return false;
      });
      expect(orphans.map(place)).toEqual([]);
    },
  );

  test('diagrams are of a kind that is drawn', () => {
    const diagrams = pages.flatMap(({ blocks }) => blocks).filter((block) => isKind(block, 'diagram'));
    for (const { text } of diagrams)
      expect(text).toMatch(/^(sequenceDiagram|stateDiagram-v2|flowchart TD)\n/);
  });
});

describe('how blocks are read', () => {
  const read = (...lines: string[]): readonly CodeBlock[] => codeBlocks('page.md', lines.join('\n'));

  test('with language, line and the note before them', () => {
    expect(read('text', '', '<!-- block: schema ErrorDto -->', '', '```json', '{}', '```')).toEqual([
      {
        file: 'page.md',
        line: 5,
        language: 'json',
        note: { word: 'schema', rest: 'ErrorDto' },
        text: '{}',
      },
    ]);
  });

  test('without the indentation of a list', () => {
    expect(read('- so:', '', '  ```sh', '  true', '    false', '  ```')).toMatchObject([
      { language: 'sh', text: 'true\n  false', note: undefined },
    ]);
  });

  test('a fence inside a longer one is text', () => {
    expect(read('````text', '```sh', '```', '````')).toMatchObject([
      { language: 'text', text: '```sh\n```' },
    ]);
  });

  test('a block that is not closed is a mistake', () => {
    expect(() => read('```sh', 'true')).toThrow('page.md:1');
  });

  test.each([
    ['a language nobody checks', '', 'ini', 'nothing checks'],
    ['a block without a language', '', '', 'nothing checks'],
    ['a reason that is none', '<!-- block: not-run x -->', 'sh', 'no reason'],
    ['a note that means nothing', '<!-- block: schema ErrorDto -->', 'sh', 'means nothing'],
  ])('%s is a problem', (_, note, language, words) => {
    const [block] = read(note, `\`\`\`${language}`, '```');
    expect(block && blockKind(block)).toMatchObject({ problem: expect.stringContaining(words) });
  });
});

describe('documented output', () => {
  test('… stands for anything in a line, or for lines', () => {
    expect('port 41000 (x)\n').toMatch(outputPattern('port … (x)'));
    expect('a\nb\nc\nd\n').toMatch(outputPattern('a\n…\nd\n'));
    expect('a  \nb\n').toMatch(outputPattern('a\nb'));
  });

  test('everything else is meant as it is', () => {
    expect('port 41000 (x)\n').not.toMatch(outputPattern('port … (y)'));
    expect('a\nb\n').not.toMatch(outputPattern('a'));
    expect('a\nb\n').not.toMatch(outputPattern('a…'));
  });
});
