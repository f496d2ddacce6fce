import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { HTTP_ERRORS, OPTIONS } from '@remote-lab/lab-server';
import { isErrorCode, labStatusDto, parseWireBoolean, ROUTES } from '@remote-lab/protocol';
import { createTopologyBundle, readTopology } from '@remote-lab/topology';
import { withoutBlocks } from './test-fixtures/code-blocks';
import { readPages } from './test-fixtures/documentation';
import { markdownFiles, REPOSITORY } from './test-fixtures/repository';

const guides = readPages().filter(({ file }) => /^(README\.md|SECURITY\.md|docs\/)/.test(file));
const prose = (file: string): string => {
  const page = guides.find((each) => each.file === file);
  if (page === undefined) throw new Error(`There is no page ${file}.`);
  return withoutBlocks(file, page.text);
};
const every = (file: string, text: string, pattern: RegExp): string[][] =>
  [...withoutBlocks(file, text).matchAll(pattern)].map((match) => match.map(String));

describe('what the guides mention exists', () => {
  test.each(guides)('$file: options', ({ file, text }) => {
    const names: readonly string[] = OPTIONS.map(({ name }) => name);
    const mentioned = every(file, text, /`--([a-z-]+)/g).map(([, name = '']) => name);
    expect(mentioned.filter((name) => !names.includes(name))).toEqual([]);
  });

  test.each(guides)('$file: operations', ({ file, text }) => {
    const known = Object.values(ROUTES).map(
      ({ method, path }) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`,
    );
    const mentioned = every(file, text, /`(GET|POST|PUT|DELETE) (\/[^`?]*)/g).map(
      ([, method = '', path = '']) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`,
    );
    expect(mentioned.filter((operation) => !known.includes(operation))).toEqual([]);
  });

  test.each(guides)('$file: codes, with the status they come with', ({ file, text }) => {
    const wrong = every(file, text, /\b([45]\d\d) `([a-z_]+)`/g).filter(
      ([, status, code]) => !isErrorCode(code) || HTTP_ERRORS[code].status !== Number(status),
    );
    expect(wrong).toEqual([]);
  });
});

test.each(readPages())('$file: npm scripts exist', ({ text }) => {
  const { scripts } = JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const mentioned = [...text.matchAll(/\bnpm (?:run ([\w:]+)|(test|start)\b)/g)].map(([, run, own]) =>
    String(run ?? own),
  );
  expect(mentioned.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
});

test('docs/lab-lifecycle.md lists the states of a lab, in their order', () => {
  const [, table = ''] = /## States([^]*?)\n## /.exec(prose('docs/lab-lifecycle.md')) ?? [];
  const states = [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, state]) => state);
  expect(labStatusDto.schema).toMatchObject({ properties: { state: { enum: states } } });
});

test('docs/rest-api.md: the words for yes and no', () => {
  const [, row = ''] = /^\| `reuse` \|(.*)\|$/m.exec(prose('docs/rest-api.md')) ?? [];
  const [, yes = '', no = ''] = /: (.*), or (.*?) *$/.exec(row) ?? [];
  const words = (list: string): (boolean | undefined)[] =>
    list.split(', ').map((word) => parseWireBoolean(word.replaceAll('`', '')));
  expect(words(yes)).toEqual([true, true, true, true]);
  expect(words(no)).toEqual([false, false, false, false]);
});

describe('docs/topology-format.md', () => {
  const bytes = Buffer.from('defaults.device: frr\nprovider: clab\nnodes: [r1, r2]\nlinks: [r1-r2, r1]\n');
  const bundle = createTopologyBundle({ topology: { path: 'two.yml', content: bytes }, extraFiles: [] });

  test('the pools that addresses come from', () => {
    const pools = new Map(
      [...prose('docs/topology-format.md').matchAll(/^\| `(\w+)` \| ([\d.]+)\/\d+ \| (\d*) *\|/gm)].map(
        ([, name, network, length]) => [name, `${network}/${length}`],
      ),
    );
    const { links, nodes } = readTopology(bundle);
    expect(links.map(({ type, ipv4 }) => [type, ipv4])).toEqual([
      ['p2p', pools.get('p2p')],
      ['stub', pools.get('lan')],
    ]);
    expect(nodes[0]?.loopback?.ipv4).toBe(pools.get('loopback')?.replace('.0/', '.1/'));
  });

  test('the identity is what sha256sum prints', () => {
    expect(bundle.identity).toBe(createHash('sha256').update(bytes).digest('hex'));
  });
});

describe('docs/architecture.md', () => {
  const text = readFileSync(join(REPOSITORY, 'docs/architecture.md'), 'utf8');
  const projects = markdownFiles()
    .flatMap((file) => /^((?:libs|apps)\/[^/]+)\/README\.md$/.exec(file)?.[1] ?? [])
    .map((folder) => ({ folder, ...dependenciesOf(folder) }));

  test('the arrows are the dependencies of the packages', () => {
    const [, graph = ''] = /```mermaid\nflowchart TD\n([^]*?)```/.exec(text) ?? [];
    const drawn = [...graph.matchAll(/^ +(\S+) --> (.*)$/gm)].flatMap(([, from = '', to = '']) =>
      to.split(' & ').map((each) => `${from} --> ${each}`),
    );
    const real = projects.flatMap(({ name, needs }) => needs.map((each) => `${name} --> ${each}`));
    expect(drawn.sort()).toEqual(real.sort());
  });

  test('the projects are those there are', () => {
    for (const { folder } of projects) expect(text).toContain(`| [${folder}](../${folder}/README.md) |`);
    expect(text.match(/^\| \[(libs|apps)\//gm)).toHaveLength(projects.length);
  });
});

function dependenciesOf(folder: string): { readonly name: string; readonly needs: readonly string[] } {
  const manifest = JSON.parse(readFileSync(join(REPOSITORY, folder, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly dependencies?: Readonly<Record<string, string>>;
  };
  const short = (name: string): string => name.replace('@remote-lab/', '');
  const needs = Object.keys(manifest.dependencies ?? {}).filter((name) => name.startsWith('@remote-lab/'));
  return { name: short(manifest.name), needs: needs.map(short) };
}
