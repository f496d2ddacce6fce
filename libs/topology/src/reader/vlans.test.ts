import { describe, expect, test } from '@jest/globals';
import { problemsOf, readText } from '../test-fixtures/read-text';

const HEAD = `
nodes:
  s1: { device: eos, module: [ vlan ] }
  s2: { device: eos, module: [ vlan ] }
  r: { device: frr, module: [ vlan ] }
  h1: { device: linux }
  h2: { device: linux }
`;

const interfaces = (text: string, node: string): string[] =>
  readText(HEAD + text)
    .nodes.filter(({ name }) => name === node)
    .flatMap((found) =>
      found.interfaces.map((one) => `${one.type} ${one.ifname} ${one.ipv4 ?? '-'} ${one.name}`),
    );

describe('VLANs', () => {
  const access = `
vlans: { red: { links: [ s1-h1, s2-h2 ] } }
links:
- { s1: , s2: , vlan.trunk: [ red ] }
`;

  test('have their address on an interface of the switch, and everybody as neighbor', () => {
    expect(interfaces(access, 's1')).toEqual([
      'p2p Ethernet1 - s1 -> s2',
      'lan Ethernet2 - [Access VLAN red] s1 -> h1',
      'svi Vlan1000 172.16.0.1/24 VLAN red (1000) -> [h1,h2,s2]',
    ]);
    expect(interfaces(access, 'h1')).toEqual(['lan eth1 172.16.0.4/24 h1 -> [s1,h2,s2]']);
  });

  test('are subinterfaces on routers', () => {
    const text =
      'vlans: { red: { mode: route }, blue: { mode: route } }\nlinks:\n- { s1: , r: , vlan.trunk: [ red, blue ] }';
    expect(interfaces(text, 'r')).toEqual([
      'p2p eth1 - r -> s1',
      'vlan_member eth1.1001 10.1.0.2/30 r -> s1',
      'vlan_member eth1.1000 10.1.0.6/30 r -> s1',
    ]);
    expect(interfaces(text, 's1')).toEqual([
      'p2p Ethernet1 - s1 -> r',
      'vlan_member Ethernet1.1 10.1.0.1/30 s1 -> r',
      'vlan_member Ethernet1.2 10.1.0.5/30 s1 -> r',
    ]);
  });

  test('that only bridge have no address', () => {
    const text = 'vlan.mode: bridge\nvlans: { red: { id: 7, links: [ s1-h1, s1-h2 ] } }';
    expect(interfaces(text, 's1').at(-1)).toBe('svi Vlan7 - VLAN red (7) -> [h1,h2]');
    expect(interfaces(text, 'h2')).toEqual(['lan eth1 172.16.0.5/24 h2 -> [h1,s1]']);
  });

  test('are no links of their own', () => {
    expect(readText(HEAD + access).links.map(({ type, ipv4 }) => [type, ipv4])).toEqual([
      ['p2p', undefined],
      ['lan', '172.16.0.0/24'],
      ['lan', '172.16.0.0/24'],
    ]);
  });

  test('have to be defined', () => {
    expect(problemsOf(`${HEAD}vlans: { red: }\nlinks:\n- { s1: , h1: , vlan.access: rad }`)).toEqual([
      `10:30: links[1].vlan.access: unknown VLAN "rad"; did you mean 'red'?`,
    ]);
  });
});

describe('several wires in one link', () => {
  const HEAD2 = 'defaults.device: eos\nmodule: [ lag ]\nnodes: [ a, b ]\n';

  test('are an interface with the address and wires without', () => {
    const { nodes, links } = readText(`${HEAD2}links:\n- lag.members: [ a-b, a-b ]\n- a-b\n`);
    expect(nodes[0]?.interfaces.map((one) => [one.type, one.ifname, one.ipv4, one.linkindex])).toEqual([
      ['lag', 'port-channel1', '10.1.0.1/30', 0],
      ['p2p', 'Ethernet1', '10.1.0.5/30', 2],
      ['p2p', 'Ethernet2', undefined, 3],
      ['p2p', 'Ethernet3', undefined, 4],
    ]);
    expect(links.map(({ linkindex, ends }) => [linkindex, ...ends.map((end) => end.ifname)])).toEqual([
      [2, 'Ethernet1', 'Ethernet1'],
      [3, 'Ethernet2', 'Ethernet2'],
      [4, 'Ethernet3', 'Ethernet3'],
    ]);
  });

  test('connect two nodes', () => {
    expect(problemsOf(`${HEAD2}links:\n- lag.members: [ a-a ]\n- lag.members: []\n`)).toEqual([
      '5:18: links[1].lag.members[1]: a member of a LAG connects two different nodes',
      '6:16: links[2].lag.members: must be a list of links',
    ]);
  });
});
