import { existsSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readPages } from './test-fixtures/documentation';
import { anchors, linkTargets } from './test-fixtures/links';
import { REPOSITORY } from './test-fixtures/repository';

const pages = readPages();
const anchorsOf = new Map(pages.map(({ file, text }) => [file, anchors(file, text)]));

describe('every link leads somewhere', () => {
  test.each(pages)('$file', ({ file, text }) => {
    expect(linkTargets(file, text).flatMap((target) => problem(file, target))).toEqual([]);
  });

  test('there are links to check', () => {
    expect(pages.flatMap(({ file, text }) => linkTargets(file, text)).length).toBeGreaterThan(60);
  });
});

test('every guide is reached from the README', () => {
  const reached = new Set(['README.md']);
  for (const file of reached) {
    const page = pages.find((each) => each.file === file);
    for (const target of page === undefined ? [] : linkTargets(file, page.text)) {
      const next = resolveLink(file, target);
      if (next?.path.endsWith('.md')) reached.add(next.path);
    }
  }
  const guides = pages.map(({ file }) => file).filter((file) => /^(docs\/|[^/]+$)/.test(file));
  expect(guides.filter((file) => !reached.has(file))).toEqual([]);
});

describe('how links and anchors are read', () => {
  test('links in code are none', () => {
    expect(linkTargets('page.md', '[a](b.md) `[c](d.md)`\n\n```text\n[e](f.md)\n```\n\n[g]: <h.md>')).toEqual(
      ['b.md', 'h.md'],
    );
  });

  test('anchors are made as GitHub makes them', () => {
    const page = '# A Word, `code` & more\n## Twice\n## Twice\n### GET /lab/{id}\n```sh\n# none\n```\n';
    expect([...anchors('page.md', page)]).toEqual(['a-word-code--more', 'twice', 'twice-1', 'get-labid']);
  });

  test('what leads nowhere is found', () => {
    expect(problem('README.md', 'docs/nowhere.md')).toHaveLength(1);
    expect(problem('README.md', 'docs/glossary.md#nowhere')).toHaveLength(1);
    expect(problem('docs/glossary.md', '../../etc/passwd')).toHaveLength(1);
    expect(problem('README.md', 'http://example.com')).toHaveLength(1);
    expect(problem('docs/glossary.md', '#lab')).toEqual([]);
  });
});

function problem(file: string, target: string): string[] {
  if (/^(https|mailto):/.test(target)) return [];
  const link = resolveLink(file, target);
  if (link === undefined) return [`${target}: neither https nor a path inside the repository`];
  if (!existsSync(join(REPOSITORY, link.path))) return [`${target}: no such file`];
  if (link.anchor === '' || statSync(join(REPOSITORY, link.path)).isDirectory()) return [];
  return anchorsOf.get(link.path)?.has(link.anchor) === true ? [] : [`${target}: no such heading`];
}

function resolveLink(
  file: string,
  target: string,
): { readonly path: string; readonly anchor: string } | undefined {
  if (/^[a-z]+:/.test(target)) return undefined;
  const [path = '', anchor = ''] = target.split('#');
  const resolved = path === '' ? file : normalize(join(dirname(file), decodeURI(path)));
  const inside = relative(REPOSITORY, join(REPOSITORY, resolved));
  return inside.startsWith('..') ? undefined : { path: resolved.split(sep).join('/'), anchor };
}
