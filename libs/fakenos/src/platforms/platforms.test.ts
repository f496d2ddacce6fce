import { describe, expect, test } from '@jest/globals';
import type { FakeDevice } from '../device/fake-device';
import { readLab } from './test-fixtures/read-lab';
import type { Platform } from '../engine/platform';
import { platformFor, platformIndex } from './index';
import { platforms } from './platform-list';
import { logIn } from './test-fixtures/log-in';
import { platformLab } from './test-fixtures/platform-lab';
import { platformQuestions } from './test-fixtures/platform-questions';

/** Three devices of one kind and an FRR router on a line; hosts get a router to talk over. */
function lab(device: string, names: { readonly first: string; readonly links: readonly string[] }) {
  const { first, links } = names;
  const platform = platformFor(device);
  const read = (topology: string) =>
    platform?.netlabDevices.length === 0 ? platformLab(platform, topology) : readLab(topology);
  return read(
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

/** Everything that a configuration says of a network: two protocols, two families, sizes, a port that is shut. */
function richLab(device: string) {
  return readLab(
    `provider: clab
module: [ ospf, bgp ]
addressing: { lan: { ipv6: '2001:db8:1::/48' }, loopback: { ipv6: '2001:db8:2::/48' } }
nodes:
  a1: { device: ${device}, bgp.as: 65001 }
  b1: { device: ${device}, bgp.as: 65001 }
  c1: { device: frr, bgp.as: 65002 }
links:
- a1-b1
- { a1: { ospf.cost: 33 }, b1: }
- { a1: { ospf.area: 0.0.0.7 }, c1: { ospf.area: 0.0.0.7 }, mtu: 1600 }
- { a1: { shutdown: true }, b1: }
- { a1: , b1: , c1: }
- a1
`,
  );
}

test('every platform that keeps its configuration is asked', () => {
  const stateful = platforms.filter(({ configuration }) => configuration);
  const wanted = stateful.flatMap(({ netlabDevices, name }) =>
    netlabDevices.length > 0 ? netlabDevices : [name],
  );
  expect(platformQuestions.map(({ device }) => device).sort()).toEqual(wanted.sort());
});

describe.each(platformQuestions)(
  'what $device says follows the topology:',
  ({
    device,
    interfaces,
    routes,
    config,
    neighbors,
    ping: pingLine,
    shut,
    unshut,
    rename,
    save,
    commitSaves,
  }) => {
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
        if (device === 'linux') expect(ask(before, 'b1', 'lldpcli show neighbors')).not.toContain('a1');
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
      const ping = (from: typeof before, target: string) => logIn(from('a1')).type(pingLine(target));
      const answered = /bytes from 10\.0\.0\.3|Reply from 10\.0\.0\.3|!!!!!|received=[1-9]/;
      expect(ping(before, '10.0.0.3')).toMatch(answered);
      expect(ping(before, '10.0.0.99')).not.toMatch(answered);
      expect(ping(lab(device, { first: 'a1', links: ['b1-c1', 'c1'] }), '10.0.0.3')).not.toMatch(answered);
    });

    test('an untouched configuration means what the topology says', () => {
      const rich =
        device === 'linux' ? lab(device, { first: 'a1', links: ['a1-b1', 'b1-c1', 'c1'] }) : richLab(device);
      const before = view(rich('a1'));
      rich('a1').configuration?.edit((tree) => [...tree]);
      expect(view(rich('a1'))).toEqual(before);
    });

    test('an interface that is shut is down on both ends, its routes are gone, and all comes back', () => {
      const here = lab(device, { first: 'a1', links: ['a1-b1', 'b1-c1', 'c1'] });
      const login = logIn(here('a1'));
      const type = (lines: readonly string[]) => {
        for (const line of lines)
          expect({ line, said: login.type(line), status: login.status() }).toMatchObject({ line, status: 0 });
      };
      const port = here('a1').interfaces.at(-1)?.name ?? '';
      const peer = () => here('b1').interfaces.find(({ name }) => name === peerPort);
      const peerPort = here('b1').interfaces.find(({ kind }) => kind === 'ethernet')?.name ?? '';
      const said = { here: ask(here, 'a1', interfaces), routes: ask(here, 'a1', routes) };
      expect(peer()?.linkUp).toBe(true);

      type(shut(port));

      expect(here('a1').interfaces.at(-1)).toMatchObject({ name: port, adminUp: false, linkUp: false });
      expect(peer()?.linkUp).toBe(false);
      expect(ask(here, 'a1', interfaces)).not.toBe(said.here);
      expect(ask(here, 'a1', routes)).not.toBe(said.routes);
      if (neighbors !== undefined) {
        expect(ask(here, 'a1', neighbors)).not.toContain('b1');
        expect(ask(here, 'b1', neighbors)).not.toContain('a1');
      }

      type(unshut(port));

      expect(peer()?.linkUp).toBe(true);
      expect(ask(here, 'a1', interfaces)).toBe(said.here);
      expect(ask(here, 'a1', routes)).toBe(said.routes);
      if (neighbors !== undefined) expect(ask(here, 'b1', neighbors)).toContain('a1');
    });

    test('another name by configuration is seen in the prompt and by the neighbours, and lost by a reload unless saved', () => {
      const here = lab(device, { first: 'a1', links: ['a1-b1', 'b1-c1', 'c1'] });
      const login = logIn(here('a1'));
      const type = (lines: readonly string[]) => {
        for (const line of lines)
          expect({ line, said: login.type(line), status: login.status() }).toMatchObject({ line, status: 0 });
      };

      type(rename('core-7'));

      expect(logIn(here('a1')).prompt()).toContain('core-7');
      expect(ask(here, 'a1', config)).toContain('core-7');
      if (neighbors !== undefined) expect(ask(here, 'b1', neighbors)).toContain('core-7');
      here('a1').configuration?.reload();
      expect(here('a1').name).toBe(commitSaves ? 'core-7' : 'a1');
      if (save.length === 0) return;
      type([...rename('core-8'), ...save]);
      here('a1').configuration?.reload();
      expect(here('a1').name).toBe('core-8');
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

/** What a device is in the network, as plain data. */
function view({
  name,
  routerId,
  bgpAs,
  interfaces,
  neighbors,
  routes,
  arp,
  ospfNeighbors,
  bgpNeighbors,
}: FakeDevice) {
  return { name, routerId, bgpAs, interfaces, neighbors, routes, arp, ospfNeighbors, bgpNeighbors };
}

describe.each(platforms.map((platform): [string, Platform] => [platform.name, platform]))(
  '%s',
  (_name, platform) => {
    const interactive = platform.commands.filter(({ modes }) =>
      modes.every((mode) => platform.modes[mode]?.words !== 'exact'),
    );
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

test('the index describes every platform, in their order, and loads it', () => {
  expect(platformIndex.map(({ load }) => load())).toEqual(platforms);
  for (const { load, ...described } of platformIndex) expect(load()).toMatchObject(described);
  const described = platformIndex.map(({ name, aliases = [], netlabDevices }) => [
    name,
    aliases,
    netlabDevices,
  ]);
  expect(described).toEqual(
    platforms.map(({ name, aliases = [], netlabDevices }) => [name, aliases, netlabDevices]),
  );
});

test('titles, names and netlab devices are unique, and an unknown device has no platform', () => {
  const titles = platforms.map(({ title }) => title);
  const names = platforms
    .flatMap(({ name, aliases = [] }) => [name, ...aliases])
    .filter((name) => name !== 'linux');
  const devices = platforms.flatMap(({ netlabDevices }) => netlabDevices);
  expect(new Set(titles).size).toBe(titles.length);
  expect(new Set(names).size).toBe(names.length);
  expect(new Set(devices).size).toBe(devices.length);
  expect(platformFor('ios-classic')).toBeUndefined();
  expect(platformFor('frr')?.title).toBe('FRRouting');
  expect(platformFor('linux')?.title).toBe('Linux');
});
