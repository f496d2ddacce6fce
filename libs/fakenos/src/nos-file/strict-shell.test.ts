import { describe, expect, test } from '@jest/globals';
import type { DialogueOverrides } from '../engine/dialogue';
import { parseNosFile } from './parse-nos-file';
import type { StrictDialogueOptions } from './strict-dialogue';
import { strictDialogue } from './strict-dialogue';

const document = parseNosFile(
  {
    name: 'lab_box',
    initial_prompt: '{base_prompt}>',
    enable_prompt: '{base_prompt}#',
    commands: {
      enable: { output: null, help: 'rights', prompt: '{base_prompt}>', new_prompt: '{base_prompt}#' },
      'show clock': { output: '12:00:00\n', help: 'the time' },
      'sh clo': { alias: 'show clock', help: 'the same' },
      'show secret': { output: 'sesame', prompt: '{base_prompt}#' },
      mute: { output: false },
      größe: { output: '5 µm' },
    },
  },
  'the test',
);

interface Typed extends Partial<StrictDialogueOptions> {
  readonly overrides?: DialogueOverrides;
  /** What the sink answers to each write; then true. */
  readonly room?: boolean[];
}

function session({ overrides, room = [], ...options }: Typed = {}) {
  let screen = '';
  let status: number | undefined;
  const sink = {
    write: (text: string) => {
      screen += text;
      return room.shift() ?? true;
    },
    end: (code: number) => void (status = code),
  };
  const open = strictDialogue({ document, host: 'r1', ...options });
  const dialogue = open({ username: 'admin', sink, ...(overrides ? { overrides } : {}) });
  return {
    dialogue,
    type: (text: string | Uint8Array) => dialogue.input(Buffer.from(text)),
    /** All that was said since the last call. */
    said: () => {
      const text = screen;
      screen = '';
      return text;
    },
    status: () => status,
  };
}

function loggedIn(options: Typed = {}) {
  const shell = session(options);
  shell.dialogue.interact();
  shell.said();
  return shell;
}

describe('what is typed', () => {
  test('a session begins with a greeting and a prompt', () => {
    const { dialogue, said } = session();
    dialogue.interact();
    expect(said()).toBe('Custom SSH Shell\r\nr1>');
  });

  test('each byte is echoed when it comes, CR or LF runs the line', () => {
    const { type, said } = loggedIn();
    type('show cl');
    expect(said()).toBe('show cl');
    type('ock\r');
    expect(said()).toBe('ock\r\n12:00:00\r\nr1>');
    type('show clock\n');
    expect(said()).toBe('show clock\r\n12:00:00\r\nr1>');
  });

  test('CR LF is a line and an empty one', () => {
    const { type, said } = loggedIn();
    type('show clock\r\n');
    expect(said()).toBe('show clock\r\n12:00:00\r\nr1>\r\nr1>');
  });

  test('nothing is edited: backspace, tab, escape and Ctrl-C are part of the line, NUL is not', () => {
    const { type, said } = loggedIn();
    type('show cloc\0k\r');
    expect(said()).toBe('show cloc\0k\r\n12:00:00\r\nr1>');
    for (const key of ['\x7f', '\b', '\t', '\x1b[A', '\x03', '\x15', '\x04']) {
      type(`show${key} clock\r`);
      expect(said()).toBe(`show${key} clock\r\nUnknown command\r\nr1>`);
    }
  });

  test('blanks around a line do not count, those within and capitals do', () => {
    const { type, said } = loggedIn();
    type('  \t show clock \x1f\u00a0\r');
    expect(said()).toContain('12:00:00');
    for (const line of ['show  clock', 'SHOW CLOCK', 'sh clock', 'show clock | include 12', 'show ?']) {
      type(`${line}\r`);
      expect(said()).toBe(`${line}\r\nUnknown command\r\nr1>`);
    }
  });

  test('an alias answers as often as it is asked', () => {
    const { type, said } = loggedIn();
    type('sh clo\rsh clo\r');
    expect(said()).toBe('sh clo\r\n12:00:00\r\nr1>sh clo\r\n12:00:00\r\nr1>');
  });

  test.each(['?', 'help', 'help show', '?abc', '  ? ', 'help-me'])(
    '%j lists the commands of the prompt',
    (line) => {
      const { type, said } = loggedIn();
      type(`${line}\r`);
      expect(said()).toBe(
        [
          line,
          'exit        Exit commands shell',
          'enable      rights',
          'show clock  the time',
          'sh clo      the same',
          'mute        ',
          'größe       ',
          'r1>',
        ].join('\r\n'),
      );
    },
  );

  test('characters of several bytes may come in pieces; bytes that are no text do no harm', () => {
    const { type, said } = loggedIn();
    for (const byte of Buffer.from('größe')) type(Uint8Array.of(byte));
    type('\r');
    expect(said()).toBe('größe\r\n5 µm\r\nr1>');
    type(Uint8Array.of(0xff, 0xc3, 0x0d));
    expect(said()).toBe('\ufffd\ufffd\r\nUnknown command\r\nr1>');
    type('\ufeffshow clock\r');
    expect(said()).toBe('\ufeffshow clock\r\nUnknown command\r\nr1>');
  });

  test('false is a word to print', () => {
    const { type, said } = loggedIn();
    type('mute\r');
    expect(said()).toBe('mute\r\nFalse\r\nr1>');
  });

  test('a line without end is echoed and takes no more memory than a long line', () => {
    const { type, said } = loggedIn();
    for (let n = 0; n < 20; n++) type('x'.repeat(10_000));
    type('\r');
    expect(said()).toBe(`${'x'.repeat(200_000)}\r\nUnknown command\r\nr1>`);
  });
});

describe('the end of a session', () => {
  test('exit ends it; what was typed after it is not heard', () => {
    const { type, said, status } = loggedIn();
    type('exit\rshow clock\r');
    expect(said()).toBe('exit\r\n');
    expect(status()).toBe(0);
    type('show clock\r');
    expect(said()).toBe('');
  });

  test('at the end of input the last line runs, also without Enter', () => {
    const { dialogue, type, said, status } = loggedIn();
    type('show clock');
    dialogue.inputOver();
    expect(said()).toBe('show clock\r\n12:00:00\r\n');
    expect(status()).toBe(0);
  });

  test('a file may override exit', () => {
    const own = { exit: { output: 'Not here.' } };
    const { type, said, status } = loggedIn({ commands: own });
    type('exit\r');
    expect(said()).toBe('exit\r\nNot here.\r\nr1>');
    expect(status()).toBeUndefined();
  });
});

describe('a command without a shell', () => {
  const execute = (command: string) => {
    const shell = session();
    shell.dialogue.execute(command);
    return { said: shell.said(), status: shell.status() };
  };

  test('is answered, with a status', () => {
    expect(execute('show clock')).toEqual({ said: '12:00:00\r\n', status: 0 });
    expect(execute('show cluck')).toEqual({ said: 'Unknown command\r\n', status: 1 });
    expect(execute('')).toEqual({ said: '', status: 0 });
    expect(execute('exit')).toEqual({ said: '', status: 0 });
  });

  test('may be several, and one that needs more rights has them', () => {
    expect(execute('show clock\nenable\nshow secret')).toEqual({ said: '12:00:00\r\nsesame\r\n', status: 0 });
    expect(execute(' show secret ')).toEqual({ said: 'sesame\r\n', status: 0 });
  });
});

describe('the configuration of the shell', () => {
  test('has its own greeting, line ends and name', () => {
    const shellConfiguration = { intro: 'Hello\nthere', newline: '\n', base_prompt: 'edge' };
    const { dialogue, type, said } = session({ shellConfiguration });
    dialogue.interact();
    expect(said()).toBe('Hello\r\nthere\r\nedge>');
    type('show clock\r');
    expect(said()).toBe('show clock\r\n12:00:00\r\nedge>');
  });

  test.each(['', null])('greets with nothing when intro is %j', (intro) => {
    const { dialogue, said } = session({ shellConfiguration: { intro } });
    dialogue.interact();
    expect(said()).toBe('r1>');
  });

  test("a host's own commands stand before the file's", () => {
    const commands = { 'show clock': { output: '{base_prompt} has no clock' }, uname: { output: 'box' } };
    const { type, said } = loggedIn({ commands });
    type('show clock\runame\r');
    expect(said()).toBe('show clock\r\nr1 has no clock\r\nr1>uname\r\nbox\r\nr1>');
  });
});

describe('what a session is overridden with', () => {
  test('answers come first, and the prompt is another', () => {
    const asked: string[] = [];
    const overrides = {
      answer: (line: string) => {
        asked.push(line);
        return line === 'show clock' ? 'broken\n' : undefined;
      },
      prompt: (own: string) => `${own}?`,
    };
    const { type, said } = loggedIn({ overrides });
    type(' show clock \r\renable\r');
    expect(said()).toBe(' show clock \r\nbroken\r\nr1>?\r\nr1>?enable\r\nr1#?');
    expect(asked).toEqual(['show clock', 'enable']);
  });
});

describe('a client that cannot take more', () => {
  test('is left alone until it can, and nothing is lost', () => {
    const { dialogue, type, said } = loggedIn({ room: [true, false] });
    type('show clock\r');
    type('enable\r');
    type('exit');
    expect(said()).toBe('show clock\r\n12:00:00\r\nr1>');
    dialogue.resume();
    expect(said()).toBe('enable\r\nr1#exit');
  });
});
