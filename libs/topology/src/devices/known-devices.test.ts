import { describe, expect, test } from '@jest/globals';
import { deviceType, knownDevices } from './known-devices';

describe('the device table', () => {
  test('has all 36 devices of netlab, in order, each with a provider', () => {
    expect(knownDevices).toHaveLength(36);
    expect(new Set(knownDevices).size).toBe(36);
    expect(knownDevices).toEqual([...knownDevices].sort());
    for (const name of knownDevices)
      expect(Object.keys(deviceType(name)?.providers ?? {})).toContain('external');
  });

  test('does not know what is no device', () => {
    for (const name of ['', 'EOS', 'ios', '__proto__', 'constructor', 'toString'])
      expect(deviceType(name)).toBeUndefined();
  });

  // First two interfaces, container side, management, loopback: as netlab itself reports them.
  test.each([
    ['arubacx', '1/1/1 1/1/2', 'eth1', 'mgmt', 'loopback 0'],
    ['asav', 'GigabitEthernet0/0 GigabitEthernet0/1', undefined, 'Management0/0', undefined],
    ['cat8000v', 'GigabitEthernet2 GigabitEthernet3', 'eth1', 'GigabitEthernet1', 'Loopback0'],
    [
      'cisco8000v',
      'FourHundredGigE0/0/0/0 FourHundredGigE0/0/0/1',
      'FH0_0_0_0',
      'MgmtEth0/RP0/CPU0/0',
      'Loopback0',
    ],
    ['crpd', 'eth1 eth2', 'eth1', 'eth0', 'lo0'],
    ['cumulus', 'swp1 swp2', undefined, 'eth0', 'lo'],
    ['dellos10', 'ethernet1/1/1 ethernet1/1/2', 'eth1', 'mgmt1/1/1', 'loopback0'],
    ['eos', 'Ethernet1 Ethernet2', 'et1', 'Management0', 'Loopback0'],
    ['fortios', 'port2 port3', 'eth2', 'port1', 'loopback0'],
    ['frr', 'eth1 eth2', undefined, 'eth0', 'lo'],
    ['iol', 'Ethernet0/1 Ethernet0/2', 'Ethernet0/1', 'Ethernet0/0', 'Loopback0'],
    ['iosv', 'GigabitEthernet0/1 GigabitEthernet0/2', 'eth1', 'GigabitEthernet0/0', 'Loopback0'],
    [
      'iosxr',
      'GigabitEthernet0/0/0/0 GigabitEthernet0/0/0/1',
      'Gi0-0-0-0',
      'MgmtEth0/RP0/CPU0/0',
      'Loopback0',
    ],
    ['linux', 'eth1 eth2', undefined, 'eth0', 'lo'],
    ['netscaler', '0/3 0/4', 'eth1', '0/2', undefined],
    ['nxos', 'Ethernet1/1 Ethernet1/2', 'eth1', 'mgmt0', 'loopback0'],
    ['routeros7', 'ether2 ether3', 'eth1', 'ether1', 'loopback'],
    ['srlinux', 'ethernet-1/1 ethernet-1/2', 'e1-1', 'mgmt0', 'lo0.0'],
    ['sros', 'eth-1/1/c1 eth-1/1/c2', 'eth1', 'A/1', 'system'],
    ['srsim', 'eth-1/1/c1 eth-1/1/c2', '1/1/c1/1', 'A/1', 'system'],
    ['vjunos-router', 'ge-0/0/0 ge-0/0/1', 'eth1', 'fxp0', 'lo0.0'],
    ['vptx', 'et-0/0/0 et-0/0/1', 'eth1', 're0:mgmt-0', 'lo0.0'],
    ['vyos', 'eth1 eth2', undefined, 'eth0', 'dum0'],
  ])('names the interfaces of %s in a container', (name, names, linkName, mgmt, loopback) => {
    const device = deviceType(name);
    const clab = device?.providers.clab;
    const first = device?.firstIfindex ?? Number.NaN;
    expect([first, first + 1].map((index) => device?.interfaceName(index)).join(' ')).toBe(names);
    expect(clab?.linkName?.(first)).toBe(linkName);
    expect(clab?.mgmtName ?? device?.mgmtName).toBe(mgmt);
    expect(device?.loopbackName?.(0)).toBe(loopback);
  });

  test('counts the ports of modular devices', () => {
    expect([1, 4, 7].map((index) => deviceType('iol')?.interfaceName(index))).toEqual([
      'Ethernet0/1',
      'Ethernet1/0',
      'Ethernet1/3',
    ]);
    expect([1, 2].map((index) => deviceType('sonic')?.interfaceName(index))).toEqual([
      'Ethernet4',
      'Ethernet8',
    ]);
  });

  test('has the credentials of every provider', () => {
    expect(deviceType('eos')?.providers).toMatchObject({
      clab: { connection: 'network_cli', user: 'admin', password: 'admin', image: 'ceos:4.34.2F' },
      libvirt: { connection: 'network_cli', user: 'vagrant', password: 'vagrant', image: 'arista/veos' },
    });
    expect(deviceType('frr')?.providers.clab).toEqual({
      connection: 'docker',
      user: 'root',
      image: 'quay.io/frrouting/frr:10.5.3',
    });
  });
});
