import { describe, expect, test } from '@jest/globals';
import { readLab } from './test-fixtures/read-lab';

const lab = (text: string) => readLab(`provider: clab\ndefaults.device: iosv\n${text}`);

describe('interfaces', () => {
  const device = lab('nodes: [ r1, { name: h1, device: linux } ]\nlinks: [ r1-h1, r1 ]')('r1');

  test('come as management, loopback, links', () => {
    expect(device.interfaces.map(({ kind, name, ipv4 }) => [kind, name, ipv4])).toEqual([
      ['mgmt', 'GigabitEthernet0/0', '192.168.121.101/24'],
      ['loopback', 'Loopback0', '10.0.0.1/32'],
      ['ethernet', 'GigabitEthernet0/1', '172.16.0.1/24'],
      ['ethernet', 'GigabitEthernet0/2', '172.16.1.1/24'],
    ]);
  });

  test('say where they lead and have a MAC address of their own', () => {
    const macs = device.interfaces.map(({ mac }) => mac);
    expect(device.interfaces.at(2)?.description).toBe('r1 -> h1');
    expect(new Set(macs).size).toBe(macs.length);
  });

  test('that are shut down take the other end of the cable with them', () => {
    const node = lab('nodes: [ r1, r2, r3 ]\nlinks:\n- { r1: { shutdown: true }, r2: }\n- r2-r3');
    const states = (name: string) => node(name).interfaces.map(({ adminUp, linkUp }) => [adminUp, linkUp]);
    expect(states('r1').at(2)).toEqual([false, false]);
    expect(states('r2').at(2)).toEqual([true, false]);
    expect(states('r2').at(3)).toEqual([true, true]);
    expect(node('r2').neighbors.map(({ name }) => name)).toEqual(['r3']);
    expect(node('r1').routes.map(({ prefix }) => prefix)).toEqual(['10.0.0.1/32']);
  });
});

describe('identity', () => {
  test('the same name has the same serial number in every lab, another name another one', () => {
    const one = lab('nodes: [ r1, r2 ]');
    const other = lab('nodes: [ r0, r1 ]');
    expect(one('r1').serialNumber).toBe(other('r1').serialNumber);
    expect(one('r1').serialNumber).not.toBe(one('r2').serialNumber);
    expect(one('r1').serialNumber).toMatch(/^9[0-9A-Z]{10}$/);
  });

  test('uptime runs from the moment the lab was built', () => {
    expect(lab('nodes: [ r1 ]')('r1').uptimeMs()).toBe(3_723_000);
  });
});

describe('neighbours', () => {
  const node = lab(`nodes:
  r1:
  r2: { device: eos }
  r3: { device: srlinux }
  h1: { device: linux }
links: [ r1-r2, r1-r2-r3-h1 ]
`);

  test('are the routers on each link, every one of a LAN, in their own words', () => {
    const seen = node('r1').neighbors.map((one) => [one.interfaceName, one.name, one.neighborInterface]);
    expect(seen).toEqual([
      ['GigabitEthernet0/1', 'r2', 'Ethernet1'],
      ['GigabitEthernet0/2', 'r2', 'Ethernet2'],
      ['GigabitEthernet0/2', 'r3', 'ethernet-1/1'],
    ]);
  });

  test('agree with what the neighbour says of itself', () => {
    const [first] = node('r1').neighbors;
    const own = node('r2').interfaces.find(({ name }) => name === 'Ethernet1');
    expect(first).toMatchObject({
      neighborMac: own?.mac,
      neighborMgmtIpv4: '192.168.121.102',
      neighborIpv4: '10.1.0.2',
      neighborNetlabDevice: 'eos',
      neighborTitle: 'eos',
    });
  });

  test('never are hosts, which see nobody either, though they answer to ARP', () => {
    expect(node('h1').neighbors).toEqual([]);
    expect(node('r1').arp?.map(({ ipv4 }) => ipv4)).toEqual([
      '10.1.0.2',
      '172.16.0.2',
      '172.16.0.3',
      '172.16.0.4',
    ]);
  });
});

describe('routes', () => {
  const routesOf = (text: string, name: string) =>
    lab(text)(name).routes.map(({ prefix, protocol, nextHop, interfaceName, metric }) =>
      [prefix, protocol, nextHop ?? interfaceName, metric].join(' '),
    );

  test('are its own networks and addresses, but not the management network', () => {
    expect(routesOf('nodes: [ r1, r2 ]\nlinks: [ r1-r2 ]', 'r1')).toEqual([
      '10.0.0.1/32 connected Loopback0 0',
      '10.1.0.0/30 connected GigabitEthernet0/1 0',
      '10.1.0.1/32 local GigabitEthernet0/1 0',
    ]);
  });

  test('are learnt by OSPF over the shortest path, loopbacks and passive stubs included', () => {
    const text = 'module: [ ospf ]\nnodes: [ r1, r2, r3 ]\nlinks: [ r1-r2, r2-r3, r3 ]';
    expect(routesOf(text, 'r1').filter((line) => line.includes('ospf'))).toEqual([
      '10.0.0.2/32 ospf 10.1.0.2 10',
      '10.0.0.3/32 ospf 10.1.0.2 20',
      '10.1.0.4/30 ospf 10.1.0.2 20',
      '172.16.0.0/24 ospf 10.1.0.2 30',
    ]);
  });

  test('follow the cost of links, in the direction of travel', () => {
    const text = `module: [ ospf ]
nodes: [ r1, r2, r3 ]
links:
- { r1: { ospf.cost: 50 }, r3: }
- r1-r2
- r2-r3
`;
    expect(routesOf(text, 'r1')).toContain('10.0.0.3/32 ospf 10.1.0.6 20');
    expect(routesOf(text, 'r3')).toContain('10.0.0.1/32 ospf 10.1.0.1 10');
  });

  test('stand side by side where paths cost the same', () => {
    const text = 'module: [ ospf ]\nnodes: [ r1, r2, r3, r4 ]\nlinks: [ r1-r2, r1-r3, r2-r4, r3-r4 ]';
    expect(routesOf(text, 'r1').filter((line) => line.startsWith('10.0.0.4/32'))).toEqual([
      '10.0.0.4/32 ospf 10.1.0.2 20',
      '10.0.0.4/32 ospf 10.1.0.6 20',
    ]);
  });

  test('cross no link that OSPF does not run on: switched off, another area, another system', () => {
    const over = (link: string) =>
      routesOf(`module: [ ospf ]\nnodes: [ r1, r2 ]\nlinks:\n- ${link}\n`, 'r1').filter((line) =>
        line.includes('ospf'),
      );
    expect(over('r1-r2')).toHaveLength(1);
    expect(over('{ r1: , r2: , ospf: false }')).toEqual([]);
    expect(over('{ r1: { ospf.area: 1 }, r2: { ospf.area: 2 } }')).toEqual([]);
    expect(over('{ r1: , r2: { ospf.passive: true } }')).toEqual([]);
    const twoSystems = `module: [ ospf, bgp ]
nodes: { r1: { bgp.as: 65000 }, r2: { bgp.as: 65001 } }
links: [ r1-r2 ]
`;
    expect(routesOf(twoSystems, 'r1').filter((line) => line.includes('ospf'))).toEqual([]);
  });

  test('lead a host to the pools of the lab over the first router on its link', () => {
    const text = 'nodes: { r1: , r2: , h1: { device: linux } }\nlinks: [ r1-r2, r2-h1, r1 ]';
    expect(routesOf(text, 'h1')).toEqual([
      '10.0.0.0/24 static 172.16.0.2 0',
      '10.1.0.0/16 static 172.16.0.2 0',
      '172.16.0.0/16 static 172.16.0.2 0',
      '172.16.0.0/24 connected eth1 0',
      '172.16.0.3/32 local eth1 0',
    ]);
  });
});

describe('OSPF neighbours', () => {
  test('on a LAN the highest router IDs are designated, and the others only greet each other', () => {
    const node = lab('module: [ ospf ]\nnodes: [ r1, r2, r3, r4 ]\nlinks: [ r1-r2-r3-r4 ]');
    expect(node('r1').interfaces.at(2)?.ospfState).toBe('DROTHER');
    expect(node('r1').ospfNeighbors?.map((one) => [one.name, one.neighborState, one.full])).toEqual([
      ['r2', 'DROTHER', false],
      ['r3', 'BDR', true],
      ['r4', 'DR', true],
    ]);
  });

  test('a router without the module has none', () => {
    const node = lab('nodes: { r1: { module: [ ospf ] }, r2: }\nlinks: [ r1-r2 ]');
    expect(node('r1').ospfNeighbors).toEqual([]);
    expect(node('r2').interfaces.map(({ ospfArea }) => ospfArea)).toEqual([undefined, undefined, undefined]);
  });
});

test('BGP sessions go to direct peers of other systems and to the loopbacks of our own', () => {
  const node = lab(`module: [ bgp ]
nodes: { r1: { bgp.as: 65000 }, r2: { bgp.as: 65000 }, r3: { bgp.as: 65001 } }
links: [ r1-r2, r1-r3 ]
`);
  expect(node('r1').bgpAs).toBe(65_000);
  expect(node('r1').bgpNeighbors).toEqual([
    // No protocol carries the loopbacks of this lab.
    { name: 'r2', ipv4: '10.0.0.2', remoteAs: 65_000, updateSource: 'Loopback0', established: false },
    { name: 'r3', ipv4: '10.1.0.6', remoteAs: 65_001, established: true },
  ]);
});

test.each([
  ['ospf carries the loopbacks', 'module: [ ospf, bgp ]', '', [true, true]],
  ['the cable is shut', 'module: [ ospf, bgp ]', ', shutdown: true', [false, true]],
  ['nobody carries the loopbacks', 'module: [ bgp ]', '', [false, true]],
])('BGP sessions when %s', (_when, modules, shut, expected) => {
  const node = lab(`${modules}
nodes: { r1: { bgp.as: 65000 }, r2: { bgp.as: 65000 }, r3: { bgp.as: 65001 } }
links: [ { r1: , r2: { mtu: 1500${shut} } }, r1-r3 ]
`);
  expect(node('r1').bgpNeighbors?.map(({ established }) => established)).toEqual(expected);
});
