import { describe, expect, test } from '@jest/globals';
import { createTopologyBundle } from '../create-topology-bundle';
import type { NodeModel } from '../topology-model';
import { readTopology } from './read-topology';

const read = (text: string, files: Record<string, string> = {}) =>
  readTopology(
    createTopologyBundle({
      topology: { path: 'lab.yml', content: Buffer.from(text) },
      extraFiles: Object.entries(files).map(([path, content]) => ({ path, content: Buffer.from(content) })),
    }),
  );

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const node = (text: string, name: string): NodeModel => {
  const found = read(text).nodes.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`no node ${name}`);
  return found;
};

describe('two routers and a stub network', () => {
  const topology = (device: string) =>
    `provider: clab\ndefaults.device: ${device}\nmodule: [ ospf ]\nnodes: [ r1, r2 ]\nlinks:\n- r1-r2\n- r1\n`;

  // What netlab 26.03 itself says about r1 of this lab, device by device.
  test.each([
    {
      device: 'frr',
      mgmt: 'eth0',
      loopback: 'lo',
      names: ['eth1', 'eth2'],
      arrow: '->',
      extra: [{ mtu: 1500 }, { mtu: 1500 }],
      node: { mtu: 1500 },
    },
    {
      device: 'eos',
      mgmt: 'Management0',
      loopback: 'Loopback0',
      names: ['Ethernet1', 'Ethernet2'],
      arrow: '->',
      extra: [
        { macAddress: 'caf0.0001.0001', clabName: 'et1' },
        { macAddress: 'caf0.0001.0002', clabName: 'et2' },
      ],
      node: {},
    },
    {
      device: 'iosv',
      mgmt: 'GigabitEthernet0/0',
      loopback: 'Loopback0',
      names: ['GigabitEthernet0/1', 'GigabitEthernet0/2'],
      arrow: '->',
      extra: [{ clabName: 'eth1' }, { clabName: 'eth2' }],
      node: {},
    },
    {
      device: 'srlinux',
      mgmt: 'mgmt0',
      loopback: 'lo0.0',
      names: ['ethernet-1/1', 'ethernet-1/2'],
      arrow: '~',
      extra: [{ clabName: 'e1-1' }, { clabName: 'e1-2' }],
      node: {},
    },
  ])('with $device', ({ device, mgmt, loopback, names, arrow, extra, node: more }) => {
    const [first, second] = names;
    expect(plain(node(topology(device), 'r1'))).toEqual({
      name: 'r1',
      id: 1,
      device,
      role: 'router',
      modules: ['ospf'],
      groups: [],
      mgmt: { ifname: mgmt, ipv4: '192.168.121.101', mac: 'ca:fe:00:01:00:00' },
      loopback: { ifname: loopback, ipv4: '10.0.0.1/32' },
      interfaces: [
        {
          ifindex: 1,
          ifname: first,
          name: `r1 ${arrow} r2`,
          linkindex: 1,
          type: 'p2p',
          ipv4: '10.1.0.1/30',
          neighbors: [{ node: 'r2', ifname: first, ipv4: '10.1.0.2/30' }],
          attributes: {},
          ...extra[0],
        },
        {
          ifindex: 2,
          ifname: second,
          name: `r1 ${arrow} stub`,
          linkindex: 2,
          type: 'stub',
          ipv4: '172.16.0.1/24',
          role: 'stub',
          bridge: 'lab_2',
          neighbors: [],
          attributes: {},
          ...extra[1],
        },
      ],
      attributes: {},
      ...more,
    });
  });

  test('has neighbors on both ends', () => {
    const [one] = node(topology('frr'), 'r2').interfaces;
    expect(one).toMatchObject({
      ifname: 'eth1',
      ipv4: '10.1.0.2/30',
      neighbors: [{ node: 'r1', ifname: 'eth1', ipv4: '10.1.0.1/30' }],
    });
  });
});
