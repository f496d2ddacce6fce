import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { benchPlatform } from '../test-fixtures/bench-platform';
import { compileCommands } from './command-tree';
import type { LineMatch } from './match-line';
import { matchLine } from './match-line';
import type { Command, Platform } from './platform';

const tree = compileCommands(benchPlatform);

describe('matchLine, keywords abbreviated', () => {
  test.each([
    ['show version', 'show version'],
    ['sh ver', 'show version'],
    ['SHOW Version', 'show version'],
    ['  show   version  ', 'show version'],
    ['conf t', 'configure terminal'],
  ])('%j is %j', (line, syntax) => {
    expect(called(matchLine(tree, 'enable', line))).toBe(syntax);
  });

  test.each([
    ['frobnicate', 'unknown', 0],
    ['  frobnicate', 'unknown', 2],
    ['show frob', 'unknown', 5],
    ['show version now', 'unknown', 13],
    ['show', 'incomplete', 4],
    ['show ip', 'incomplete', 7],
    ['e', 'ambiguous', 0],
    ['terminal length 513', 'unknown', 16],
    ['terminal length x', 'unknown', 16],
    ['terminal length 1e1', 'unknown', 16],
  ])('%j is %s at column %i', (line, kind, column) => {
    const platform = extended(
      { syntax: 'erase all', modes: ['enable'] },
      { syntax: 'exit now', modes: ['enable'] },
    );
    expect(matchLine(compileCommands(platform), 'enable', line)).toEqual({ kind, column });
  });

  test('a keyword that begins another one is meant when it is typed in full', () => {
    const platform = extended({ syntax: 'show ver', modes: ['enable'] });
    expect(called(matchLine(compileCommands(platform), 'enable', 'show ver'))).toBe('show ver');
  });

  test('an optional keyword that was given is an argument, one that was not is none', () => {
    expect(args(matchLine(tree, 'enable', 'sh ip int br'))).toEqual({ brief: 'brief' });
    expect(args(matchLine(tree, 'enable', 'sh ip int'))).toEqual({});
  });

  test('placeholders take a number, the rest of the line as typed, or a phrase in quotes', () => {
    expect(args(matchLine(tree, 'enable', 'terminal length 012'))).toEqual({ lines: '12' });
    expect(args(matchLine(tree, 'config-if', 'desc  to  "r2" | x '))).toEqual({ text: 'to  "r2" | x' });
    expect(args(matchLine(tree, 'config', 'hostname "two words"'))).toEqual({ name: 'two words' });
  });

  test('a keyword is preferred to a placeholder, which takes what no keyword can', () => {
    const platform = extended(
      { syntax: 'ping <host>', modes: ['enable'] },
      { syntax: 'ping ip <host>', modes: ['enable'] },
    );
    const pings = compileCommands(platform);
    expect(args(matchLine(pings, 'enable', 'ping ip r2'))).toEqual({ host: 'r2' });
    expect(args(matchLine(pings, 'enable', 'ping r2'))).toEqual({ host: 'r2' });
    expect(args(matchLine(pings, 'enable', 'ping i'))).toEqual({ host: 'i' });
  });
});

describe('matchLine, modes', () => {
  test('a sub-mode knows the commands of the mode it falls back on', () => {
    expect(called(matchLine(tree, 'config-if', 'interface e2'))).toBe('interface <name...>');
    expect(matchLine(tree, 'config', 'description x')).toEqual({ kind: 'unknown', column: 0 });
  });

  test('a Unix shell takes no abbreviations and minds upper case', () => {
    expect(called(matchLine(tree, 'shell', 'echo hello'))).toBe('echo <text...>');
    expect(matchLine(tree, 'shell', 'ech hello')).toEqual({ kind: 'unknown', column: 0 });
    expect(matchLine(tree, 'shell', 'ECHO hello')).toEqual({ kind: 'unknown', column: 0 });
  });

  test('a mode that falls back on itself by a detour is no trap', () => {
    const modes = {
      ...benchPlatform.modes,
      config: { prompt: () => '', words: 'abbreviated' as const, fallback: 'config-if' },
    };
    const round = compileCommands({ ...benchPlatform, modes });
    expect(matchLine(round, 'config', 'frobnicate')).toEqual({ kind: 'unknown', column: 0 });
  });

  test('a command in a mode that does not exist is a mistake of the platform', () => {
    expect(() => compileCommands(extended({ syntax: 'x', modes: ['nowhere'] }))).toThrow(
      'unknown mode "nowhere"',
    );
  });
});

describe('matchLine, any line', () => {
  const words = fc.constantFrom(
    'show',
    'sh',
    'version',
    'ip',
    'interface',
    'br',
    'length',
    '24',
    '"',
    '|',
    '<cr>',
    'e',
    'exit',
  );
  const lines = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(words).map((list) => list.join(' ')),
  );
  const modes = fc.constantFrom(...Object.keys(benchPlatform.modes));

  test('is a command or a refusal within the line', () => {
    fc.assert(
      fc.property(modes, lines, (mode, line) => {
        const match = matchLine(tree, mode, line);
        if (match.kind === 'match') expect(match.command.syntax).not.toBe('');
        else expect(match.column >= 0 && match.column <= line.length).toBe(true);
      }),
    );
  });

  test('a command typed as it is declared is that command', () => {
    const plain = benchPlatform.commands.filter(({ syntax }) => !/[<[]/.test(syntax));
    fc.assert(
      fc.property(fc.constantFrom(...plain), (command) => {
        for (const mode of command.modes)
          expect(called(matchLine(tree, mode, command.syntax))).toBe(command.syntax);
      }),
    );
  });
});

function called(match: LineMatch): string {
  return match.kind === 'match' ? match.command.syntax : match.kind;
}

function args(match: LineMatch): unknown {
  return match.kind === 'match' ? match.args : match.kind;
}

function extended(...commands: readonly Omit<Command, 'run'>[]): Platform {
  const added = commands.map((command) => ({ ...command, run: () => '' }));
  return { ...benchPlatform, commands: [...benchPlatform.commands, ...added] };
}
