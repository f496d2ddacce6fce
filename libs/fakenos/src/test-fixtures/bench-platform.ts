import type { Platform } from '../engine/platform';

const LONG_OUTPUT_LINES = 60;

/** A small network operating system that has one of everything the engine can do. */
export const benchPlatform: Platform = {
  name: 'bench_os',
  title: 'Bench OS',
  netlabDevices: ['bench'],
  greeting: ({ name }) => `Welcome to ${name}`,
  initialMode: 'user',
  execMode: 'enable',
  modes: {
    user: { prompt: ({ name }) => `${name}>`, words: 'abbreviated', ctrlD: 'exit' },
    enable: { prompt: ({ name }) => `${name}#`, words: 'abbreviated', ctrlD: 'exit' },
    config: { prompt: ({ name }) => `${name}(config)#`, words: 'abbreviated', ctrlC: 'end', ctrlZ: 'end' },
    'config-if': {
      prompt: ({ name }) => `${name}(config-if)#`,
      words: 'abbreviated',
      fallback: 'config',
      ctrlZ: 'end',
    },
    shell: { prompt: ({ name }) => `${name}:~$ `, words: 'exact', ctrlD: 'exit' },
  },
  commands: [
    {
      syntax: 'show version',
      modes: ['user', 'enable'],
      run: ({ device }) => `Bench OS 1.0 on ${device.name}`,
    },
    { syntax: 'show clock', modes: ['user', 'enable'], run: ({ device }) => device.now().toISOString() },
    {
      syntax: 'show ip interface [brief]',
      modes: ['enable'],
      run: ({ args }) => args['brief'] ?? 'all of it',
    },
    { syntax: 'show log', modes: ['enable'], run: () => numberedLines(LONG_OUTPUT_LINES) },
    { syntax: 'show flood', modes: ['enable'], run: () => 'x'.repeat(79).concat('\n').repeat(50_000) },
    {
      syntax: 'terminal length <lines:0-512>',
      modes: ['user', 'enable'],
      run: ({ args }) => ({ pageLines: Number(args['lines']) }),
    },
    {
      syntax: 'enable',
      modes: ['user'],
      run: () => ({ ask: { prompt: 'Password: ', echo: false, then: enable } }),
    },
    { syntax: 'configure terminal', modes: ['enable'], run: () => ({ mode: 'config' }) },
    {
      syntax: 'interface <name...>',
      modes: ['config'],
      run: ({ session, args }) => {
        session.variables.set('interface', args['name'] ?? '');
        return { mode: 'config-if' };
      },
    },
    {
      syntax: 'description <text...>',
      modes: ['config-if'],
      run: ({ args, session }) => `${session.variables.get('interface')}: ${args['text']}`,
    },
    { syntax: 'hostname <name>', modes: ['config'], run: () => '' },
    {
      syntax: 'do <line...>',
      modes: ['config'],
      run: ({ args }) => ({ redirect: { mode: 'enable', line: args['line'] ?? '' } }),
    },
    { syntax: 'end', modes: ['config', 'config-if'], run: () => ({ mode: 'enable' }) },
    {
      syntax: 'crash',
      modes: ['enable'],
      run: () => {
        throw new Error('a mistake in a handler');
      },
    },
    { syntax: 'nowhere', modes: ['enable'], run: () => ({ mode: 'no-such-mode' }) },
    { syntax: 'bash', modes: ['enable'], run: () => ({ mode: 'shell' }) },
    { syntax: 'echo <text...>', modes: ['shell'], run: ({ args }) => args['text'] ?? '' },
    { syntax: 'false', modes: ['shell', 'enable'], run: () => ({ status: 3 }) },
    { syntax: 'logout', modes: ['user', 'enable'], run: () => ({ close: true }) },
    {
      syntax: 'exit',
      modes: ['user', 'enable', 'config', 'config-if', 'shell'],
      run: () => ({ leave: true }),
    },
  ],
  help: {
    show: 'Show running system information',
    'show version': 'System software status',
    '<lines>': 'Number of lines',
  },
  filters: { include: 'Lines that match', count: 'Number of lines' },
  refusals: {
    unknown: ({ column, promptLength }) => `${' '.repeat(promptLength + column)}^\n% Invalid input`,
    incomplete: () => '% Incomplete command',
    ambiguous: ({ line }) => `% Ambiguous command: "${line.trim()}"`,
  },
  paging: { prompt: ' --More-- ', defaultLines: 24 },
};

function enable(password: string) {
  return password === 'secret' ? { mode: 'enable' } : '% Bad secrets';
}

function numberedLines(count: number): string {
  return Array.from({ length: count }, (_, index) => `line ${index + 1}`).join('\n');
}
