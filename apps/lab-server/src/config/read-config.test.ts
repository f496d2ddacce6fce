import { describe, expect, test } from '@jest/globals';
import type { Config } from './config';
import { helpText } from './help-text';
import { OPTIONS } from './option-table';
import { type ConfigSources, readConfig } from './read-config';

function sources(overrides: Partial<ConfigSources> = {}): ConfigSources {
  return {
    args: [],
    environment: { HOME: '/home/ada' },
    readFile: (path) => {
      throw new Error(`ENOENT: no such file, open '${path}'`);
    },
    privateStateDir: '/tmp/private',
    ...overrides,
  };
}

function config(overrides: Partial<ConfigSources> = {}): Config {
  const invocation = readConfig(sources(overrides));
  if (invocation.kind !== 'run') throw new Error(`asked for ${invocation.kind}`);
  return invocation.config;
}

test('with nothing given, every default holds', () => {
  expect(config()).toEqual({
    host: '0.0.0.0',
    port: 8000,
    backend: 'auto',
    topologyPolicy: 'trusted',
    topologyReader: 'auto',
    netlabEnv: {},
    reclaim: false,
    startTimeoutMs: 3_600_000,
    teardownTimeoutMs: 900_000,
    guardDir: '/run/lock/remote-lab',
    logNetlabOutput: false,
    stateDir: '/home/ada/.local/state/remote-lab',
    database: '/home/ada/.local/state/remote-lab/queue.db',
    ephemeral: false,
    waitingTimeoutMs: 600_000,
    activeTimeoutMs: 300_000,
    idleTtlMs: 300_000,
    advertiseHost: undefined,
    fakenos: { configuration: {}, folder: process.cwd() },
    shutdownTimeoutMs: 60_000,
    logLevel: 'info',
    logFormat: 'auto',
    configFile: undefined,
  });
});

test('a flag wins over the environment, the environment over the file', () => {
  const readFile = (): string => 'port: 1\nhost: 10.0.0.1\nidle-ttl: 5\n';
  const environment = {
    REMOTE_LAB_PORT: '2',
    REMOTE_LAB_HOST: '10.0.0.2',
    REMOTE_LAB_SERVER_CONFIG: 'lab.yml',
  };
  expect(config({ args: ['--port', '3'], environment, readFile })).toMatchObject({
    port: 3,
    host: '10.0.0.2',
    idleTtlMs: 5000,
  });
});

test('a file with everything commented out is a configuration without entries', () => {
  expect(config({ args: ['--config', 'a.yml'], readFile: () => '# port: 1\n\n  # host: x\n' }).port).toBe(
    8000,
  );
});

test('an empty environment variable counts as unset', () => {
  expect(config({ environment: { REMOTE_LAB_PORT: '' } }).port).toBe(8000);
});

test.each([
  [{ STATE_DIRECTORY: '/var/lib/remote-lab', HOME: '/h' }, '/var/lib/remote-lab'],
  [{ STATE_DIRECTORY: '/var/lib/a:/var/lib/b', HOME: '/h' }, '/var/lib/a'],
  [{ XDG_STATE_HOME: '/state', HOME: '/h' }, '/state/remote-lab'],
  [{ HOME: '/h' }, '/h/.local/state/remote-lab'],
])('the state dir follows %j', (environment, stateDir) => {
  expect(config({ environment }).stateDir).toBe(stateDir);
});

describe('an ephemeral server', () => {
  test('has a state dir of its own, whatever the environment says, and forgets its queue', () => {
    const environment = {
      REMOTE_LAB_STATE_DIR: '/var/lib/lab',
      REMOTE_LAB_DATABASE: '/var/lib/lab/queue.db',
    };
    expect(config({ args: ['--ephemeral'], environment })).toMatchObject({
      ephemeral: true,
      stateDir: '/tmp/private',
      database: 'memory',
    });
  });

  test.each(['state-dir', 'database'])('is refused together with --%s', (option) => {
    expect(() => config({ args: ['--ephemeral', `--${option}`, 'memory'] })).toThrow(
      `--ephemeral cannot be combined with --${option}`,
    );
  });
});

test('--debug is --log-level debug, and levels may be in any case', () => {
  expect(config({ args: ['--debug'] }).logLevel).toBe('debug');
  expect(config({ args: ['--log-level', 'WARNING'] }).logLevel).toBe('warning');
});

test('--help and --version ask for nothing else', () => {
  expect(readConfig(sources({ args: ['--help'] }))).toEqual({ kind: 'help' });
  expect(readConfig(sources({ args: ['--version'] }))).toEqual({ kind: 'version' });
});

describe('what cannot be used is refused with its name and what is expected', () => {
  test.each<[Partial<ConfigSources>, string]>([
    [{ args: ['--port', '70000'] }, "--port is '70000', but must be a port number from 0 to 65535."],
    [
      { environment: { REMOTE_LAB_IDLE_TTL: '-1' } },
      "REMOTE_LAB_IDLE_TTL is '-1', but must be a number of seconds",
    ],
    [{ args: ['--backend', 'docker'] }, 'one of auto, netlab, fakenos'],
    [{ args: ['--nonsense'] }, '--help'],
    [{ args: ['stray'] }, '--help'],
    [{ args: ['--database', 'postgres://x'] }, 'SQLite only'],
    [{ args: ['--config', 'gone.yml'] }, "open 'gone.yml'"],
    [{ args: ['--config', 'a.yml'], readFile: () => '- 1' }, 'a.yml must be a mapping'],
    [{ args: ['--config', 'a.yml'], readFile: () => 'prot: 1' }, "a.yml sets 'prot'"],
    [{ args: ['--config', 'a.yml'], readFile: () => 'port: [1]' }, 'port in a.yml must be a single value'],
    [{ args: ['--config', 'a.yml'], readFile: () => 'port: x' }, "port in a.yml is 'x'"],
    [{ args: ['--config', 'a.yml'], readFile: () => 'a: [' }, 'a.yml is not YAML'],
    [
      { args: ['--config', 'a.yml'], readFile: () => 'idle_ttl: 5' },
      "a.yml sets 'idle_ttl'; write 'idle-ttl'.",
    ],
    [{ args: ['--port', '1', '--config', 'a.yml'], readFile: () => 'port: x' }, "port in a.yml is 'x'"],
    [{ args: ['--idle-ttl', '99999999'] }, 'a number of seconds from 0 to 2147483'],
  ])('%j', (overrides, message) => {
    expect(() => readConfig(sources(overrides))).toThrow(message);
  });
});

test('--help shows every option', () => {
  const text = helpText();
  for (const { name } of OPTIONS) expect(text).toContain(`--${name}`);
});

describe('what requests may have read for fake networks', () => {
  const urls = ['https://a.example/labs/', 'http://b.example/'];

  test.each<[string, Partial<ConfigSources>]>([
    ['flags', { args: urls.flatMap((url) => ['--fakenos-url-allow', url]) }],
    ['the environment', { environment: { REMOTE_LAB_FAKENOS_URL_ALLOW: urls.join(', ') } }],
    [
      'a list',
      {
        args: ['--config', 'c'],
        readFile: () => `fakenos-url-allow: [ '${urls.join("', '")}' ]`,
      },
    ],
  ])('can be given as %s', (_, given) => {
    expect(config(given).fakenos.configuration).toEqual({ allowed_urls: urls });
  });

  test('adds to what the file of --fakenos-config allows, whose relative paths begin beside it', () => {
    const readFile = (): string => 'allowed_urls: ["https://c.example/"]\ninventory_folders: [labs]\n';
    const args = ['--fakenos-config', '/etc/lab/fake.yml', '--fakenos-path-allow', '/srv/labs'];
    expect(
      config({ args: [...args, '--fakenos-url-allow', 'https://a.example/'], readFile }).fakenos,
    ).toEqual({
      configuration: {
        allowed_urls: ['https://c.example/', 'https://a.example/'],
        inventory_folders: ['labs', '/srv/labs'],
      },
      folder: '/etc/lab',
    });
  });

  test.each<[readonly string[], string, string]>([
    [['--fakenos-url-allow', 'git.example.org'], '', "--fakenos-url-allow is 'git.example.org'"],
    [['--fakenos-url-allow', 'file:///etc'], '', "--fakenos-url-allow is 'file:///etc'"],
    [['--fakenos-url-allow', 'https://a.example/,'], '', 'URL, several separated by commas'],
    [['--fakenos-config', 'f.yml'], 'networks: [', 'f.yml: line 1'],
    [['--fakenos-config', 'f.yml'], 'networks: []', 'networks must be'],
    [['--fakenos-config', 'f.yml'], 'netwroks: {}', 'did you mean "networks"?'],
  ])('is refused when it cannot be used: %j, %j', (args, text, message) => {
    expect(() => config({ args, readFile: () => text })).toThrow(message);
  });

  test('a file that cannot be read is named', () => {
    expect(() => config({ args: ['--fakenos-config', 'gone.yml'] })).toThrow("open 'gone.yml'");
  });
});

describe('settings for netlab', () => {
  const A_AND_B = { NETLAB_A: '1', NETLAB_B: 'two words' };

  test.each<[string, Partial<ConfigSources>]>([
    ['flags', { args: ['--netlab-env', 'NETLAB_A=1', '--netlab-env', 'NETLAB_B=two words'] }],
    ['the environment', { environment: { REMOTE_LAB_NETLAB_ENV: 'NETLAB_A=1 NETLAB_B=two words' } }],
    [
      'a mapping',
      { args: ['--config', 'c'], readFile: () => 'netlab-env: { NETLAB_A: 1, NETLAB_B: two words }' },
    ],
    ['a list', { args: ['--config', 'c'], readFile: () => 'netlab-env: [ NETLAB_A=1, NETLAB_B=two words ]' }],
  ])('can be given as %s', (_, given) => {
    expect(config(given).netlabEnv).toEqual(A_AND_B);
  });

  test.each(['PATH=/tmp', 'NETLAB_A', '=1', 'NETLAB_A =1'])('must be NETLAB_NAME=VALUE: %s', (text) => {
    expect(() => config({ args: ['--netlab-env', text] })).toThrow(/--netlab-env is .* NETLAB_NAME=VALUE/);
  });
});
