import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { benchPlatform } from '../test-fixtures/bench-platform';
import { BenchShell } from '../test-fixtures/bench-shell';

function enabled(options: ConstructorParameters<typeof BenchShell>[0] = {}): BenchShell {
  const bench = new BenchShell(options);
  bench.shell.interact();
  bench.type('enable\rsecret\r');
  return bench;
}

describe('an interactive shell', () => {
  test('greets, prompts, answers and prompts again', () => {
    const bench = new BenchShell();
    bench.shell.interact();
    expect(bench.seen()).toBe('Welcome to r1\nr1>');
    expect(bench.type('sh ver\r')).toBe('sh ver\nBench OS 1.0 on r1\nr1>');
    expect(bench.type('\r')).toBe('\nr1>');
  });

  test('refuses in the words of the platform, the marker below the word', () => {
    const bench = enabled();
    expect(bench.type('show frob\r')).toBe('show frob\n        ^\n% Invalid input\nr1#');
    expect(bench.type('show\r')).toBe('show\n% Incomplete command\nr1#');
    expect(bench.type('show ip interface b rief\r')).toContain('% Invalid input');
    expect(bench.type('exi all\r')).toContain('% Invalid input');
    expect(bench.type('c\r')).toBe('c\n% Ambiguous command: "c"\nr1#');
  });

  test('a question without echo, answered rightly, wrongly, or not at all', () => {
    const bench = new BenchShell();
    bench.shell.interact();
    bench.seen();
    expect(bench.type('enable\rwrong\r')).toBe('enable\nPassword: \n% Bad secrets\nr1>');
    expect(bench.type('enable\r\x03')).toBe('enable\nPassword: ^C\nr1>');
    expect(bench.type('enable\rsecret\r')).toBe('enable\nPassword: \nr1#');
  });

  test('modes are stacked, unwound by name, and left one by one', () => {
    const bench = enabled();
    expect(bench.type('conf t\r')).toBe('conf t\nr1(config)#');
    expect(bench.type('int e1\rinterface e2\r')).toBe('int e1\nr1(config-if)#interface e2\nr1(config-if)#');
    expect(bench.type('description up\r')).toBe('description up\ne2: up\nr1(config-if)#');
    expect(bench.type('exit\r')).toBe('exit\nr1(config)#');
    expect(bench.type('int e1\rend\r')).toContain('\nr1#');
    expect(bench.type('conf t\r\x1a')).toBe('conf t\nr1(config)#^Z\nr1#');
  });

  test('leaving the outermost mode ends the session', () => {
    const bench = new BenchShell();
    bench.shell.interact();
    bench.type('exit\r');
    expect(bench.status).toBe(0);
    expect(bench.type('show version\r')).toBe('');
  });

  test('Ctrl-D on an empty line does what the mode says', () => {
    const bench = enabled();
    bench.type('\x04\x04');
    expect(bench.status).toBe(0);
  });

  test('a redirected line runs in the other mode and leaves the session where it is', () => {
    const bench = enabled();
    expect(bench.type('conf t\rdo sh ver\r')).toContain('do sh ver\nBench OS 1.0 on r1\nr1(config)#');
  });

  test('output goes through the filters of its line', () => {
    const bench = enabled();
    expect(bench.type('show log | inc ^line 1$\r')).toBe('show log | inc ^line 1$\nline 1\nr1#');
  });

  test('`?` shows help at once and gives the line back', () => {
    const bench = enabled();
    expect(bench.type('sh ver?')).toBe('sh ver?\n  version  System software status\nr1#sh ver');
    expect(bench.type('\r')).toContain('Bench OS');
  });

  test('Ctrl-C gives up the line, and the mode where the platform says so', () => {
    const bench = enabled();
    expect(bench.type('show v\x03')).toBe('show v^C\nr1#');
    bench.type('configure terminal\r');
    expect(bench.type('host\x03')).toBe('host^C\nr1#');
  });

  test('TAB completes a keyword', () => {
    const bench = enabled();
    expect(bench.type('sh\tver\t')).toBe('show version ');
  });

  test('comments are passed over', () => {
    expect(enabled().type('! nothing\r')).toBe('! nothing\nr1#');
  });

  test('a handler that throws is a neutral line for the client and a report for the logger', () => {
    const bench = enabled();
    bench.seen();
    expect(bench.type('crash\r')).toBe('crash\nError: the command could not be completed.\nr1#');
    expect(bench.type('nowhere\r')).toBe('nowhere\nr1#');
    expect(bench.faults[0]).toContain('a mistake in a handler');
    expect(bench.faults[1]).toContain('no mode "no-such-mode"');
  });

  test('what is pasted waits for what comes before it', () => {
    const bench = enabled();
    expect(bench.type('conf t\ninterface e1\nend\n')).toBe(
      'conf t\nr1(config)#interface e1\nr1(config-if)#end\nr1#',
    );
  });

  test('waits while the client takes nothing, and loses nothing', () => {
    const bench = new BenchShell({ room: 1 });
    bench.shell.interact();
    expect(bench.type('show version\r')).toBe('Welcome to r1\nr1>');
    bench.shell.resume();
    expect(bench.seen()).toBe('show version\nBench OS 1.0 on r1\nr1>');
  });

  test('any bytes at all leave it alive or ended, and never with a fault', () => {
    const sound = benchPlatform.commands.filter(({ syntax }) => !['crash', 'nowhere'].includes(syntax));
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '\r',
        'enable\rsecret\r',
        'conf t\r',
        'bash\r',
        'show log\r',
        ' ',
        'q',
        '?',
        '\t',
        '\x03',
        '\x1a',
        '\x04',
        '\x1b[A',
        '|',
        'exit\r',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const bench = enabled({ platform: { ...benchPlatform, commands: sound } });
        for (const text of pieces) bench.type(text);
        bench.shell.inputOver();
        expect(bench.status).toEqual(expect.any(Number));
        expect(bench.faults).toEqual([]);
      }),
    );
  });
});

describe('paging', () => {
  test('stops at a full screen; space shows the next one, Enter a line, q no more', () => {
    const bench = enabled({ terminal: { rows: 11, columns: 80 } });
    expect(bench.type('show log\r')).toMatch(/line 10\n --More-- $/);
    expect(bench.type(' ')).toMatch(/^\r +\rline 11\n[^]*line 20\n --More-- $/);
    expect(bench.type('\r')).toMatch(/^\r +\rline 21\n --More-- $/);
    expect(bench.type('x')).toBe('');
    expect(bench.type('q')).toMatch(/^\r +\rr1#$/);
  });

  test('is switched off by a length of 0, on by another', () => {
    const bench = enabled();
    expect(bench.type('terminal length 0\rshow log\r')).toContain('line 60\nr1#');
    expect(bench.type('terminal length 5\rshow log\r')).toMatch(/line 4\n --More-- $/);
  });

  test('follows the window until a command sets the length', () => {
    const bench = enabled();
    bench.shell.resize(6, 80);
    expect(bench.type('show log\r')).toMatch(/line 5\n --More-- $/);
    bench.type('q');
    bench.type('terminal length 0\r');
    bench.shell.resize(6, 80);
    expect(bench.type('show log\r')).toContain('line 60\nr1#');
  });

  test('the end of input shows the rest', () => {
    const bench = enabled();
    bench.type('show log\r');
    bench.shell.inputOver();
    expect(bench.seen()).toContain('line 60\n');
    expect(bench.status).toBe(0);
  });
});

describe('input without a terminal', () => {
  test('is run to its end, an unfinished last line included', () => {
    const bench = new BenchShell({ terminal: undefined });
    bench.shell.interact();
    bench.seen();
    expect(bench.type('show version\nshow clock')).toBe('Bench OS 1.0 on r1\nr1>');
    bench.shell.inputOver();
    expect(bench.seen()).toBe('\n1970-01-01T00:00:00.000Z\nr1>');
    expect(bench.status).toBe(0);
  });

  test('that ends in a question ends the session', () => {
    const bench = new BenchShell({ terminal: undefined });
    bench.shell.interact();
    bench.type('enable\n');
    bench.shell.inputOver();
    expect(bench.status).toBe(1);
  });

  test('a Unix shell neither prompts nor sends carriage returns, and ends with the last status', () => {
    const platform = { ...benchPlatform, initialMode: 'shell' };
    const bench = new BenchShell({ platform, terminal: undefined });
    bench.shell.interact();
    bench.seen();
    expect(bench.type('echo hello\nfalse\n')).toBe('hello\n');
    bench.shell.inputOver();
    expect(bench.status).toBe(3);
  });
});

describe('execute', () => {
  test.each([
    ['show version', 'Bench OS 1.0 on r1\n', 0],
    ['show frob', '     ^\n% Invalid input\n', 1],
    ['false', '', 3],
    ['crash', 'Error: the command could not be completed.\n', 1],
    ['', '', 0],
    ['conf t\ninterface e1\ndescription x', 'e1: x\n', 0],
    ['show ip ?', '  interface\n', 0],
  ])('%j', (command, output, status) => {
    const bench = new BenchShell({ terminal: undefined });
    bench.shell.execute(command);
    expect(bench.seen()).toBe(output);
    expect(bench.status).toBe(status);
  });

  test('knows no paging, terminal or not', () => {
    const bench = new BenchShell({ terminal: { rows: 5, columns: 80 } });
    bench.shell.execute('show log');
    expect(bench.seen()).toContain('line 60\n');
    expect(bench.status).toBe(0);
  });

  test('a question is answered by the input, or ends it', () => {
    const platform = { ...benchPlatform, execMode: 'user' };
    const answered = new BenchShell({ platform, terminal: undefined });
    answered.shell.execute('enable\nshow ip interface');
    answered.type('secret\n');
    expect(answered.status).toBe(0);

    const silent = new BenchShell({ platform, terminal: undefined });
    silent.shell.execute('enable');
    silent.shell.inputOver();
    expect(silent.status).toBe(1);
  });

  test('runs thousands of lines, and waits in between while the client takes nothing', () => {
    const bench = new BenchShell({ terminal: undefined, room: 1 });
    bench.shell.execute('show flood\n'.repeat(5) + '\n'.repeat(100_000) + 'show version');
    bench.shell.inputOver();
    let output = '';
    for (let writes = 0; bench.status === undefined; writes++) {
      output += bench.seen();
      expect(writes).toBeLessThan(10);
      bench.shell.resume();
    }
    expect(output + bench.seen()).toHaveLength(5 * 50_000 * 80 + 'Bench OS 1.0 on r1\n'.length);
  });

  test('a last answer without an Enter counts, and the lines after the question are run', () => {
    const bench = new BenchShell({ platform: { ...benchPlatform, execMode: 'user' }, terminal: undefined });
    bench.shell.execute('enable\nfalse');
    bench.type('secret');
    bench.shell.inputOver();
    expect(bench.status).toBe(3);
  });

  test('a command a Unix shell does not have is 127', () => {
    const bench = new BenchShell({ platform: { ...benchPlatform, execMode: 'shell' }, terminal: undefined });
    bench.shell.execute('frobnicate now');
    expect(bench.status).toBe(127);
  });
});

describe('overrides', () => {
  const overrides = {
    answer: (line: string) => (line === 'show version' ? 'nothing you know' : undefined),
    prompt: (own: string) => `not ${own}`,
  };

  test('take the place of what a command says, and of the prompt', () => {
    const bench = new BenchShell({ overrides });
    bench.shell.interact();
    expect(bench.seen()).toBe('Welcome to r1\nnot r1>');
    expect(bench.type('  show version \r')).toBe('  show version \nnothing you know\nnot r1>');
    expect(bench.type('show versio\r')).toBe('show versio\nBench OS 1.0 on r1\nnot r1>');
  });

  test('work where a command is executed', () => {
    const bench = new BenchShell({ overrides, terminal: undefined });
    bench.shell.execute('show version');
    expect([bench.seen(), bench.status]).toEqual(['nothing you know\n', 0]);
  });

  test('are not asked about answers to questions', () => {
    const asked: string[] = [];
    const bench = new BenchShell({ overrides: { ...overrides, answer: (line) => void asked.push(line) } });
    bench.type('enable\rsecret\rshow version\r');
    expect(asked).toEqual(['enable', 'show version']);
  });
});

test('a shell says what it takes the next line for', () => {
  const bench = new BenchShell();
  expect(bench.shell.awaits).toBe('command');
  bench.type('enable\r');
  expect(bench.shell.awaits).toBe('secret');
  bench.type('secret\r');
  expect(bench.shell.awaits).toBe('command');
  bench.type('show log\r');
  expect(bench.shell.awaits).toBe('key');
});
