import { describe, expect, test } from '@jest/globals';
import { readYaml } from '../documents/read-yaml';
import { FakeNosError } from '../errors';
import { defaultInventory } from './default-inventory';
import { readInventory } from './read-inventory';

const read = (text: string) => {
  const outcome = readYaml(text);
  if (outcome.problem) throw new Error(outcome.problem.message);
  return readInventory(outcome.data, 'lab.yml', { maxHosts: 10 });
};

/** The problems of an inventory, a line each. */
function problemsOf(text: string): readonly string[] {
  try {
    read(text);
  } catch (error) {
    if (!(error instanceof FakeNosError)) throw error;
    expect(error.code).toBe('invalid_inventory');
    return error.problems.map(({ path, message }) => `${path}: ${message}`);
  }
  return [];
}

describe('readInventory', () => {
  test('a host that says nothing is a cisco_ios on port 6000, user and password "user"', () => {
    expect(read('hosts: {r1: }').hosts).toMatchObject([
      {
        name: 'r1',
        port: 6000,
        username: 'user',
        password: 'user',
        plugin: 'cisco_ios',
        server: {},
        shell: {},
      },
    ]);
  });

  test('without any inventory there are three hosts', () => {
    const { hosts } = readInventory(defaultInventory, 'built-in', { maxHosts: 3 });
    expect(hosts.map(({ name, port }) => [name, port])).toEqual([
      ['router_cisco_ios', 6000],
      ['router_huawei_smartax', 6001],
      ['router_arista_eos', 6002],
    ]);
  });

  test('hosts take from the defaults what they do not say, key by key also inside blocks', () => {
    const { hosts } = read(`
      default:
        username: admin
        server: {plugin: ParamikoSshServer, configuration: {ssh_banner: Hello, address: 127.0.0.2}}
        shell: {configuration: {intro: Welcome}}
        nos: {configuration: {commands: {show a: {output: A}}}}
        behavior: {latency_ms: 5, seed: 2}
      hosts:
        r1: {port: 1, password: secret}
        r2:
          port: 2
          username: root
          server: {configuration: {address: localhost}}
          shell: {configuration: {base_prompt: core}}
          nos: {configuration: {commands: {show b: {output: B}}}}
          behavior: {latency_ms: 50}
    `);
    expect(hosts).toMatchObject([
      { username: 'admin', password: 'secret', server: { ssh_banner: 'Hello', address: '127.0.0.2' } },
      {
        username: 'root',
        password: 'user',
        server: { ssh_banner: 'Hello', address: 'localhost' },
        shell: { intro: 'Welcome', base_prompt: 'core' },
        commands: { 'show a': { output: 'A' }, 'show b': { output: 'B' } },
        behavior: { latency_ms: 50, seed: 2 },
      },
    ]);
  });

  test('a block that is null says nothing', () => {
    const [host] = read(
      '{default: {port: 7000, server: null}, hosts: {r1: {nos: null, configuration_file: null}}}',
    ).hosts;
    expect(host).toMatchObject({ port: 7000, server: {} });
  });

  test.each([
    ['the default of all', '{hosts: {r1: {}}}', 'cisco_ios', 'hosts.r1'],
    ['platform', '{hosts: {r1: {platform: arista_eos}}}', 'arista_eos', 'hosts.r1.platform'],
    [
      'nos.plugin, over platform',
      '{hosts: {r1: {platform: arista_eos, nos: {plugin: ceos}}}}',
      'ceos',
      'hosts.r1.nos.plugin',
    ],
    [
      "a host's platform, over the default's nos.plugin",
      '{default: {nos: {plugin: ceos}}, hosts: {r1: {platform: arista_eos}}}',
      'arista_eos',
      'hosts.r1.platform',
    ],
    [
      "the default's nos.plugin, over its platform",
      '{default: {platform: x, nos: {plugin: ceos}}, hosts: {r1: }}',
      'ceos',
      'default.nos.plugin',
    ],
  ])('how a host behaves is said by %s', (_what, text, plugin, path) => {
    const [host] = read(text).hosts;
    expect(host).toMatchObject({ plugin, pluginPath: path.split('.') });
  });

  test('platform is kept beside nos.plugin', () => {
    const [host] = read('{hosts: {r1: {platform: arista_eos, nos: {plugin: ceos}}}}').hosts;
    expect(host?.platform).toBe('arista_eos');
  });

  test('replicas are numbered from 0 and take the ports of the range in order; the range may be wider', () => {
    const { hosts } = read(
      '{hosts: {sw: {replicas: 3, port: [6000, 6999]}, one: {replicas: 1, port: [5, 5]}}}',
    );
    expect(hosts.map(({ name, port }) => `${name} ${port}`)).toEqual([
      'sw0 6000',
      'sw1 6001',
      'sw2 6002',
      'one0 5',
    ]);
  });

  test.each(['auto', '0'])('port %s is any free one, for replicas too', (port) => {
    const { hosts } = read(`{hosts: {r1: {port: ${port}}, sw: {port: ${port}, replicas: 2}}}`);
    expect(hosts.map((host) => host.port)).toEqual([0, 0, 0]);
  });

  test('the same port on two addresses is no conflict', () => {
    const { hosts } = read(`
      hosts:
        r1: {port: 22, server: {configuration: {address: 127.0.0.2}}}
        r2: {port: 22, server: {configuration: {address: 127.0.0.3}}}
    `);
    expect(hosts).toHaveLength(2);
  });

  test('hosts may be linked, by a hyphen also when their names have some', () => {
    const { links } = read(`
      default: {port: auto}
      hosts: {r1: , leaf-1: , spine-1: }
      links: [r1-leaf-1, leaf-1 - spine-1, {a: spine-1, b: r1}]
    `);
    expect(links).toEqual([
      { a: 'r1', b: 'leaf-1' },
      { a: 'leaf-1', b: 'spine-1' },
      { a: 'spine-1', b: 'r1' },
    ]);
  });

  test.each([
    ['nothing', '', ': must be a mapping with hosts'],
    ['a list', '[r1]', ': must be a mapping with hosts'],
    ['no hosts', '{default: {}}', ': lacks "hosts"'],
    ['an unknown key', '{hosts: {}, host: {}}', 'host: is not known here; did you mean "hosts"?'],
    [
      'an unknown key of a host',
      '{hosts: {r1: {count: 2}}}',
      'hosts.r1.count: is not known here; there are username',
    ],
    [
      'a misspelt key, deep down',
      '{hosts: {r1: {server: {configuration: {adress: "::1"}}}}}',
      'hosts.r1.server.configuration.adress: is not known here; did you mean "address"?',
    ],
    [
      'a port in quotes',
      '{hosts: {r1: {port: "6000"}}}',
      'hosts.r1.port: must be a port from 0 to 65535, auto',
    ],
    [
      'a port too high',
      '{default: {port: 65536}, hosts: {}}',
      'default.port: must be a port from 0 to 65535',
    ],
    [
      'a number as password',
      '{hosts: {r1: {password: 12}}}',
      'hosts.r1.password: must be a text (put numbers in quotes)',
    ],
    ['a name with a blank', '{hosts: {"r 1": {}}}', 'hosts["r 1"]: must be a name without blanks'],
    [
      'replicas on one port',
      '{hosts: {r: {replicas: 2, port: 7}}}',
      'hosts.r.port: must be a range for 2 replicas: [7, 8], or auto',
    ],
    [
      'replicas without a port',
      '{hosts: {r: {replicas: 2}}}',
      'hosts.r.port: must be a range for 2 replicas: [6000, 6001]',
    ],
    [
      'a range too small',
      '{hosts: {r: {replicas: 3, port: [7, 8]}}}',
      'hosts.r.port: must have room for 3 replicas: [7, 9]',
    ],
    [
      'a range without replicas',
      '{hosts: {r: {port: [7, 8]}}}',
      'hosts.r.port: is a range, which is for replicas',
    ],
    [
      'too many hosts',
      '{hosts: {r1: , r: {replicas: 10}}}',
      'hosts: has 11 hosts with replicas, and one network at most 10',
    ],
    ['no replicas', '{hosts: {r: {replicas: 0, port: auto}}}', 'hosts.r.replicas: must be >= 1'],
    [
      'a replica called like a host',
      '{default: {port: auto}, hosts: {sw0: , sw: {replicas: 1}}}',
      'hosts.sw: gives a second host the name sw0',
    ],
    [
      'a port given twice',
      '{hosts: {r1: , r2: }}',
      'hosts.r2.port: 6000 of r2 is taken by r1; give each host',
    ],
    [
      'a port given twice, once everywhere',
      '{hosts: {r1: {server: {configuration: {address: 0.0.0.0}}}, r2: {server: {configuration: {address: 127.0.0.2}}}}}',
      'hosts.r2.port: 6000 of r2 is taken by r1',
    ],
    [
      'a Telnet port that is taken',
      '{hosts: {r1: {port: 23, server: {configuration: {telnet_port: 23}}}}}',
      'hosts.r1.server.configuration.telnet_port: 23 of r1 is taken by the host itself',
    ],
    [
      'a name as address',
      '{hosts: {r1: {server: {configuration: {address: example.org}}}}}',
      'hosts.r1.server.configuration.address: must be "localhost" or an IP address, not "example.org"',
    ],
    [
      'an unknown server plug-in',
      '{default: {server: {plugin: Foo}}, hosts: {}}',
      'default.server.plugin: names Foo, which there is not; leave it out, or use ParamikoSshServer',
    ],
    [
      'an unknown shell plug-in',
      '{hosts: {r1: {shell: {plugin: Bar}}}}',
      'hosts.r1.shell.plugin: names Bar, which there is not; leave it out, or use CMDShell',
    ],
    ['a link to nobody', '{hosts: {leaf: }, links: [leaf-spine]}', 'links[0]: names the host "spine"'],
    ['a link misspelt', '{hosts: {leaf: , spine: {port: 1}}, links: [leaf-spin]}', 'did you mean "spine"?'],
    ['a link of one', '{hosts: {r1: }, links: [r1]}', 'links[0]: "r1" is no link'],
    ['a link to itself', '{hosts: {r1: }, links: [r1-r1]}', 'links[0]: links r1 to itself'],
    [
      'a link that can be read in two ways',
      '{default: {port: auto}, hosts: {a: , b-c: , a-b: , c: }, links: [a-b-c]}',
      'links[0]: "a-b-c" can be read in two ways',
    ],
    [
      'a key that is none',
      "{hosts: {r1: {server: {configuration: {authorized_keys: ['# mine', nonsense]}}}}}",
      'hosts.r1.server.configuration.authorized_keys: cannot be used: Line 2 of the authorized keys is no OpenSSH public key; it begins with "nonsense"',
    ],
    [
      'an impossible behaviour',
      '{hosts: {r1: {behavior: {latency_ms: -1}}}}',
      'hosts.r1.behavior.latency_ms: must be >= 0',
    ],
  ])('%s is refused with its place', (_what, text, problem) => {
    expect(problemsOf(text)).toEqual([expect.stringContaining(problem)]);
  });

  test('all problems are told at once, the first five in the message', () => {
    const hosts = Array.from({ length: 8 }, (_, index) => `r${index}: {por: 1}`).join(', ');
    expect(problemsOf(`{hosts: {${hosts}}}`)).toHaveLength(8);
    expect(() => read(`{hosts: {${hosts}}}`)).toThrow(
      /lab\.yml: hosts\.r0\.por .*hosts\.r4\.por .*; and 3 more\./,
    );
  });

  test('a host may be called like what every object has', () => {
    const { hosts } = read(
      '{default: {port: auto}, hosts: {constructor: , __proto__: , toString: {replicas: 1}}}',
    );
    expect(hosts.map(({ name }) => name)).toEqual(['constructor', '__proto__', 'toString0']);
  });
});
