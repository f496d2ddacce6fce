import { describe, expect, test } from '@jest/globals';
import { checkBundlePath } from './bundle-path';
import { TopologyError } from './errors';

describe('a path inside a bundle', () => {
  test.each([
    'pair.yml',
    'configs/r1.cfg',
    'a/b/c/d.j2',
    '.hidden',
    'a..b',
    '...',
    'über/naïve.yml',
    'a b.txt',
    'a'.repeat(255),
  ])('may be %j', (path) => {
    expect(() => checkBundlePath(path)).not.toThrow();
  });

  test.each([
    ['', 'empty'],
    ['/etc/passwd', 'absolute'],
    ['//host/share', 'absolute'],
    ['C:/x.yml', 'drive letter'],
    ['c:x.yml', 'drive letter'],
    ['a\\b.yml', 'backslash'],
    ['..\\a.yml', 'backslash'],
    ['../a.yml', '".."'],
    ['a/../b.yml', '".."'],
    ['..', '".."'],
    ['./a.yml', '"."'],
    ['a/./b.yml', '"."'],
    ['a//b.yml', 'empty part'],
    ['a/', 'folder'],
    ['a\0.yml', 'control'],
    ['a\nb.yml', 'control'],
    ['a\u007f.yml', 'control'],
    ['a\u0085.yml', 'control'],
    ['a\u202egnp.yml', 'control'],
    ['a\ud800.yml', 'control'],
    ['--defaults=x.yml', 'option'],
    ['a/-p.yml', 'option'],
    ['a'.repeat(256), '255 bytes'],
    ['ü'.repeat(128), '255 bytes'],
    [Array.from({ length: 6 }, () => 'a'.repeat(200)).join('/'), '1024 bytes'],
  ])('may not be %j (%s)', (path, reason) => {
    const check = () => checkBundlePath(path);
    expect(check).toThrow(TopologyError);
    expect(check).toThrow(
      expect.objectContaining({ code: 'unsafe_file_name', message: expect.stringContaining(reason) }),
    );
  });

  test('is quoted in the refusal without its control characters', () => {
    expect(() => checkBundlePath('a\u001b[2Jb')).toThrow(/"a\\u001b\[2Jb"/);
  });
});
