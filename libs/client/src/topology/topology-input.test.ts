import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { topologyInput } from './topology-input';

describe('a topology is', () => {
  test.each(['pair.yml', './labs/pair.YAML', '/labs/pair.yml', 'labs: a/b.yml'])('a path: %s', (text) => {
    expect(topologyInput(text)).toEqual({ kind: 'file', path: text });
  });

  test('a file: URL, as an object or as text', () => {
    const file = path.resolve('labs', 'two routers.yml');
    const url = pathToFileURL(file);
    expect([url, url.href, url.href.replace('///', '/')].map(topologyInput)).toEqual([
      { kind: 'file', path: file },
      { kind: 'file', path: file },
      { kind: 'file', path: file },
    ]);
  });

  test.each(['http://host/pair.yml', 'https://host/raw?file=pair', 'HTTPS://host/'])('a URL: %s', (text) => {
    const expected = { kind: 'url', url: new URL(text) };
    expect([text, new URL(text)].map(topologyInput)).toEqual([expected, expected]);
  });

  test.each(['nodes: [r1]\n', '\nnodes: [r1]', 'nodes:\r\n  r1:\r\n', 'http://x\n'])(
    'YAML text: %j',
    (text) => {
      expect(topologyInput(text)).toEqual({ kind: 'content', name: 'topology.yml', content: text });
    },
  );

  test('a name with content', () => {
    const content = new Uint8Array([1]);
    expect(topologyInput({ name: 'a.yml', content })).toEqual({ kind: 'content', name: 'a.yml', content });
  });

  test.each([
    [{ nodes: ['r1'] }, 'topology.yml', 'nodes:\n  - r1\n'],
    [{ name: 'campus', nodes: { r1: {} } }, 'campus.yml', 'name: campus\nnodes:\n  r1: {}\n'],
    [{ name: '../x', 'nodes.r1': null }, 'topology.yml', 'name: ../x\nnodes.r1: null\n'],
    [
      { name: 'a\n', groups: { _auto_create: true } },
      'topology.yml',
      'name: |\n  a\ngroups:\n  _auto_create: true\n',
    ],
    [
      { plugin: ['fabric'], fabric: { leafs: 2 } },
      'topology.yml',
      'plugin:\n  - fabric\nfabric:\n  leafs: 2\n',
    ],
  ])('an object: %j', (object, name, content) => {
    expect(topologyInput(object)).toEqual({ kind: 'content', name, content });
  });
});

describe('a topology is not', () => {
  test.each([
    ['', 'invalid_option', 'topology must be the path of a file'],
    [' \n ', 'invalid_option', 'YAML text with a line break in it'],
    [undefined, 'invalid_option', 'not undefined.'],
    [null, 'invalid_option', 'not null.'],
    [['r1'], 'invalid_option', 'topology must be'],
    [new Uint8Array([1]), 'invalid_option', 'topology must be'],
    [{}, 'invalid_option', 'topology must be'],
    [{ name: 'a.yml' }, 'invalid_option', "not { name: 'a.yml' }."],
    [{ reuse: true }, 'invalid_option', 'topology must be'],
    [{ content: 'nodes: [r1]' }, 'invalid_option', 'topology must be'],
    [{ name: 'a.yml', content: 5 }, 'invalid_option', 'topology must be'],
    ['ftp://host/a.yml', 'invalid_option', 'an http:, https: or file: URL, not "ftp://host/a.yml"'],
    ['http://', 'invalid_option', 'topology must be a whole URL, not "http://"'],
    ['file://host%2f/a.yml', 'invalid_option', 'topology must be a whole URL'],
    ['file:///a%2fb.yml', 'invalid_option', 'names no file'],
    ['labs/', 'topology_extension', 'must end in .yml or .yaml, not "labs".'],
    ['pair.json', 'topology_extension', 'not "pair.json".'],
    ['file:///labs/pair.txt', 'topology_extension', 'not "pair.txt".'],
    [{ name: 'a.txt', content: 'x' }, 'topology_extension', 'not "a.txt".'],
    ['nodes: [r1]', 'topology_extension', 'If this is a topology itself, end it with a line break'],
  ])('%j', (given, code, message) => {
    expect(() => topologyInput(given)).toThrow(
      expect.objectContaining({ name: 'RemoteLabError', code, message: expect.stringContaining(message) }),
    );
  });

  test('told that a path may be a text when it does not look like one', () => {
    expect(() => topologyInput('pair.json')).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('line break') }),
    );
  });
});
