import { describe, expect, test } from '@jest/globals';
import { createTopologyBundle, readTopology, type TopologyModel } from '@remote-lab/topology';
import { readTransformed } from './read-transformed';
import { comparable } from './test-fixtures/comparable';
import { readFixture } from './test-fixtures/read-fixture';

const small = async (): Promise<TopologyModel> =>
  readTransformed(JSON.parse((await readFixture('small-lab.json')).toString()));

const node = { id: 7, device: 'eos', mgmt: { ifname: 'Management0', ipv4: '192.168.121.107' } };
const one = (values: object): unknown => ({ nodes: { r1: { ...node, ...values } } });

describe('readTransformed', () => {
  test('gives the model that our own reader has of the same topology', async () => {
    const topology = { path: 'small-lab.yml', content: await readFixture('small-lab.yml') };
    const own = readTopology(createTopologyBundle({ topology, extraFiles: [] }));
    expect(comparable(await small())).toEqual(comparable(own));
  });

  test('keeps order, device, groups, modules, management and loopback of nodes', async () => {
    const { name, provider, nodes } = await small();
    expect({ name, provider }).toEqual({ name: 'small', provider: 'clab' });
    expect(nodes.map((each) => each.name)).toEqual(['r2', 'r1', 'r3', 'h1']);
    expect(nodes[0]).toMatchObject({
      ...{ id: 1, device: 'eos', role: 'router', modules: ['ospf', 'bgp'] },
      groups: ['edge', 'all_routers', 'as65000'],
      mgmt: { ifname: 'Management0', ipv4: '192.168.121.101', mac: 'ca:fe:00:01:00:00' },
      loopback: { ifname: 'Loopback0', ipv4: '10.0.0.1/32' },
      attributes: { bgp: { as: 65000 }, box: 'ceos:4.34.2F' },
    });
    expect(nodes[2]).toMatchObject({ groups: ['all_routers'], mtu: 1400 });
    expect(nodes[3]).toMatchObject({ role: 'host', groups: [] });
    expect(nodes[3]).not.toHaveProperty('loopback');
  });

  test('keeps names, addresses, MAC addresses, MTU and neighbors of interfaces', async () => {
    const [r2, , r3] = (await small()).nodes;
    expect(r2?.interfaces[1]).toMatchObject({
      ...{ ifindex: 2, ifname: 'Ethernet2', clabName: 'et2', name: 'r2 -> r1', linkindex: 2, type: 'p2p' },
      ...{ ipv4: '10.1.0.6/30', mtu: 1600, macAddress: 'caf0.0001.0002' },
      neighbors: [{ node: 'r1', ifname: 'ethernet-1/2', ipv4: '10.1.0.5/30' }],
    });
    expect(r3?.interfaces[0]).toMatchObject({
      unnumbered: ['ipv4'],
      neighbors: [{ node: 'r2', ifname: 'Ethernet3', unnumbered: ['ipv4'] }],
    });
    expect(r3?.interfaces[1]).toMatchObject({ bridge: 'small_4', ipv6: '2001:db8:5::3/64', role: 'lan' });
    expect(r3?.interfaces[2]).toMatchObject({ ifname: 'lo1', type: 'loopback', virtual: true });
  });

  test('says that OSPF is off where netlab says nothing of it', async () => {
    const [r2, , , h1] = (await small()).nodes;
    expect(r2?.interfaces.map(({ attributes }) => attributes['ospf'])).toEqual([
      expect.objectContaining({ area: '0.0.0.0' }),
      false,
      expect.objectContaining({ area: '0.0.0.0' }),
      expect.objectContaining({ area: '0.0.0.0' }),
    ]);
    expect(h1?.interfaces[0]?.attributes).not.toHaveProperty('ospf');
  });

  test('leaves out unmanaged nodes, but not what others know of them', async () => {
    const { nodes, links } = await small();
    expect(nodes[0]?.interfaces[3]?.neighbors).toEqual([
      { node: 'isp', ifname: 'GigabitEthernet0/1', ipv4: '198.51.100.2/30' },
    ]);
    expect(links[4]).toMatchObject({
      ...{ linkindex: 5, type: 'stub', bridge: 'small_5', ends: [{ node: 'r2', ifname: 'Ethernet4' }] },
    });
  });

  test('stands what other releases and providers leave out', () => {
    const { nodes, links } = readTransformed(one({ interfaces: null, module: 'bgp', role: 'gateway' }));
    expect(links).toEqual([]);
    expect(nodes[0]).toMatchObject({ role: 'router', modules: ['bgp'], interfaces: [] });
    expect(nodes[0]?.mgmt.mac).toBe('ca:fe:00:07:00:00');
  });

  test('takes a type of link it does not know by the number of neighbors', () => {
    const { nodes } = readTransformed(
      one({
        interfaces: [
          { ifindex: 1, ifname: 'Ethernet1', type: 'bond', neighbors: [{ node: 'r2', ifname: 'eth1' }] },
          { ifindex: 2, ifname: 'Ethernet2', type: 'bond' },
        ],
      }),
    );
    expect(nodes[0]?.interfaces.map(({ type }) => type)).toEqual(['p2p', 'stub']);
  });

  test.each([
    [undefined, 'nothing at nodes'],
    [{ nodes: [] }, 'at nodes'],
    [{ nodes: { r1: 'eos' } }, '"eos" at nodes.r1 '],
    [one({ id: '7' }), '"7" at nodes.r1.id'],
    [one({ device: 3 }), '3 at nodes.r1.device'],
    [one({ interfaces: [{ ifindex: 1 }] }), 'nothing at nodes.r1.interfaces[0].ifname'],
    [one({ interfaces: [{ ifname: 'eth1' }] }), 'nothing at nodes.r1.interfaces[0].ifindex'],
    [one({ interfaces: [{ ifindex: 1, ifname: 'eth1', neighbors: [{}] }] }), 'interfaces[0].neighbors'],
  ])('refuses what is no topology of netlab: %j', (data, words) => {
    expect(() => readTransformed(data)).toThrow(
      expect.objectContaining({ code: 'netlab_unusable', message: expect.stringContaining(words) }),
    );
  });
});
