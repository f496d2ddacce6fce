import { describe, expect, test } from '@jest/globals';
import { buildDevices } from '../device/build-devices';
import { platformFor } from '../platforms';
import { inventoryModel } from './inventory-model';
import { platformPorts } from './platform-ports';

const host = (name: string, device: string) => ({ name, device, ports: platformPorts(platformFor(device)) });
const clock = { now: () => 0, date: () => new Date(0) };

describe('inventoryModel', () => {
  test('links give both ends an interface, named as the platform does, with addresses of one network', () => {
    const { nodes, links } = inventoryModel(
      'lab',
      [host('r1', 'cisco_ios'), host('r2', 'arista_eos'), host('h1', 'linux')],
      [
        { a: 'r1', b: 'r2' },
        { a: 'r2', b: 'h1' },
      ],
    );
    expect(
      links.map(({ ipv4, ends }) => [ipv4, ...ends.map(({ node, ifname }) => `${node} ${ifname}`)]),
    ).toEqual([
      ['10.1.1.0/30', 'r1 GigabitEthernet0/1', 'r2 Ethernet1'],
      ['10.1.2.0/30', 'r2 Ethernet2', 'h1 eth1'],
    ]);
    expect(nodes[0]).toMatchObject({
      role: 'router',
      loopback: { ifname: 'Loopback0', ipv4: '10.0.0.1/32' },
    });
    expect(nodes[1]?.interfaces).toMatchObject([
      { name: 'r2 -> r1', ipv4: '10.1.1.2/30', neighbors: [{ node: 'r1', ipv4: '10.1.1.1/30' }] },
      { name: 'r2 -> h1', ipv4: '10.1.2.1/30', neighbors: [{ node: 'h1', ipv4: '10.1.2.2/30' }] },
    ]);
    expect(nodes[2]).toMatchObject({ role: 'host' });
    expect(nodes[2]).not.toHaveProperty('loopback');
  });

  test('hosts without links have two interfaces on which nobody else is', () => {
    const { nodes } = inventoryModel('lab', [host('r1', 'cisco_ios'), host('r2', 'cisco_ios')], []);
    expect(
      nodes.map(({ interfaces }) => interfaces.map(({ ipv4, neighbors }) => [ipv4, neighbors.length])),
    ).toEqual([
      [
        ['10.128.1.1/24', 0],
        ['10.128.2.1/24', 0],
      ],
      [
        ['10.128.3.1/24', 0],
        ['10.128.4.1/24', 0],
      ],
    ]);
  });

  test('thousands of hosts have addresses of their own', () => {
    const hosts = Array.from({ length: 5_000 }, (_, index) => host(`r${index}`, 'cisco_ios'));
    const links = Array.from({ length: 5_000 }, (_, index) => ({
      a: `r${index}`,
      b: `r${(index + 1) % 5_000}`,
    }));
    const { nodes } = inventoryModel('lab', hosts, links);
    const addresses = nodes.flatMap(({ mgmt, loopback, interfaces }) => [
      mgmt.ipv4,
      mgmt.mac,
      loopback?.ipv4,
      ...interfaces.map(({ ipv4 }) => ipv4),
    ]);
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(
      addresses.filter((address) => /\.(25[6-9]|2[6-9]\d|[3-9]\d\d|\d{4,})\b/.test(address ?? '')),
    ).toEqual([]);
  });

  test('what devices say of themselves and their neighbours follows from it', () => {
    const hosts = [{ ...host('r1', 'cisco_ios'), hostname: 'core' }, host('r2', 'arista_eos')];
    const devices = buildDevices(inventoryModel('lab', hosts, [{ a: 'r1', b: 'r2' }]), {
      clock,
      platformOf: platformFor,
    });
    expect(devices.get('r1')?.name).toBe('core');
    expect(devices.get('r2')?.neighbors).toMatchObject([
      { name: 'core', interfaceName: 'Ethernet1', neighborInterface: 'GigabitEthernet0/1' },
    ]);
  });
});
