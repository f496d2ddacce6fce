import { describe, expect, test } from '@jest/globals';
import type { FakeDevice } from '../device/fake-device';
import { compileCommands } from '../engine/command-tree';
import { saidText } from '../engine/line-result';
import type { Platform } from '../engine/platform';
import { runLine } from '../engine/run-line';
import { SessionMemory } from '../engine/session-memory';
import { benchDevice } from '../test-fixtures/bench-device';
import { candidateOf, commitCandidate } from './candidate';
import type { ConfigTree } from './config-tree';
import { block, leaf } from './config-tree';
import { KeptConfiguration } from './kept-configuration';
import { lineCommands } from './line-commands';
import type { LineGrammar } from './line-grammar';
import { printIndented } from './print-indented';

const grammar: LineGrammar = {
  negation: 'no',
  target: 'running',
  leave: ['exit'],
  end: { words: ['end'], mode: 'exec' },
  reset: 'default',
  values: {
    port: (typed) => /^e(?:thernet)?\s*(\d)$/.exec(typed)?.[1]?.replace(/^/, 'ethernet '),
    number: (typed) => (/^\d+$/.test(typed) ? typed : undefined),
  },
  modes: {
    config: {
      settings: ['hostname <name>', 'ip lookup'],
      shownNegated: ['ip lookup'],
      entries: ['ntp server <address> [prefer]'],
      order: ['hostname', 'ntp', 'interface', 'router'],
      sections: [
        {
          syntax: 'interface <port...>',
          mode: 'port',
          keep: (text) => (text.endsWith('1') ? 'It is soldered.' : undefined),
        },
        { syntax: 'router bgp <as:1-65535>', mode: 'bgp' },
      ],
    },
    port: {
      settings: [
        'description <text...>',
        'shutdown',
        { syntax: 'ip address <number>', replaces: /^ip address \d+$/ },
      ],
      shownNegated: ['ip address'],
      entries: ['ip address <number> secondary'],
    },
    bgp: {
      entries: ['neighbor <number> as <as:1-9>'],
      sections: [{ syntax: 'family <name>', mode: 'family' }],
    },
    family: { entries: ['network <number>'] },
  },
};

function session(target: LineGrammar['target'] = 'running', initial: ConfigTree = []) {
  const mode = { prompt: () => '#', words: 'abbreviated' } as const;
  const platform: Platform = {
    name: 'bench',
    title: 'Bench',
    netlabDevices: [],
    initialMode: 'exec',
    modes: {
      exec: mode,
      config: mode,
      port: { ...mode, fallback: 'config' },
      bgp: { ...mode, fallback: 'config' },
      family: { ...mode, fallback: 'bgp' },
    },
    commands: [
      { syntax: 'configure', modes: ['exec'], run: () => ({ mode: 'config' }) },
      ...lineCommands({ ...grammar, target }),
    ],
    help: {},
    refusals: { unknown: () => 'unknown', incomplete: () => 'incomplete', ambiguous: () => 'ambiguous' },
  };
  const configuration = new KeptConfiguration({
    initial: () => initial,
    now: () => new Date(0),
    uptimeMs: () => 0,
    onChange: () => undefined,
    onReload: () => undefined,
  });
  const device: FakeDevice = { ...benchDevice('r1'), configuration };
  const memory = new SessionMemory('admin', platform);
  const tree = compileCommands(platform);
  const type = (...lines: readonly string[]) =>
    lines.map((line) => {
      const onFault = (error: unknown) => {
        throw error;
      };
      const result = runLine({ tree, device, session: memory, promptLength: 0, onFault }, line);
      memory.apply(result);
      return saidText(result.said).trim();
    });
  return {
    type,
    memory,
    device,
    configuration,
    shown: () => printIndented(configuration.running, { width: 1 }),
  };
}

describe('entering lines', () => {
  test('writes them in full, however they were abbreviated', () => {
    const { type, shown } = session();
    type('conf', 'host r9', 'int e1', 'desc the core', 'shut');
    expect(shown()).toEqual(['hostname r9', 'interface ethernet 1', ' description the core', ' shutdown']);
  });

  test('a setting replaces its former value, an entry stands beside others, once', () => {
    const { type, shown } = session();
    type('conf', 'hostname a', 'hostname b', 'ntp server 1', 'ntp server 2 prefer', 'ntp server 1');
    expect(shown()).toEqual(['hostname b', 'ntp server 1', 'ntp server 2 prefer']);
  });

  test('a setting may say which lines it replaces', () => {
    const { type, shown } = session();
    type('conf', 'int e1', 'ip address 1', 'ip address 2 secondary', 'ip address 3');
    expect(shown()).toEqual(['interface ethernet 1', ' ip address 3', ' ip address 2 secondary']);
  });

  test('a value that its reader refuses is refused as an unknown word', () => {
    const { type, shown } = session();
    expect(type('conf', 'interface foo', 'int e1', 'ip address x')).toEqual(['', 'unknown', '', 'unknown']);
    expect(shown()).toEqual(['interface ethernet 1']);
  });

  test('lines go where the order says', () => {
    const { type, shown } = session();
    type('conf', 'router bgp 1', 'int e2', 'ntp server 1', 'int e1', 'hostname z');
    expect(shown()).toEqual([
      'hostname z',
      'ntp server 1',
      'interface ethernet 2',
      'interface ethernet 1',
      'router bgp 1',
    ]);
  });
});

describe('taking lines back', () => {
  test('by the keywords, by the value, by a part of an entry', () => {
    const { type, shown } = session();
    type(
      'conf',
      'hostname a',
      'ntp server 1',
      'ntp server 2',
      'router bgp 1',
      'neighbor 1 as 1',
      'neighbor 2 as 2',
    );
    type('no neighbor 1', 'exit', 'no hostname', 'no ntp server 2');
    expect(shown()).toEqual(['ntp server 1', 'router bgp 1', ' neighbor 2 as 2']);
    type('no ntp server');
    expect(shown()).toEqual(['router bgp 1', ' neighbor 2 as 2']);
  });

  test('some settings are shown when they are off', () => {
    const { type, shown } = session();
    type('conf', 'no ip lookup', 'int e1', 'ip address 1', 'no ip address');
    expect(shown()).toEqual(['interface ethernet 1', ' no ip address', 'no ip lookup']);
    type('ip lookup');
    expect(shown()).toContain('ip lookup');
    expect(shown()).not.toContain('no ip lookup');
  });

  test('a section goes with all that is in it, unless the platform says why not', () => {
    const { type, shown } = session();
    type('conf', 'int e1', 'shut', 'int e2', 'shut');
    expect(type('no int e2', 'no int e1')).toEqual(['', 'It is soldered.']);
    expect(shown()).toEqual(['interface ethernet 1', ' shutdown']);
    type('default int e1');
    expect(shown()).toEqual(['interface ethernet 1']);
  });

  test('what is not there may be taken back all the same', () => {
    const { type, configuration } = session();
    const before = configuration.running;
    expect(type('conf', 'no ntp server 1', 'no hostname')).toEqual(['', '', '']);
    expect(configuration.running).toBe(before);
  });
});

describe('getting about', () => {
  test('a section beside this one is not below it', () => {
    const { type, memory } = session();
    type('conf', 'int e1', 'router bgp 1', 'family x');
    expect([memory.mode, memory.path, memory.stack]).toEqual([
      'family',
      ['router bgp 1', 'family x'],
      ['exec', 'config', 'bgp'],
    ]);
    type('exit');
    expect([memory.mode, memory.path]).toEqual(['bgp', ['router bgp 1']]);
    type('int e2');
    expect([memory.mode, memory.path]).toEqual(['port', ['interface ethernet 2']]);
    type('end');
    expect([memory.mode, memory.path]).toEqual(['exec', []]);
  });

  test('a line of an outer mode leaves the inner one', () => {
    const { type, memory, shown } = session();
    type('conf', 'router bgp 1', 'family x', 'neighbor 1 as 1');
    expect(memory.mode).toBe('bgp');
    type('hostname b');
    expect(memory.mode).toBe('config');
    expect(shown()).toEqual(['hostname b', 'router bgp 1', ' family x', ' neighbor 1 as 1']);
  });
});

describe('a candidate', () => {
  const initial = [leaf('hostname r1'), block('interface ethernet 1', [leaf('shutdown')])];

  test('keeps the changes to itself until it is committed as one', () => {
    const { type, memory, device, configuration } = session('candidate', initial);
    type('conf', 'hostname r2', 'int e1', 'no shut');
    expect(configuration.running).toBe(initial);
    expect(printIndented(candidateOf({ device, session: memory }), { width: 1 })).toEqual([
      'hostname r2',
      'interface ethernet 1',
    ]);

    expect(commitCandidate({ device, session: memory }, 'for the test')).toBe(true);

    expect(configuration.running).toEqual([leaf('hostname r2'), block('interface ethernet 1', [])]);
    expect(configuration.history).toEqual([
      { tree: initial, at: new Date(0), username: 'admin', comment: 'for the test' },
    ]);
    expect(commitCandidate({ device, session: memory })).toBe(false);
  });

  test('is applied to what others have committed meanwhile', () => {
    const { type, memory, device, configuration } = session('candidate', initial);
    type('conf', 'hostname r2');
    configuration.edit((tree) => [...tree, leaf('ntp server 7')]);
    commitCandidate({ device, session: memory });
    expect(configuration.running.map(({ text }) => text)).toEqual([
      'hostname r2',
      'interface ethernet 1',
      'ntp server 7',
    ]);
  });
});
