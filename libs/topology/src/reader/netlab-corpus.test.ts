import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createTopologyBundle } from '../create-topology-bundle';
import { TopologyError } from '../errors';
import type { InterfaceModel, LinkModel, NeighborModel, NodeModel, TopologyModel } from '../topology-model';
import { emptyMap, isMap, lookUp, type Data, type DataMap } from '../yaml/data';
import { Places } from '../yaml/places';
import { Problems } from '../yaml/problems';
import { readYaml } from '../yaml/read-yaml';
import { readTopology } from './read-topology';

/** A copy of netlab's sources, release 26.03. Without it there is nothing to compare with. */
const corpus = process.env['REMOTE_LAB_NETLAB_CORPUS'];

/** Files with something in them that the model leaves to netlab. */
const NOT_MODELLED: Readonly<Record<string, string>> = {
  'anycast-gateway.yml': 'gateways whose members have no address of their own',
  'bgp-unnumbered-dual-stack.yml': 'IPv6 switched on for BGP over IPv4-only links',
  'bridge-module-attr.yml': 'a bridge node in place of a LAN',
  'dhcp-server-on-segment.yml': 'addresses of DHCP clients as their neighbors see them',
  'dhcp-vlan.yml': 'addresses of DHCP clients as their neighbors see them',
  'groups-vlan-vrf.yml': 'groups of VRFs',
  'node.clone-plugin.yml': 'unused interfaces that fill gaps on libvirt',
};

/** The plugin clones members of LAGs in a way of its own. */
const NOT_READ = ['node.clone-plugin-lag.yml'];

/** What is compared: names, ids, devices, addresses, interfaces, neighbors and links. */
const ofModel = (model: TopologyModel): unknown => ({
  nodes: [...model.nodes].sort((a, b) => (a.name < b.name ? -1 : 1)).map(nodeOfModel),
  links: model.links.map(linkOfModel),
});

const nodeOfModel = ({ name, id, device, mgmt, loopback, interfaces }: NodeModel): unknown => ({
  name,
  id,
  device,
  mgmt: [mgmt.ifname, mgmt.ipv4 || null, mgmt.ipv6 ?? null, mgmt.mac],
  loopback: [loopback?.ifname ?? null, loopback?.ipv4 ?? null, loopback?.ipv6 ?? null],
  interfaces: interfaces.map((one: InterfaceModel) => ({
    ...{
      ifname: one.ifname,
      ifindex: one.ifindex,
      name: one.name,
      type: one.type,
      addresses: addressesOf(one),
    },
    ...{
      role: one.role ?? null,
      bridge: one.bridge ?? null,
      mtu: one.mtu ?? null,
      mac: one.macAddress ?? null,
    },
    neighbors: one.neighbors.map((other) => ({
      node: other.node,
      ifname: other.ifname,
      addresses: addressesOf(other),
    })),
  })),
});

const addressesOf = ({ ipv4, ipv6, unnumbered }: InterfaceModel | NeighborModel): unknown => [
  ipv4 ?? (unnumbered?.includes('ipv4') === true ? true : null),
  ipv6 ?? (unnumbered?.includes('ipv6') === true ? true : null),
];

const linkOfModel = ({ linkindex, type, role, bridge, ends }: LinkModel): unknown => ({
  ...{ linkindex, type, role: role ?? null, bridge: bridge ?? null, ends },
});

/** The same out of what netlab made of the file. */
const ofNetlab = (result: DataMap): unknown => ({
  nodes: Object.entries(asMap(result['nodes']))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, node]) => nodeOfNetlab(name, asMap(node))),
  links: asList(result['links']).map((link) => ({
    ...pick(asMap(link), 'linkindex', 'type', 'role', 'bridge'),
    ends: asList(asMap(link)['interfaces']).map((end) => pick(asMap(end), 'node', 'ifname')),
  })),
});

const nodeOfNetlab = (name: string, node: DataMap): unknown => ({
  name,
  ...pick(node, 'id', 'device'),
  mgmt: ['ifname', 'ipv4', 'ipv6', 'mac'].map((key) => lookUp(node, `mgmt.${key}`) ?? null),
  loopback: ['ifname', 'ipv4', 'ipv6'].map((key) => lookUp(node, `loopback.${key}`) ?? null),
  interfaces: asList(node['interfaces']).map((one) => ({
    ...pick(asMap(one), 'ifname', 'ifindex', 'name', 'type', 'role', 'bridge', 'mtu'),
    mac: asMap(one)['mac_address'] ?? null,
    addresses: ['ipv4', 'ipv6'].map((family) => asMap(one)[family] || null),
    neighbors: asList(asMap(one)['neighbors']).map((other) => ({
      ...pick(asMap(other), 'node', 'ifname'),
      addresses: ['ipv4', 'ipv6'].map((family) => asMap(other)[family] || null),
    })),
  })),
});

const asMap = (value: Data | undefined): DataMap => (isMap(value) ? value : emptyMap());
const asList = (value: Data | undefined): Data[] => (Array.isArray(value) ? value : []);
const pick = (map: DataMap, ...keys: string[]): Record<string, Data> =>
  Object.fromEntries(keys.map((key) => [key, map[key] ?? null]));

const filesIn = async (...folders: string[]): Promise<string[]> => {
  const lists = folders.map(async (folder) => {
    const path = join(corpus ?? '', 'tests', folder);
    return (await readdir(path)).filter((name) => name.endsWith('.yml')).map((name) => join(path, name));
  });
  return (await Promise.all(lists)).flat();
};

const read = async (path: string): Promise<TopologyModel> => {
  const topology = { path: basename(path), content: await readFile(path) };
  return readTopology(createTopologyBundle({ topology, extraFiles: [] }), { defaultName: 'input' });
};

const readExpected = async (path: string): Promise<DataMap> => {
  const problems = new Problems({ file: path, line: 1, column: 1 });
  const result = readYaml(path, await readFile(path), new Places(problems), problems);
  problems.throwIfAny();
  return result ?? emptyMap();
};

(corpus === undefined ? describe.skip : describe)("netlab's own topologies", () => {
  test('give the model that netlab gives, but for those named above', async () => {
    const files = await filesIn('topology/input', 'coverage/input');
    const different: string[] = [];
    const unread: string[] = [];
    for (const file of files) {
      const expected = ofNetlab(await readExpected(file.replace('/input/', '/expected/')));
      try {
        const actual = ofModel(await read(file));
        if (JSON.stringify(sorted(actual)) !== JSON.stringify(sorted(expected)))
          different.push(basename(file));
      } catch (error) {
        if (!(error instanceof TopologyError)) throw error;
        unread.push(basename(file));
      }
    }
    expect(unread).toEqual(NOT_READ);
    expect(different).toEqual(Object.keys(NOT_MODELLED));
    expect(files.length).toBeGreaterThanOrEqual(130);
    expect(files.length - unread.length).toBeGreaterThanOrEqual(129);
    expect(files.length - unread.length - different.length).toBeGreaterThanOrEqual(122);
  });

  test('that netlab refuses end in an error of ours or in a model, never in anything else', async () => {
    const files = await filesIn('errors', 'coverage/errors');
    let refused = 0;
    for (const file of files) {
      try {
        await read(file);
      } catch (error) {
        if (!(error instanceof TopologyError)) throw error;
        refused += 1;
      }
    }
    expect(files.length).toBeGreaterThanOrEqual(138);
    // The others are about settings of modules, which the model takes as they are.
    expect(refused).toBeGreaterThanOrEqual(58);
  });

  test('of the integration tests read, with a device for nodes that have none', async () => {
    const folder = join(corpus ?? '', 'tests', 'integration');
    const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.yml'));
    let readable = 0;
    for (const name of names) {
      const content = Buffer.concat([
        await readFile(join(folder, name)),
        Buffer.from('\ndefaults.device: frr\n'),
      ]);
      try {
        readTopology(createTopologyBundle({ topology: { path: basename(name), content }, extraFiles: [] }));
        readable += 1;
      } catch (error) {
        if (!(error instanceof TopologyError)) throw error;
      }
    }
    expect(readable).toBeGreaterThanOrEqual(200);
  });
});

/** Keys in one order, so that only values make a difference. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  );
}
