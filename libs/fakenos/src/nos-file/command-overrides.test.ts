import { describe, expect, test } from '@jest/globals';
import { compileCommands } from '../engine/command-tree';
import type { Platform } from '../engine/platform';
import { Shell } from '../engine/shell';
import { silentLogger } from '../logger';
import { benchDevice } from '../test-fixtures/bench-device';
import { benchPlatform } from '../test-fixtures/bench-platform';
import { withCommandOverrides } from './command-overrides';
import type { NosCommands } from './nos-document';

/** A shell of the bench platform with a host's own commands; what is typed returns what the screen shows of it. */
function shellWith(commands: NosCommands, platform: Platform = benchPlatform) {
  let screen = '';
  let status: number | undefined;
  const shell = new Shell({
    device: benchDevice('r1'),
    tree: withCommandOverrides(compileCommands(platform), commands),
    username: 'admin',
    terminal: { rows: 24, columns: 80 },
    sink: { write: (text) => ((screen += text), true), end: (code) => void (status = code) },
    logger: silentLogger,
  });
  const seen = () => {
    const text = screen.replaceAll('\r\n', '\n');
    screen = '';
    return text;
  };
  const type = (text: string) => {
    shell.input(Buffer.from(text));
    return seen();
  };
  return { shell, type, seen, status: () => status };
}

function loggedIn(commands: NosCommands, platform?: Platform) {
  const session = shellWith(commands, platform);
  session.shell.interact();
  session.seen();
  return session;
}

describe("a host's own commands on one of our platforms", () => {
  test('answer exactly these lines; all others are answered by the platform', () => {
    const { type } = loggedIn({
      'show version': { output: '{base_prompt} runs what I say' },
      'show odd | <thing> [x]': { output: 'even this' },
      nothing: { output: null },
    });
    expect(type('show version\r')).toBe('show version\nr1 runs what I say\nr1>');
    expect(type('sh ver\r')).toBe('sh ver\nBench OS 1.0 on r1\nr1>');
    expect(type('show odd | <thing> [x]\r')).toBe('show odd | <thing> [x]\neven this\nr1>');
    expect(type('nothing\r')).toBe('nothing\nr1>');
  });

  test('true ends the session', () => {
    const { type, status } = loggedIn({ logoff: { output: true } });
    expect(type('logoff\r')).toBe('logoff\n');
    expect(status()).toBe(0);
  });

  test('are known at their prompts, which are modes, and go to others', () => {
    const { type } = loggedIn({
      'show version': { output: 'mine', prompt: ['{base_prompt}#'] },
      su: { output: 'Up.', prompt: '{base_prompt}>', new_prompt: '{base_prompt}#' },
      'conf t': { output: null, new_prompt: '{base_prompt}(config)#' },
    });
    expect(type('show version\r')).toContain('Bench OS 1.0');
    expect(type('su\r')).toBe('su\nUp.\nr1#');
    expect(type('show version\r')).toBe('show version\nmine\nr1#');
    expect(type('conf t\r')).toBe('conf t\nr1(config)#');
    expect(type('end\r')).toBe('end\nr1#');
  });

  test('a prompt stands for one that has more around it, and one that nothing is like does not count', () => {
    const modes = {
      operational: { prompt: () => '\n[edit]\nadmin@r1> ', words: 'abbreviated' },
      private: { prompt: () => 'admin@r1# ', words: 'abbreviated' },
    } as const;
    const platform = { ...benchPlatform, initialMode: 'operational', modes, commands: [] };
    const { type } = loggedIn(
      {
        up: { output: 'up', prompt: '{base_prompt}>', new_prompt: '{base_prompt}#' },
        anywhere: { output: 'here', prompt: ['{base_prompt}(vlan)#'] },
      },
      { ...platform, execMode: 'operational' },
    );
    expect(type('anywhere\r')).toContain('here');
    expect(type('up\r')).toBe('up\nup\nadmin@r1# ');
    expect(type('up\r')).not.toContain('up\nup');
  });

  test('an alias is another of them, or a command of the platform', () => {
    const { type } = loggedIn({
      'show time': { output: 'late' },
      'sh ti': { alias: 'show time' },
      ver: { alias: 'show version' },
      round: { alias: 'about' },
      about: { alias: 'round' },
    });
    expect(type('sh ti\r')).toBe('sh ti\nlate\nr1>');
    expect(type('ver\r')).toBe('ver\nBench OS 1.0 on r1\nr1>');
    expect(type('round\r')).toContain('r1>');
  });

  test('_default_ is said to what nobody knows', () => {
    const { type } = loggedIn({ _default_: { output: 'What?' } });
    expect(type('gibberish\r')).toBe('gibberish\nWhat?\nr1>');
    expect(type('_default_\r')).toBe('_default_\nWhat?\nr1>');
    expect(type('show version\r')).toContain('Bench OS 1.0');
  });

  test('are answered to a command without a shell, too', () => {
    const { shell, seen, status } = shellWith({ uname: { output: 'box' } });
    shell.execute('uname');
    expect(seen()).toBe('box\n');
    expect(status()).toBe(0);
  });
});
