import { describe, expect, test } from '@jest/globals';
import type { ConfigTree } from './config-tree';
import { leaf } from './config-tree';
import { deletePath, findNode, setPath } from './edit-path';
import { parseBraces } from './parse-braces';
import type { PathEdit } from './path-edits';
import { deleteEdit, setEdit } from './path-edits';
import { pathSchema } from './path-schema';
import { printBraces, printPaths } from './print-braces';
import { resolvePath } from './resolve-path';

const schema = pathSchema(
  [
    'system / host-name <name>',
    'system / services / ssh',
    'interfaces / <interface> / description <text>',
    'interfaces / <interface> / disable',
    'interfaces / <interface> / mtu <mtu:256-9192>',
    'interfaces / <interface> / unit <unit:0-16385> / family inet / address <prefix> / primary',
    'interfaces / <interface> / unit <unit:0-16385> / family inet6 / address <prefix>',
    'policy / export <policy>*',
    'snmp / <rule...>*',
  ],
  { prefix: (typed) => (/^[\d.:a-f]+\/\d+$/.test(typed) ? typed : undefined) },
);
const words = (line: string) => (line.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', ''));

function edited(...lines: readonly string[]): ConfigTree {
  return lines.reduce<ConfigTree>((tree, line) => {
    const [verb, ...path] = words(line);
    const resolved = resolvePath(schema, path);
    if (resolved.kind !== 'path') throw new Error(`${line}: ${resolved.kind}`);
    const way = resolved.ways.at(-1) ?? [];
    if (verb === 'delete') return deletePath(tree, way, resolved.partial);
    return resolved.ways.reduce((made, one) => setPath(schema, made, one), tree);
  }, []);
}
const flat = (tree: ConfigTree) => printPaths(tree, 'set');

describe('resolvePath', () => {
  const kindOf = (line: string) => {
    const resolved = resolvePath(schema, words(line));
    return resolved.kind === 'path' ? (resolved.partial ?? 'path') : `${resolved.kind} ${resolved.at}`;
  };

  test('takes abbreviations and writes them out', () => {
    expect(flat(edited('set int ge-0/0/0 u 0 family inet a 10.0.0.1/24'))).toEqual([
      'set interfaces ge-0/0/0 unit 0 family inet address 10.0.0.1/24',
    ]);
  });

  test('says which word it does not know, and why', () => {
    expect(kindOf('interfaces ge-0/0/0 color red')).toBe('unknown 2');
    expect(kindOf('interfaces ge-0/0/0 mtu 12')).toBe('unknown 3');
    expect(kindOf('interfaces ge-0/0/0 unit 0 family inet address 10.0.0.1')).toBe('unknown 7');
    expect(kindOf('s')).toBe('ambiguous 0');
  });

  test('says what is left unsaid', () => {
    expect(kindOf('interfaces ge-0/0/0')).toBe('path');
    expect(kindOf('interfaces ge-0/0/0 description')).toBe('description');
    expect(kindOf('interfaces ge-0/0/0 unit 0 family')).toBe('family');
  });

  test('one line may name several settings of one node', () => {
    expect(flat(edited('set interfaces ge-0/0/0 mtu 9000 disable description "to r2"'))).toEqual([
      'set interfaces ge-0/0/0 description "to r2"',
      'set interfaces ge-0/0/0 disable',
      'set interfaces ge-0/0/0 mtu 9000',
    ]);
  });
});

describe('setPath', () => {
  test('a value replaces the one there, an entry stands beside others', () => {
    expect(flat(edited('set system host-name a', 'set system host-name b'))).toEqual([
      'set system host-name b',
    ]);
    expect(flat(edited('set policy export A', 'set policy export B', 'set policy export A'))).toEqual([
      'set policy export A',
      'set policy export B',
    ]);
  });

  test('siblings stand in the order of the language, those of a kind in the order they came', () => {
    const tree = edited(
      'set snmp community x',
      'set interfaces b disable',
      'set system host-name a',
      'set interfaces a',
    );
    expect(flat(tree)).toEqual([
      'set system host-name a',
      'set interfaces b disable',
      'set interfaces a',
      'set snmp community x',
    ]);
  });

  test('what is there already changes nothing', () => {
    const tree = edited('set interfaces a unit 0 family inet address 10.0.0.1/24');
    const again = resolvePath(schema, words('interfaces a unit 0 family inet address 10.0.0.1/24'));
    expect(again.kind === 'path' && setPath(schema, tree, again.ways[0] ?? [])).toBe(tree);
  });
});

describe('deletePath', () => {
  const lines = [
    'set interfaces a unit 0 family inet address 10.0.0.1/24',
    'set interfaces a unit 0 family inet address 10.0.0.2/24',
    'set interfaces a description x',
    'set system services ssh',
  ];

  test('takes away a value without naming it, and all entries of a kind', () => {
    expect(flat(edited(...lines, 'delete interfaces a description'))).not.toContain(
      'set interfaces a description x',
    );
    expect(flat(edited(...lines, 'delete interfaces a unit 0 family inet address'))).toContain(
      'set interfaces a unit 0 family inet',
    );
  });

  test('containers that were only there for it go, those that mean something stay', () => {
    const tree = edited(...lines, 'delete system services ssh', 'delete interfaces a unit 0 family inet');
    expect(findNode(tree, ['system'])).toBeUndefined();
    expect(findNode(tree, ['interfaces', 'a', 'unit 0'])).toEqual({ text: 'unit 0', children: [] });
  });

  test('what is not there cannot go', () => {
    const tree = edited(...lines);
    const path = resolvePath(schema, words('interfaces b'));
    expect(path.kind === 'path' && deletePath(tree, path.ways[0] ?? [])).toBe(tree);
  });
});

describe('edits within open sections', () => {
  const context = ['interfaces', 'ge-0/0/0', 'unit 0'];
  const apply = (tree: ConfigTree, edit: PathEdit) =>
    edit.kind === 'edit' ? edit.edit(tree) : [leaf(`${edit.kind} ${edit.at}`)];
  const tree = edited(
    'set interfaces ge-0/0/0 unit 0 family inet address 10.0.0.1/24',
    'set interfaces ge-0/0/0 mtu 1500',
  );

  test('paths begin there', () => {
    const address = words('family inet address 10.0.0.2/24');
    expect(apply(tree, deleteEdit(schema, context, address))).toBe(tree);
    expect(flat(apply(tree, setEdit(schema, context, address)))).toContain(
      'set interfaces ge-0/0/0 unit 0 family inet address 10.0.0.2/24',
    );
  });

  test('deleting nothing in particular empties the section, if it is there', () => {
    const emptied = apply(tree, deleteEdit(schema, context, []));
    expect(flat(emptied)).toEqual(['set interfaces ge-0/0/0 mtu 1500', 'set interfaces ge-0/0/0 unit 0']);
    expect(apply(tree, deleteEdit(schema, ['interfaces', 'ge-0/0/1'], []))).toBe(tree);
  });

  test('what is wrong is counted from the first word typed', () => {
    expect(setEdit(schema, context, words('family inet color'))).toEqual({ kind: 'unknown', at: 2 });
    expect(setEdit(schema, context, words('family inet address'))).toEqual({ kind: 'incomplete', at: 3 });
  });
});

describe('braces', () => {
  const tree = edited(
    'set system host-name r1',
    'set interfaces ge-0/0/0 description "a [b]; {c}"',
    'set interfaces ge-0/0/0 unit 0 family inet address 10.0.0.1/24',
    'set policy export A',
    'set policy export B',
  );
  const style = { terminator: ';', bareWhenEmpty: true };

  test('are printed', () => {
    expect(printBraces(tree, style).slice(0, 10)).toEqual([
      'system {',
      '    host-name r1;',
      '}',
      'interfaces {',
      '    ge-0/0/0 {',
      '        description "a [b]; {c}";',
      '        unit 0 {',
      '            family inet {',
      '                address 10.0.0.1/24;',
      '            }',
    ]);
  });

  test.each([style, {}])('what is printed reads as the same paths (%j)', (printed) => {
    const parsed = parseBraces(printBraces(tree, printed).join('\n'));
    const again =
      parsed.kind === 'paths' ? parsed.paths.map((path) => `set ${path.map((w) => `"${w}"`).join(' ')}`) : [];
    expect(edited(...again)).toEqual(tree);
  });

  test('lists, comments and empty sections are read, and nonsense is refused with its line', () => {
    expect(parseBraces('/* why\n */ policy { export [ A B ]; } ## note\nunit 0 { }')).toEqual({
      kind: 'paths',
      paths: [
        ['policy', 'export', 'A'],
        ['policy', 'export', 'B'],
        ['unit', '0'],
      ],
    });
    expect(parseBraces('a {\n b;\n}\n}')).toEqual({ kind: 'error', line: 4, word: '}' });
    expect(parseBraces('a {\n b;')).toEqual({ kind: 'error', line: 2, word: '' });
    expect(parseBraces('a [ b; ]')).toEqual({ kind: 'error', line: 1, word: ';' });
    expect(parseBraces('a "b')).toEqual({ kind: 'error', line: 1, word: '"' });
  });
});
