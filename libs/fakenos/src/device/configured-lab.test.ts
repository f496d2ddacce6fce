import { createTopologyBundle, readTopology } from '@remote-lab/topology';
import { expect, test } from '@jest/globals';
import { changeSection } from '../configuration/change-tree';
import { leaf } from '../configuration/config-tree';
import type { ConfigEdit } from '../configuration/device-configuration';
import { platformFor } from '../platforms';
import { buildDevices } from './build-devices';
import type { FakeDevice } from './fake-device';

const TOPOLOGY = `provider: clab
module: [ ospf, bgp ]
bgp.as: 65000
defaults.device: iosv
nodes: [ r1, r2, r3 ]
links: [ r1-r2, r2-r3 ]
`;
const PORT = 'interface GigabitEthernet0/1';
const shut: ConfigEdit = (tree) => changeSection(tree, [PORT], (lines) => [...lines, leaf('shutdown')]);

function lab() {
  const content = new TextEncoder().encode(TOPOLOGY);
  const bundle = createTopologyBundle({ topology: { path: 'lab.yml', content }, extraFiles: [] });
  const reloaded: string[] = [];
  let now = 0;
  const clock = { now: () => now, date: () => new Date(now) };
  const devices = buildDevices(readTopology(bundle), {
    clock,
    platformOf: platformFor,
    onReload: (node) => reloaded.push(node),
  });
  const node = (name: string): FakeDevice => {
    const device = devices.get(name);
    if (!device) throw new Error(`There is no ${name}.`);
    return device;
  };
  return { node, reloaded, pass: (milliseconds: number) => (now += milliseconds) };
}

test('a shut port takes neighbours, routes, addresses and sessions from everybody whom it concerns', () => {
  const { node } = lab();
  expect(node('r3').routes.some(({ prefix }) => prefix === '10.0.0.1/32')).toBe(true);
  expect(node('r3').trace?.('10.0.0.1')).toEqual(['10.1.0.5', '10.0.0.1']);

  node('r1').configuration?.edit(shut);

  expect(node('r2').neighbors.map(({ name }) => name)).toEqual(['r3']);
  expect(node('r2').arp?.map(({ ipv4 }) => ipv4)).toEqual(['10.1.0.6']);
  expect(node('r3').routes.some(({ prefix }) => prefix === '10.0.0.1/32')).toBe(false);
  expect(node('r3').trace?.('10.0.0.1')).toBeUndefined();
  expect(node('r3').bgpNeighbors).toEqual([
    expect.objectContaining({ name: 'r1', established: false }),
    expect.objectContaining({ name: 'r2', established: true }),
  ]);
});

test('a device that nobody configures says the same objects again: nothing is computed twice', () => {
  const { node } = lab();
  expect(node('r2').routes).toBe(node('r2').routes);
  expect(node('r2').interfaces).toBe(node('r2').interfaces);
});

test('a commit that is not confirmed in time is taken back for everybody', () => {
  const { node, pass } = lab();
  node('r1').configuration?.commit(shut, { username: 'admin', confirmWithinMs: 60_000 });
  expect(node('r2').neighbors).toHaveLength(1);
  pass(60_000);
  expect(node('r2').neighbors).toHaveLength(2);
});

test('a reload begins a new uptime, tells whoever hangs up, and forgets what was not saved', () => {
  const { node, reloaded, pass } = lab();
  pass(5_000);
  node('r1').configuration?.edit(shut);
  node('r1').configuration?.reload();
  pass(1_000);
  expect(reloaded).toEqual(['r1']);
  expect(node('r1').uptimeMs()).toBe(1_000);
  expect(node('r2').uptimeMs()).toBe(6_000);
  expect(node('r2').neighbors).toHaveLength(2);
});

test('a name, a loopback and a static route that somebody configures are part of the network', () => {
  const { node } = lab();
  node('r1').configuration?.edit((tree) => [
    ...changeSection(tree, ['interface Loopback7'], () => [
      leaf('ip address 192.0.2.7 255.255.255.255'),
      leaf('ip ospf 1 area 0'),
    ]),
    leaf('ip route 198.51.100.0 255.255.255.0 10.1.0.2'),
  ]);
  node('r1').configuration?.edit((tree) =>
    tree.map((line) => (line.text === 'hostname r1' ? leaf('hostname edge') : line)),
  );
  expect(node('r1').name).toBe('edge');
  expect(node('r1').node).toBe('r1');
  expect(node('r2').neighbors.map(({ name }) => name)).toEqual(['edge', 'r3']);
  expect(node('r3').routes.find(({ prefix }) => prefix === '192.0.2.7/32')).toMatchObject({
    protocol: 'ospf',
    metric: 30,
  });
  expect(node('r1').routes.find(({ protocol }) => protocol === 'static')).toMatchObject({
    prefix: '198.51.100.0/24',
    interfaceName: 'GigabitEthernet0/1',
  });
});
