import { describe, expect, test } from '@jest/globals';
import { FileTree } from './file-tree';

const tree = new FileTree(
  new Map([
    ['/running-config', 'hostname r1\n'],
    ['archive/2026/one', 'é'],
  ]),
);

describe('FileTree', () => {
  test.each([
    ['', '/'],
    ['.', '/'],
    ['running-config', '/running-config'],
    ['./running-config', '/running-config'],
    ['/a/../running-config', '/running-config'],
    ['../../..', '/'],
    ['flash:/running-config', '/running-config'],
    ['/nvram:startup-config', '/startup-config'],
    ['flash:', '/'],
  ])('%j is %s', (path, absolute) => {
    expect(tree.resolve(path)).toBe(absolute);
  });

  test('has files with their size in bytes, and the directories that they are in', () => {
    expect(tree.stat('/running-config')).toEqual({ kind: 'file', size: 12 });
    expect(tree.stat('archive/2026/one')).toEqual({ kind: 'file', size: 2 });
    expect(tree.stat('/archive')).toEqual({ kind: 'directory' });
    expect(tree.stat('/archive/2025')).toBeUndefined();
    expect(tree.list('/')).toEqual(['archive', 'running-config']);
    expect(tree.list('/archive')).toEqual(['2026']);
    expect(tree.list('/running-config')).toBeUndefined();
    expect(tree.read('/archive')).toBeUndefined();
    expect(tree.read('running-config')?.toString()).toBe('hostname r1\n');
  });
});
