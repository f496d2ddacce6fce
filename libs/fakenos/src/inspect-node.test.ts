import { describe, expect, test } from '@jest/globals';
import { readTopology, type TopologyModel } from '@remote-lab/topology';
import { buildDevices } from './device/build-devices';
import { inspectNode, loginOf } from './inspect-node';
import { bundleOf } from './test-fixtures/bundle-of';

const address = { host: '192.0.2.1', port: 40_001 };

function inspectFirst(yaml: string): Readonly<Record<string, unknown>> {
  return inspectFirstOf(readTopology(bundleOf(yaml)));
}

function inspectFirstOf(model: TopologyModel): Readonly<Record<string, unknown>> {
  const [node] = model.nodes;
  const device = buildDevices(model, {
    clock: { now: () => 0, date: () => new Date(0) },
    platformOf: () => undefined,
  }).get(node?.name ?? '');
  if (!node || !device) throw new Error('The topology has no node.');
  const { name: lab = 'lab', provider = 'libvirt' } = model;
  return inspectNode(node, { lab, provider, device, ...address, login: loginOf(node, provider) });
}

const pairOf = (device: string) =>
  `{ name: lab, provider: clab, module: [ospf], defaults.device: ${device}, nodes: [r1, r2], links: [r1-r2, r1] }`;

describe('inspectNode', () => {
  test('a router has the shape that netlab prints', () => {
    expect(inspectFirst(pairOf('eos'))).toEqual({
      af: { ipv4: true },
      ansible_connection: 'network_cli',
      ansible_host: '192.0.2.1',
      ansible_network_os: 'eos',
      ansible_port: 40_001,
      ansible_ssh_pass: 'admin',
      ansible_user: 'admin',
      box: 'ceos:4.34.2F',
      device: 'eos',
      hostname: 'clab-lab-r1',
      id: 1,
      interfaces: [
        {
          clab: { name: 'et1' },
          ifindex: 1,
          ifname: 'Ethernet1',
          ipv4: '10.1.0.1/30',
          linkindex: 1,
          mac_address: 'caf0.0001.0001',
          name: 'r1 -> r2',
          neighbors: [{ ifname: 'Ethernet1', ipv4: '10.1.0.2/30', node: 'r2' }],
          ospf: { area: '0.0.0.0', network_type: 'point-to-point', passive: false },
          type: 'p2p',
        },
        expect.objectContaining({
          bridge: 'lab_2',
          role: 'stub',
          type: 'stub',
          ospf: expect.objectContaining({ passive: true }),
        }),
      ],
      loopback: {
        ifindex: 0,
        ifname: 'Loopback0',
        ipv4: '10.0.0.1/32',
        neighbors: [],
        ospf: { area: '0.0.0.0', passive: false },
        type: 'loopback',
        virtual_interface: true,
      },
      mgmt: { ifname: 'Management0', ipv4: '192.0.2.1', mac: 'ca:fe:00:01:00:00' },
      module: ['ospf'],
      name: 'r1',
      ospf: {
        af: { ipv4: true },
        area: '0.0.0.0',
        areas: [{ area: '0.0.0.0', kind: 'regular' }],
        router_id: '10.0.0.1',
      },
      role: 'router',
    });
  });

  test.each([
    [
      'iosv',
      {
        ansible_connection: 'network_cli',
        ansible_network_os: 'ios',
        netlab_device_type: 'ios',
        ansible_user: 'admin',
      },
    ],
    [
      'frr',
      {
        ansible_connection: 'paramiko',
        ansible_network_os: 'frr',
        ansible_user: 'root',
        ansible_ssh_pass: 'admin',
      },
    ],
    [
      'srlinux',
      { ansible_connection: 'paramiko', ansible_network_os: 'srlinux', ansible_ssh_pass: 'NokiaSrl1!' },
    ],
    ['linux', { ansible_connection: 'paramiko', ansible_network_os: 'linux', ansible_ssh_pass: 'vagrant' }],
    ['vmx', { ansible_connection: 'network_cli', ansible_network_os: 'junos' }],
  ])('%s is reached over SSH, never through a container engine', (device, fields) => {
    expect(inspectFirst(`{ provider: clab, defaults.device: ${device}, nodes: [r1] }`)).toMatchObject(fields);
  });

  test('the login of a device depends on the provider', () => {
    expect(inspectFirst('{ defaults.device: eos, nodes: [r1] }')).toMatchObject({
      ansible_user: 'vagrant',
      ansible_ssh_pass: 'vagrant',
    });
  });

  test('both address families are told where there are two', () => {
    const yaml =
      '{ addressing.p2p.ipv6: "2001:db8::/48", defaults.device: frr, nodes: [r1, r2], links: [r1-r2] }';
    expect(inspectFirst(yaml)).toMatchObject({ af: { ipv4: true, ipv6: true } });
  });

  test('what netlab itself found out about a node is kept, but for what the fake device knows better', () => {
    const model = readTopology(bundleOf(pairOf('eos')));
    const inspected = inspectFirstOf({
      ...model,
      nodes: model.nodes.map((node) => ({
        ...node,
        attributes: {
          af: { ipv4: true, vpnv4: true },
          ansible_host: '192.168.121.101',
          box: 'ceos:special',
          clab: { kind: 'ceos' },
          hostname: 'clab-somewhere-else',
          ospf: { area: '0.0.0.0', bfd: true },
        },
        interfaces: node.interfaces.map((one) => ({
          ...one,
          attributes: { clab: { uplink: 'eth9' }, ospf: false, stp: { enable: true } },
        })),
      })),
    });
    expect(inspected).toMatchObject({
      ...{ af: { ipv4: true }, ansible_host: '192.0.2.1', box: 'ceos:special', clab: { kind: 'ceos' } },
      ...{ hostname: 'clab-lab-r1', mgmt: { ipv4: '192.0.2.1' } },
    });
    const [wired] = [inspected['interfaces']].flat();
    expect(wired).toMatchObject({ clab: { uplink: 'eth9', name: 'et1' }, stp: { enable: true } });
    expect(wired).not.toHaveProperty('ospf');
  });
});
