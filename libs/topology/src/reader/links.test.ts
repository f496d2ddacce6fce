import { describe, expect, test } from '@jest/globals';
import { readText } from '../test-fixtures/read-text';

const HEAD = 'defaults.device: frr\nnodes: { r1: , r2: , r3: , h: { device: linux } }\n';

const links = (text: string): string[] =>
  readText(HEAD + text).links.map(
    ({ type, ends }) => `${type} ${ends.map((end) => `${end.node}.${end.ifname}`).join(' ')}`,
  );

const addresses = (text: string): string[] =>
  readText(HEAD + text)
    .nodes.flatMap((node) =>
      node.interfaces.map((one) =>
        [one.linkindex, node.name, one.ipv4, one.ipv6, ...(one.unnumbered ?? [])].filter(Boolean).join(' '),
      ),
    )
    .sort();

describe('links', () => {
  test.each([
    ['a bare string', 'links: r1-r2', ['p2p r1.eth1 r2.eth1']],
    ['strings', 'links: [ r1-r2, "r2 - r3" ]', ['p2p r1.eth1 r2.eth1', 'p2p r2.eth2 r3.eth1']],
    ['a string with three nodes', 'links: [ r1-r2-r3 ]', ['lan r1.eth1 r2.eth1 r3.eth1']],
    ['a string with one node', 'links: [ r1 ]', ['stub r1.eth1']],
    ['a node linked to itself', 'links: [ r1-r1 ]', ['p2p r1.eth1 r1.eth2']],
    ['parallel links', 'links: [ r1-r2, r1-r2 ]', ['p2p r1.eth1 r2.eth1', 'p2p r1.eth2 r2.eth2']],
    ['a link with a host', 'links: [ r1-h, h ]', ['lan r1.eth1 h.eth1', 'lan h.eth2']],
    ['lists of nodes', 'links: [ [ r1, r2 ] ]', ['p2p r1.eth1 r2.eth1']],
    [
      'mappings of nodes',
      'links:\n- r1:\n  r2: { ipv4: 10.9.9.9/24 }\n  bandwidth: 1000',
      ['p2p r1.eth1 r2.eth1'],
    ],
    [
      'interfaces',
      'links:\n- interfaces: [ { node: r1, ifindex: 7 }, r2, { node: r3 } ]',
      ['lan r1.eth7 r2.eth1 r3.eth1'],
    ],
    [
      'named lists',
      'links: { core: [ r1-r2 ], edge: { a: [ r3 ], b: r1 } }',
      ['p2p r1.eth1 r2.eth1', 'stub r3.eth1', 'stub r1.eth2'],
    ],
    [
      'link groups',
      'links:\n- group: core\n  type: lan\n  members: [ r1-r2, { r2: , r3: , type: p2p } ]',
      ['lan r1.eth1 r2.eth1', 'p2p r2.eth2 r3.eth1'],
    ],
    [
      'a written type',
      'links:\n- { r1: , r2: , type: lan }\n- { r1: , type: loopback }',
      ['lan r1.eth1 r2.eth1', 'loopback r1.lo1'],
    ],
    ['a tunnel', 'links:\n- { r1: , r2: , type: tunnel }', ['tunnel r1.tun0 r2.tun0']],
    ['disabled links', 'links:\n- { r1: , r2: , disable: true }\n- r1-r3', ['p2p r1.eth1 r3.eth1']],
    ['written names', 'links:\n- { r1.ifname: ge0, r2: }', ['p2p r1.ge0 r2.eth1']],
    [
      'links of VRFs and VLANs after all others',
      'module: [ vrf ]\nvrfs: { red: { links: [ r1-r2 ] } }\nlinks: [ r3 ]',
      ['stub r3.eth1', 'p2p r1.eth1 r2.eth1'],
    ],
    ['nothing', 'links:', []],
  ])('may be written as %s', (_form, text, expected) => {
    expect(links(text)).toEqual(expected);
  });
});

describe('addresses', () => {
  test.each([
    [
      'point to point, by name',
      'links: [ r2-r1, r1-r3 ]',
      ['1 r1 10.1.0.1/30', '1 r2 10.1.0.2/30', '2 r1 10.1.0.5/30', '2 r3 10.1.0.6/30'],
    ],
    [
      'a LAN, by node id',
      'links: [ r3-r1-h ]',
      ['1 h 172.16.0.4/24', '1 r1 172.16.0.1/24', '1 r3 172.16.0.3/24'],
    ],
    [
      'a written prefix',
      'links:\n- { r1: , r2: , prefix: 192.0.2.8/29 }',
      ['1 r1 192.0.2.9/29', '1 r2 192.0.2.10/29'],
    ],
    [
      'both families',
      'links:\n- { r1: , r2: , prefix: { ipv4: 192.0.2.8/31, ipv6: "2001:db8::/64" } }',
      ['1 r1 192.0.2.8/31 2001:db8::1/64', '1 r2 192.0.2.9/31 2001:db8::2/64'],
    ],
    ['no prefix', 'links:\n- { r1: , r2: , prefix: false }', ['1 r1', '1 r2']],
    [
      'a host number',
      'links:\n- { r1.ipv4: 7, r2: , r3: }',
      ['1 r1 172.16.0.7/24', '1 r2 172.16.0.2/24', '1 r3 172.16.0.3/24'],
    ],
    [
      'a written address',
      'links:\n- { r1.ipv4: 192.0.2.1/24, r2.ipv4: false }',
      ['1 r1 192.0.2.1/24', '1 r2'],
    ],
    [
      'an address with the length of the link',
      'links:\n- { r1.ipv4: 10.1.0.2, r2.ipv4: 10.1.0.1 }',
      ['1 r1 10.1.0.2/30', '1 r2 10.1.0.1/30'],
    ],
    [
      'a named pool',
      'addressing: { core: { ipv4: 10.99.0.0/16, prefix: 31 } }\nlinks:\n- { r1: , r2: , pool: core }',
      ['1 r1 10.99.0.0/31', '1 r2 10.99.0.1/31'],
    ],
    [
      'a role that is also a pool',
      'addressing: { core: { ipv4: 10.99.0.0/16 } }\nlinks:\n- { r1: , r2: , role: core }',
      ['1 r1 10.99.0.1/24', '1 r2 10.99.0.2/24'],
    ],
    [
      'IPv6 pools',
      'addressing: { p2p: { ipv4: , ipv6: "2001:db8:2::/48" } }\nlinks: [ r1-r2 ]',
      ['1 r1 2001:db8:2::1/64', '1 r2 2001:db8:2::2/64'],
    ],
    [
      'an unnumbered pool',
      'addressing: { p2p: { unnumbered: true } }\nlinks: [ r1-r2 ]',
      ['1 r1 ipv4', '1 r2 ipv4'],
    ],
    [
      'a family without addresses',
      'addressing: { p2p: { ipv4: true } }\nlinks: [ r1-r2 ]',
      ['1 r1 ipv4', '1 r2 ipv4'],
    ],
    [
      'a named prefix',
      'prefix: { office: { ipv4: 192.0.2.0/24, allocation: sequential } }\nlinks:\n- { r3: , h: , prefix: office }',
      ['1 h 192.0.2.2/24', '1 r3 192.0.2.1/24'],
    ],
    [
      'a link between autonomous systems',
      'module: [ bgp ]\nnodes.r1.bgp.as: 1\nnodes.r2.bgp.as: 2\naddressing: { external: { ipv4: 10.99.0.0/24, prefix: 30 } }\nlinks: [ r1-r2 ]',
      ['1 r1 10.99.0.1/30', '1 r2 10.99.0.2/30'],
    ],
    ['DHCP clients', 'links:\n- { r1: , h.ipv4: dhcp }', ['1 h', '1 r1 172.16.0.1/24']],
  ])('follow from %s', (_what, text, expected) => {
    expect(addresses(text)).toEqual(expected);
  });

  test('of links and interfaces show what was written about them', () => {
    const { nodes, links } = readText(`
name: campus
module: [ ospf ]
defaults.device: frr
nodes: [ r1, r2, r3 ]
links:
- { r1: { ospf.cost: 5 }, r2: , r3: , name: backbone, mtu: 9000, role: core, ospf: { cost: 10, area: 1 }, bandwidth: 100 }
`);
    expect(links).toEqual([
      {
        linkindex: 1,
        type: 'lan',
        ipv4: '172.16.0.0/24',
        bridge: 'campus_1',
        role: 'core',
        ends: ['r1', 'r2', 'r3'].map((node) => ({ node, ifname: 'eth1' })),
      },
    ]);
    const interfaces = nodes.map((node) => node.interfaces[0]);
    expect(interfaces[0]).toMatchObject({ name: 'backbone', mtu: 9000, role: 'core', bridge: 'campus_1' });
    expect(interfaces.map((one) => one?.attributes)).toEqual([
      { ospf: { cost: 5, area: 1 }, bandwidth: 100 },
      { ospf: { cost: 10, area: 1 }, bandwidth: 100 },
      { ospf: { cost: 10, area: 1 }, bandwidth: 100 },
    ]);
  });

  test('of a VRF loopback may be written as a prefix', () => {
    const { nodes } = readText(
      'module: [ vrf ]\nvrfs: { red: }\nnodes: { r1: { device: eos, vrfs.red.loopback: { ipv4: 192.0.2.0/28, ipv6: "2001:db8::7/64" } } }',
    );
    expect(nodes[0]?.interfaces).toMatchObject([{ ipv4: '192.0.2.1/28', ipv6: '2001:db8::7/64' }]);
  });

  test('of a VRF loopback come from a pool of their own', () => {
    const { nodes } = readText(
      'module: [ vrf ]\nvrf.loopback: true\nvrfs: { red: }\nnodes: { r1: { device: eos, vrfs: { red: } } }',
    );
    expect(nodes[0]?.interfaces).toMatchObject([
      {
        ifname: 'Loopback1',
        ipv4: '10.2.0.1/32',
        type: 'loopback',
        virtual: true,
        linkindex: 0,
        attributes: { vrf: 'red' },
      },
    ]);
  });
});
