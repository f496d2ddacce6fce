import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { LineResult, Said } from '../line-result';
import { runShellLine } from './run-shell-line';

/** Commands that show what they were given: `args`, `say out err`, `status n`, `input`, `quit`. */
function run(line: string, status = 0) {
  const variables = new Map([['HOME', '/root']]);
  const result = runShellLine(line, {
    status,
    variable: (name) => variables.get(name) ?? '',
    assign: (name, value) => void variables.set(name, value),
    run: ([command = '', ...words], input): LineResult => {
      switch (command) {
        case 'args':
          return { said: [{ text: `${words.map((word) => `<${word}>`).join('')}\n` }], status: 0 };
        case 'say':
          return {
            said: [{ text: `${words[0] ?? ''}\n` }, { text: `${words[1] ?? ''}\n`, error: true }],
            status: 0,
          };
        case 'status':
          return { said: [], status: Number(words[0]) };
        case 'input':
          return { said: [{ text: input === undefined ? 'none\n' : `[${input}]\n` }], status: 0 };
        case 'quit':
          return { said: [], status: 0, close: true };
        default:
          return { said: [{ text: `no ${command}\n`, error: true }], status: 127 };
      }
    },
  });
  return { ...result, out: textOf(result.said, undefined), error: textOf(result.said, true) };
}

function textOf(said: readonly Said[], error: true | undefined): string {
  return said.map((one) => (one.error === error ? one.text : '')).join('');
}

describe('words', () => {
  test.each([
    ['args a  b', '<a><b>'],
    [`args 'a  b' "c 'd'" e"f"'g'`, `<a  b><c 'd'><efg>`],
    ['args "" x', '<><x>'],
    ['args a\\ b \\" "\\"\\a"', '<a b><"><"\\a>'],
    ['args a\\\nb', '<ab>'],
    ['args $? "$?" \'$?\' \\$?', '<7><7><$?><$?>'],
    ['args ${HOME}/x ~ ~/y "~" a~', '</root/x></root></root/y><~><a~>'],
    ['args $NONE "$NONE" a$NONE', '<><a>'],
    ['args 5$ $', '<5$><$>'],
    ['args a#b # c', '<a#b>'],
    ['X=1 args', ''],
    ['X="a b"; args "$X"', '<a b>'],
    ['args a=b', '<a=b>'],
  ])('%s', (line, shown) => {
    expect(run(line, 7).out).toBe(`${shown}\n`);
  });
});

describe('lists', () => {
  test.each([
    ['args a; args b', '<a>\n<b>\n', 0],
    ['args a;', '<a>\n', 0],
    ['args a\n\nargs b\n', '<a>\n<b>\n', 0],
    ['status 1 && args b', '', 1],
    ['status 0 && args b', '<b>\n', 0],
    ['status 1 || args b', '<b>\n', 0],
    ['status 0 || args b', '', 0],
    ['status 1 && args b || args c', '<c>\n', 0],
    ['status 0 || args b && args c', '<c>\n', 0],
    ['status 1 &&\nargs b; args c', '<c>\n', 0],
    ['status 3; args $?', '<3>\n', 0],
    ['frob', '', 127],
    ['args a; quit; args b', '<a>\n', 0],
    ['quit | input; args b', '[]\n<b>\n', 0],
    ['', '', 9],
    ['  # nothing', '', 9],
  ])('%j', (line, out, status) => {
    expect(run(line, 9)).toMatchObject({ out, status });
  });
});

describe('pipes and redirections', () => {
  test.each([
    ['input', 'none\n', ''],
    ['input < /dev/null', '[]\n', ''],
    ['args a | input', '[<a>\n]\n', ''],
    ['args a | input | input', '[[<a>\n]\n]\n', ''],
    ['args a |\ninput', '[<a>\n]\n', ''],
    ['say a b', 'a\n', 'b\n'],
    ['say a b | input', '[a\n]\n', 'b\n'],
    ['say a b |& input', '[a\nb\n]\n', ''],
    ['say a b 2>&1 | input', '[a\nb\n]\n', ''],
    ['say a b 2>/dev/null', 'a\n', ''],
    ['say a b >/dev/null', '', 'b\n'],
    ['say a b 2> /dev/null >&2', '', ''],
    ['say a b >/dev/null 2>&1', '', ''],
    ['say a b 2>&1 >/dev/null', 'b\n', ''],
    ['say a b &>/dev/null', '', ''],
    ['say a b >&2', '', 'a\nb\n'],
    ['args 2 >/dev/null; args 2', '<2>\n', ''],
  ])('%s', (line, out, error) => {
    expect(run(line)).toMatchObject({ out, error, status: 0 });
  });

  test('a pipeline has the status of its last command', () => {
    expect(run('status 1 | status 0').status).toBe(0);
    expect(run('status 0 | status 4').status).toBe(4);
  });
});

describe('what this shell does not do', () => {
  test.each([
    ['args a > file', 'file: Read-only file system', 1],
    ['args a >> /tmp/x', '/tmp/x: Read-only file system', 1],
    ['input < /etc/passwd', '/etc/passwd: Permission denied', 1],
    ['args "a', 'unexpected EOF while looking for matching `"\'', 2],
    ["args 'a", "unexpected EOF while looking for matching `''", 2],
    ['; args', "syntax error near unexpected token `;'", 2],
    ['args ;; args', "syntax error near unexpected token `;;'", 2],
    ['args && && args', "syntax error near unexpected token `&&'", 2],
    ['args | | args', "syntax error near unexpected token `|'", 2],
    ['args &', "syntax error near unexpected token `&'", 2],
    ['(args)', "syntax error near unexpected token `('", 2],
    ['args >', "syntax error near unexpected token `newline'", 2],
    ['args &&', 'syntax error: unexpected end of file', 2],
    ['args |', 'syntax error: unexpected end of file', 2],
    ['if true; then args; fi', "syntax error near unexpected token `if'", 2],
    ['args $(date)', 'command substitution: not on this device', 2],
    ['args `date`', 'command substitution: not on this device', 2],
    ['args ${X:-y}', '${X:-y}: bad substitution', 2],
    ['args << END', '<<: not on this device', 2],
    ['args >&-', '-: ambiguous redirect', 2],
    ['args;'.repeat(501), 'more than 500 commands', 2],
  ])('%s', (line, error, status) => {
    expect(run(line)).toMatchObject({ out: '', error: `-bash: ${error}\n`, status });
  });

  test('any line at all has an end and a status', () => {
    const piece = fc.constantFrom(
      ...'a ;|&<>"\'\\$`(){}#~=12\n\t\v?'.split(''),
      '2>&1',
      '&&',
      '||',
      'args',
      '${X}',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((pieces) => pieces.join('')),
        ),
        (line) => {
          expect(run(line).status).toEqual(expect.any(Number));
        },
      ),
    );
  });
});
