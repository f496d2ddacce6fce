import { describe, expect, test } from '@jest/globals';
import { benchPlatform } from '../test-fixtures/bench-platform';
import { compileCommands } from './command-tree';
import { completeWord } from './complete-word';
import { formatNextWords } from './format-next-words';
import { nextWords } from './next-words';

const tree = compileCommands(benchPlatform);
const ask = (text: string, mode = 'enable') => formatNextWords(nextWords(tree, mode, text));
const tab = (text: string, mode = 'enable') => completeWord(nextWords(tree, mode, text));

describe('the help of `?`', () => {
  test('after a blank lists what may come next, with help where the platform has some', () => {
    expect(ask('show ').split('\n')).toEqual([
      '  clock',
      '  flood',
      '  ip',
      '  log',
      '  version  System software status',
      '',
    ]);
  });

  test('after part of a word lists the words it begins', () => {
    expect(ask('s')).toBe('  show  Show running system information\n');
  });

  test('shows placeholders and where the line may end', () => {
    expect(ask('terminal length ')).toBe('  <0-512>  Number of lines\n');
    expect(ask('show ip interface ')).toBe('  brief\n  <cr>\n');
    expect(ask('hostname ', 'config')).toBe('  WORD\n');
    expect(ask('description ', 'config-if')).toBe('  LINE\n');
  });

  test('includes what a sub-mode falls back on', () => {
    expect(ask('', 'config-if')).toContain('  hostname');
  });

  test('after a pipe offers the filters, then the pattern', () => {
    expect(ask('show version | ')).toBe('  count    Number of lines\n  include  Lines that match\n');
    expect(ask('show version | in')).toBe('  include  Lines that match\n');
    expect(ask('show version | inc ')).toBe('  LINE  Regular expression\n');
    expect(ask('show version | count ')).toBe('  <cr>\n');
    expect(ask('show version | inc a | c')).toBe('  count  Number of lines\n');
    expect(ask('show ver |')).toBe(ask('show version | '));
    expect(ask('nothing | ')).toBe('');
  });

  test('says so when no word begins like that', () => {
    expect(ask('zz')).toBe('% Unrecognized command\n');
  });
});

describe('completion by TAB', () => {
  test.each([
    ['sh', 'ow '],
    ['show ver', 'sion '],
    ['show ', ''],
    ['zz', ''],
    ['e', ''],
    ['show ip i', 'nterface '],
    ['show version | inc', 'lude '],
    ['show version |', ''],
  ])('%j grows by %j', (text, added) => {
    const platform = {
      ...benchPlatform,
      commands: [...benchPlatform.commands, { syntax: 'erase', modes: ['enable'], run: () => '' }],
    };
    expect(completeWord(nextWords(compileCommands(platform), 'enable', text))).toBe(added);
  });

  test('goes as far as all candidates agree', () => {
    expect(tab('s', 'config-if')).toBe('');
    const platform = {
      ...benchPlatform,
      commands: ['system', 'syslog'].map((syntax) => ({ syntax, modes: ['user'], run: () => '' })),
    };
    expect(completeWord(nextWords(compileCommands(platform), 'user', 's'))).toBe('ys');
  });
});
