import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { policyProblems } from '../test-fixtures/policy-problems';

const EXAMPLES = join(__dirname, '../../../../docs/examples/topologies');

describe('the example topologies', () => {
  test.each([
    ['branch.yml', []],
    ['dual-stack.yml', []],
    ['fabric.yml', ['plugin', 'fabric']],
    ['pair.yml', []],
  ])('%s: %j is not plain', async (name, expected) => {
    const found = policyProblems(await readFile(join(EXAMPLES, name)));
    expect(found.map((line) => line.split(': ')[1])).toEqual(expected);
  });

  test('are all in the table above', async () => {
    expect((await readdir(EXAMPLES)).filter((name) => name.endsWith('.yml'))).toHaveLength(4);
  });
});

describe('a plain topology passes', () => {
  test.each([
    ['nothing', ''],
    ['a list of names', 'nodes: [r1, r2]'],
    ['a mapping', 'nodes: { r1: , r2: { device: frr } }'],
    ['dotted keys', 'nodes: { r1.device: eos }\ndefaults.device: frr'],
    ['nested defaults', 'defaults: { device: frr, provider: clab }\nnodes: [r1]'],
    ['the old list of mappings', 'nodes: [{ name: r1, device: eos }, r2]'],
    ['names of all forms', 'nodes: [r-1, R1, a_b]'],
    [
      'attributes of nodes',
      'nodes: { r1: { id: 7, role: host, mtu: 1400, loopback: false, unmanaged: true } }',
    ],
    ['loopbacks', 'nodes: { r1: { loopback: { ipv4: 10.9.9.1/32, ipv6: true, ospf.area: 0.0.0.3 } } }'],
    [
      'groups',
      'groups: { _auto_create: true, g: { members: [r1, r2], device: frr, module: [ospf], ospf.area: 1 } }',
    ],
    [
      'groups that create',
      'groups: { hosts: { members: [h1], _auto_create: true, device: linux, provider: clab } }',
    ],
    [
      'groups as lists and of groups',
      'nodes: [r1]\ngroups: { g: [r1], all: { module: [bgp] }, h: { members: [g, "r*"] } }',
    ],
    [
      'data of groups',
      'groups: { g: { members: [r1], node_data: { mtu: 1500, bgp.as: 65000 } } }\nnodes: [r1]',
    ],
    ['one link', 'nodes: [r1, r2]\nlinks: r1-r2'],
    ['links in text', 'nodes: [r1, r2, r3]\nlinks: [r1-r2, "r1 - r2", r1-r2-r3, r1, r1-r1]'],
    ['links as lists', 'nodes: [r1, r-2]\nlinks: [[r1, r-2]]'],
    [
      'links as mappings',
      'nodes: [r1, r2]\nlinks: [{ r1: { ipv4: 10.0.0.1/24 }, r2: , bandwidth: 1000, name: To the LAN }]',
    ],
    [
      'links with interfaces',
      'nodes: [r1, r2]\nlinks: [{ interfaces: [{ node: r1, ipv4: 1 }, r2], type: lan }]',
    ],
    ['links in dotted keys', 'nodes: [r1, r2]\nlinks: [{ r1.ipv4: 10.0.0.1/24, r1.ospf.cost: 5, r2: }]'],
    ['named lists of links', 'nodes: [r1, r2]\nlinks: { core: [r1-r2], edge: { west: [r1], east: [r2] } }'],
    ['link groups', 'nodes: [r1, r2]\nlinks: [{ group: x, ospf.cost: 3, members: [r1-r2, { r1: , r2: }] }]'],
    ...['lan', 'p2p', 'stub', 'loopback', 'tunnel', 'lag'].map((type) => [
      `links of type ${type}`,
      `nodes: [r1, r2]\nlinks: [{ r1: , r2: , type: ${type} }]`,
    ]),
    [
      'prefixes',
      'nodes: [r1]\nlinks: [{ r1: , prefix: 10.0.0.0/24 }, { r1: , prefix: false }, { r1: , prefix: { ipv6: "2001:db8::/64" } }]',
    ],
    [
      'link settings',
      'nodes: [r1]\nlinks: [{ r1: { ifname: Ethernet1/1, ifindex: 4 }, pool: core, role: external, mtu: 1400, disable: true }]',
    ],
    ['a bad line', 'nodes: [r1]\nlinks: [{ r1: , tc: { delay: 10ms, jitter: 1ms, loss: 0.5, rate: 100 } }]'],
    [
      'links of nodes in groups',
      'groups: { _auto_create: true, g: [r1, r2] }\nlinks: [{ r1: , r2: { ipv4: 2 } }]',
    ],
    [
      'VLANs',
      'nodes: [s1, h1]\nmodule: [vlan]\nvlans: { red: { id: 100, mode: irb, prefix: 10.1.0.0/24, links: [s1-h1] } }\nlinks: [{ s1: { vlan.access: red }, h1: }, { s1: , vlan.trunk: [red] }, { s1: , vlan.trunk: { red: { ipv4: 1 } } }]',
    ],
    [
      'VRFs',
      'nodes: [p1, c1]\nmodule: [vrf]\nvrfs: { red: { rd: "65000:1", import: [red, "65000:2"], export: 65000:1, loopback: true, links: [p1-c1] } }\nlinks: [{ p1: { vrf: red }, c1: }]',
    ],
    [
      'address pools',
      'addressing: { core: { ipv4: 10.2.0.0/16, prefix: 24, unnumbered: false }, loopback: { ipv6: "2001:db8::/48", prefix6: 64 } }\naddressing.p2p.start: 1',
    ],
    ['named prefixes', 'prefix: { lan1: { ipv4: 10.4.0.0/24, allocation: id_based } }'],
    ['a version', 'version: ">=26.01"'],
    ['a name and a provider', 'name: lab-1\nprovider: libvirt'],
    ['comments in any script', '# ┌ r1 ┐ – Straße 東京\nnodes: [r1] # one'],
    [
      'BGP',
      'nodes: { r1: { bgp: { as: 65000, rr: true, originate: [192.0.2.0/24], router_id: 1.1.1.1 } } }\nbgp: { as_list: { 65001: { members: ["x*"] } }, community: { ebgp: [standard], ibgp: [standard, extended] }, advertise_roles: [stub] }',
    ],
    [
      'OSPF',
      'ospf: { area: 0.0.0.0, timers: { hello: 1, dead: 3 }, bfd: true, import: [bgp, connected], password: Secret-1 }',
    ],
    ['IS-IS', 'isis: { area: 49.0001, type: level-2, af: [ipv4, ipv6], bfd.ipv4: true }'],
    [
      'other modules',
      'evpn: { session: [ibgp], vlans: [red] }\nvxlan: { flooding: evpn }\ngateway: { protocol: vrrp, vrrp.priority: 20, id: -2 }\nmpls: { ldp: true, vpn: { ipv4: [ibgp] }, 6pe: true }\nsr: { srgb.start: 500000 }\nstp: { protocol: rstp }\nbfd.min_tx: 500',
    ],
    [
      'policies',
      'routing: { policy: { p: [{ action: permit, set.locpref: 200, match.prefix: lan }] }, prefix: { lan: [{ ipv4: 10.0.0.0/8, min: 24 }] }, aspath: { a: ["65000 .*"] }, static: [{ ipv4: 10.0.0.0/8, nexthop.node: r1 }] }',
    ],
    ['LAGs', 'nodes: [r1, r2]\nmodule: [lag]\nlinks: [{ lag: { members: [r1-r2, r1-r2], ifindex: 1 } }]'],
  ])('with %s', (_what, text) => {
    expect(policyProblems(`${text}\n`)).toEqual([]);
  });
});
