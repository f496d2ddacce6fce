import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { createTopologyBundle, hasTopologyExtension } from './create-topology-bundle';
import type { BundleFile } from './topology-bundle';

const file = (path: string, content = ''): BundleFile => ({ path, content: Buffer.from(content) });
const bundle = (topology: BundleFile, ...extraFiles: BundleFile[]) =>
  createTopologyBundle({ topology, extraFiles });
const identity = (topology: BundleFile, ...extraFiles: BundleFile[]) =>
  bundle(topology, ...extraFiles).identity;

describe('the extension of a topology', () => {
  test.each(['a.yml', 'a.yaml', 'a.YML', 'A.Yaml', 'x/y.yml', 'a.b.yml', '.yml'])(
    'may be that of %j',
    (name) => {
      expect(hasTopologyExtension(name)).toBe(true);
    },
  );

  test.each(['a.json', 'a.yml.txt', 'a', 'yml', 'a.yaml ', 'ayml', 'a.yyml'])(
    'may not be that of %j',
    (name) => {
      expect(hasTopologyExtension(name)).toBe(false);
      expect(() => bundle(file(name))).toThrow(expect.objectContaining({ code: 'topology_extension' }));
    },
  );
});

describe('the names in a bundle', () => {
  test('are checked, for extra files as for the topology', () => {
    expect(() => bundle(file('../a.yml'))).toThrow(expect.objectContaining({ code: 'unsafe_file_name' }));
    expect(() => bundle(file('a.yml'), file('/etc/passwd'))).toThrow(
      expect.objectContaining({ code: 'unsafe_file_name' }),
    );
  });

  test.each([
    ['twice the same', ['x.cfg', 'x.cfg']],
    ['the same in another case', ['configs/R1.cfg', 'configs/r1.cfg']],
    ['the same in another Unicode form', ['\u00fc.cfg', 'u\u0308.cfg']],
    ['the topology', ['lab.yml']],
    ['the topology in another case', ['LAB.YML']],
    ['a file that is also a folder', ['a', 'a/b']],
    ['a folder that is also a file, in another case', ['A/b', 'a']],
    ['a folder called as the topology', ['lab.yml/x']],
  ])('are refused when they name %s', (_what, names) => {
    const files = names.map((name) => file(name));
    expect(() => bundle(file('lab.yml'), ...files)).toThrow(
      expect.objectContaining({ code: 'duplicate_file_name' }),
    );
  });

  test('may share folders and beginnings', () => {
    expect(() => bundle(file('lab.yml'), file('a/b'), file('a/c'), file('a.b'), file('ab'))).not.toThrow();
  });
});

describe('the identity of a bundle', () => {
  test('without extra files is the plain SHA-256 of the bytes', () => {
    const content = Buffer.from([0x6e, 0xff, 0x00, 0x0d, 0x0a]);
    const expected = createHash('sha256').update(content).digest('hex');
    expect(identity({ path: 'lab.yml', content })).toBe(expected);
    expect(identity(file('lab.yml'))).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
  });

  test('never depends on the name of the topology', () => {
    expect(identity(file('a.yml', 'x'))).toBe(identity(file('b/c.YAML', 'x')));
    expect(identity(file('a.yml', 'x'), file('f', '1'))).toBe(identity(file('b.yml', 'x'), file('f', '1')));
  });

  test('does not depend on the order of the extra files', () => {
    const [a, b, c] = [file('a', '1'), file('b', '2'), file('c/d', '3')] as const;
    expect(identity(file('l.yml', 'x'), c, a, b)).toBe(identity(file('l.yml', 'x'), a, b, c));
  });

  test('changes with every path and every content', () => {
    const topology = file('l.yml', 'x');
    const variants = [
      identity(topology),
      identity(topology, file('a', '1')),
      identity(topology, file('a', '2')),
      identity(topology, file('b', '1')),
      identity(topology, file('a', '')),
      identity(topology, file('a1', '')),
      identity(topology, file('a', '1'), file('b', '')),
      identity(topology, file('a', ''), file('b', '1')),
      identity(topology, file('a', '1b')),
      identity(file('l.yml', 'xa'), file('a', '1')),
      identity(file('l.yml', 'xa1')),
      identity(file('l.yml', 'x\0a'), file('a', '')),
    ];
    expect(new Set(variants).size).toBe(variants.length);
  });
});
