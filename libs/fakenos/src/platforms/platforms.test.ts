import { describe, expect, test } from '@jest/globals';
import { readLab } from './test-fixtures/read-lab';
import type { Platform } from '../engine/platform';
import { platformFor, platforms } from './index';
import { logIn } from './test-fixtures/log-in';

interface Questions {
  readonly device: string;
  readonly interfaces: string;
  readonly routes: string;
  readonly config: string;
  /** Hosts do not speak LLDP. */
  readonly neighbors?: string;
}

const questions: readonly Questions[] = [
  ...['iosv', 'iosvl2', 'iol', 'ioll2', 'csr', 'cat8000v'].map((device) => ({
    device,
    interfaces: 'show ip interface brief',
    routes: 'show ip route',
    config: 'show running-config',
    neighbors: 'show lldp neighbors',
  })),
  {
    device: 'eos',
    interfaces: 'show ip interface brief',
    routes: 'show ip route',
    config: 'show running-config',
    neighbors: 'show lldp neighbors',
  },
  {
    device: 'srlinux',
    interfaces: 'show interface',
    routes: 'show network-instance default route-table ipv4-unicast summary',
    config: 'info',
    neighbors: 'show system lldp neighbor',
  },
  {
    device: 'frr',
    interfaces: 'ip addr',
    routes: 'vtysh -c "show ip route"',
    config: 'vtysh -c "show running-config"',
    neighbors: 'lldpcli show neighbors',
  },
  { device: 'linux', interfaces: 'ip addr', routes: 'ip route', config: 'cat /etc/hosts' },
];

/** Three devices of one kind and an FRR router on a line; hosts get a router to talk over. */
function lab(device: string, names: { readonly first: string; readonly links: readonly string[] }) {
  const { first, links } = names;
  return readLab(
    `provider: clab
module: [ ospf ]
nodes:
  ${first}: { device: ${device}, role: ${device === 'linux' ? 'host' : 'router'}, module: [ ${device === 'linux' ? '' : 'ospf'} ] }
  b1: { device: ${device === 'linux' ? 'frr' : device} }
  c1: { device: frr }
links: [ ${links.join(', ')} ]
`,
  );
}

test('every platform is asked', () => {
  expect(questions.map(({ device }) => device).sort()).toEqual(
    platforms.flatMap((one) => one.netlabDevices).sort(),
  );
});

describe.each(questions)(
  'what $device says follows the topology:',
  ({ device, interfaces, routes, config, neighbors }) => {
    const before = lab(device, { first: 'a1', links: ['a1-b1', 'b1-c1', 'c1'] });
    const renamed = lab(device, { first: 'z9', links: ['z9-b1', 'b1-c1', 'c1'] });
    const moved = lab(device, { first: 'a1', links: ['b1-c1', 'c1', 'a1-c1'] });
    const ask = (from: typeof before, node: string, line: string) => {
      const login = logIn(from(node));
      const said = login.type(line);
      expect({ line, status: login.status() }).toEqual({ line, status: 0 });
      return said;
    };

    test('a renamed node has another prompt, name and configuration', () => {
      expect(logIn(before('a1')).prompt()).toContain('a1');
      expect(logIn(renamed('z9')).prompt()).toBe(logIn(before('a1')).prompt().replace('a1', 'z9'));
      expect(ask(renamed, 'z9', config)).toContain('z9');
      expect(ask(renamed, 'z9', config)).not.toContain('a1');
    });

    test('a moved link changes interfaces, routes and configuration on its ends', () => {
      const beforeEnd = before('a1').interfaces.at(-1)?.ipv4 ?? '';
      const afterEnd = moved('a1').interfaces.at(-1)?.ipv4 ?? '';
      expect(afterEnd).not.toBe(beforeEnd);
      expect(ask(before, 'a1', interfaces)).toContain(beforeEnd.replace(/\/.*/, ''));
      expect(ask(moved, 'a1', interfaces)).toContain(afterEnd.replace(/\/.*/, ''));
      expect(ask(moved, 'a1', interfaces)).not.toContain(beforeEnd.replace(/\/.*/, ''));
      expect(ask(moved, 'a1', routes)).not.toBe(ask(before, 'a1', routes));
      expect(ask(moved, 'a1', config)).not.toBe(ask(before, 'a1', config));
      expect(moved('c1').interfaces.length).toBe(before('c1').interfaces.length + 1);
    });

    test('both ends of a link show each other, and no longer when it moves', () => {
      if (neighbors === undefined) {
        expect(ask(before, 'b1', 'lldpcli show neighbors')).not.toContain('a1');
        return;
      }
      expect(ask(before, 'a1', neighbors)).toContain('b1');
      expect(ask(before, 'b1', neighbors)).toContain('a1');
      expect(ask(renamed, 'b1', neighbors)).toContain('z9');
      expect(ask(renamed, 'b1', neighbors)).not.toContain('a1');
      expect(ask(moved, 'a1', neighbors)).not.toContain('b1');
      expect(ask(moved, 'a1', neighbors)).toContain('c1');
      expect(ask(moved, 'b1', neighbors)).not.toContain('a1');
      expect(ask(moved, 'c1', 'lldpcli show neighbors')).toContain('a1');
    });

    test('a route leads to what lies behind the neighbour', () => {
      const target = device === 'linux' ? '10.0.0.0/24' : '10.0.0.3';
      expect(ask(before, 'a1', routes)).toContain(target);
      const alone = lab(device, { first: 'a1', links: ['b1-c1', 'c1'] });
      expect(ask(alone, 'a1', routes)).not.toContain(target);
    });

    test('ping answers where there is a way, and only there', () => {
      const ping = (from: typeof before, target: string) =>
        logIn(from('a1')).type(
          device === 'srlinux' ? `ping ${target} network-instance default` : `ping ${target}`,
        );
      const answered = /bytes from 10\.0\.0\.3|!!!!!/;
      expect(ping(before, '10.0.0.3')).toMatch(answered);
      expect(ping(before, '10.0.0.99')).not.toMatch(answered);
      expect(ping(lab(device, { first: 'a1', links: ['b1-c1', 'c1'] }), '10.0.0.3')).not.toMatch(answered);
    });

    test('every command without a placeholder answers, in every mode it is known in', () => {
      const platform = platformFor(device);
      expect(platform).toBeDefined();
      for (const { syntax, modes } of platform?.commands ?? []) {
        if (syntax.includes('<') || syntax === 'false') continue;
        for (const mode of modes) {
          const login = logIn(before('a1'), { mode });
          const said = login.type(syntax.replace(/[[\]]/g, ''));
          expect({ syntax, mode, status: login.status() }).toEqual({ syntax, mode, status: 0 });
          expect(said).not.toMatch(/undefined|NaN|\[object/);
        }
      }
    });
  },
);

describe.each(platforms.map((platform): [string, Platform] => [platform.name, platform]))(
  '%s',
  (_name, platform) => {
    const interactive = platform.commands.filter(({ modes }) => !modes.includes('shell'));
    const paths = interactive.map(({ syntax }) =>
      syntax
        .replace(/[[\]]/g, '')
        .replace(/(?:\.\.\.|:\d+-\d+)>/g, '>')
        .split(' '),
    );

    test('has no help for words that it does not know', () => {
      const known = new Set(
        paths.flatMap((words) => words.flatMap((word, at) => [word, words.slice(0, at + 1).join(' ')])),
      );
      expect(Object.keys(platform.help).filter((key) => !known.has(key))).toEqual([]);
    });

    test('explains every word that `?` shows', () => {
      const explained = (words: readonly string[]) =>
        words.join(' ') in platform.help || (words.at(-1) ?? '') in platform.help;
      const prefixes = paths.flatMap((words) => words.map((_, at) => words.slice(0, at + 1)));
      expect(prefixes.filter((words) => !explained(words)).map((words) => words.join(' '))).toEqual([]);
    });
  },
);

test('titles and netlab devices are unique, and an unknown device has no platform', () => {
  const titles = platforms.map(({ title }) => title);
  const devices = platforms.flatMap(({ netlabDevices }) => netlabDevices);
  expect(new Set(titles).size).toBe(titles.length);
  expect(new Set(devices).size).toBe(devices.length);
  expect(platformFor('nxos')).toBeUndefined();
});

test('the names are those that a scraping library logs in with', () => {
  expect(platforms.map(({ name }) => name)).toEqual([
    'cisco_ios',
    'arista_eos',
    'nokia_srl',
    'linux',
    'linux',
  ]);
});
