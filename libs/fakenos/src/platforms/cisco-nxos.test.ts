import { describe, expect, test } from '@jest/globals';
import type { FakeDevice } from '../device/fake-device';
import { logIn } from './test-fixtures/log-in';
import { readLab } from './test-fixtures/read-lab';
import { ciscoNxos } from './cisco-nxos';

const newLab = () =>
  readLab(`provider: clab
module: [ ospf ]
defaults.device: nxos
addressing:
  loopback: { ipv4: 10.0.0.0/24, ipv6: '2001:db8:1::/48' }
  p2p: { ipv4: 10.1.0.0/16, ipv6: '2001:db8:2::/48' }
  lan: { ipv4: 172.16.0.0/16 }
nodes:
  n1: { module: [ ospf, bgp ], bgp.as: 65001 }
  n2: { device: eos, module: [ ospf, bgp ], bgp.as: 65001 }
  n3: { device: csr }
links: [ n1-n2, n1-n3, n2 ]
`);
const lab = newLab();
const ask = (line: string) => logIn(lab('n1')).type(line);
const tail = (text: string, from: string) => text.slice(text.indexOf(from));

describe('what NX-OS shows', () => {
  test('interfaces at a glance, a table for each kind', () => {
    expect(ask('show interface brief')).toBe(
      `
--------------------------------------------------------------------------------
Port   VRF          Status IP Address                              Speed    MTU
--------------------------------------------------------------------------------
mgmt0  --           up     192.168.121.101                         1000     1500

--------------------------------------------------------------------------------
Ethernet        VLAN    Type Mode   Status  Reason                 Speed     Port
Interface                                                                    Ch #
--------------------------------------------------------------------------------
Eth1/1          --      eth  routed up      none                   1000(D)  --
Eth1/2          --      eth  routed up      none                   1000(D)  --

--------------------------------------------------------------------------------
Interface     Status     Description
--------------------------------------------------------------------------------
Lo0           up         --
`,
    );
    expect(ask('show interface status')).toContain(
      'Eth1/1        n1 -> n2           connected routed    full    1000    10g\n',
    );
    expect(ask('show interface description')).toContain('Eth1/1        eth    10G     n1 -> n2\n');
  });

  test('addresses, VRF by VRF', () => {
    expect(ask('show ip interface brief')).toBe(
      `IP Interface Status for VRF "default"(1)
Interface            IP Address      Interface Status
Lo0                  10.0.0.1        protocol-up/link-up/admin-up
Eth1/1               10.1.0.1        protocol-up/link-up/admin-up
Eth1/2               10.1.0.5        protocol-up/link-up/admin-up
`,
    );
    expect(ask('show ip int brief vrf management')).toBe(
      `IP Interface Status for VRF "management"(2)
Interface            IP Address      Interface Status
mgmt0                192.168.121.101 protocol-up/link-up/admin-up
`,
    );
    expect(ask('show ip interface vrf all').match(/^\S+, Interface/gm)).toEqual([
      'loopback0, Interface',
      'Ethernet1/1, Interface',
      'Ethernet1/2, Interface',
      'mgmt0, Interface',
    ]);
    expect(ask('show ip interface brief vrf blue')).toContain('% Invalid parameter detected');
  });

  test('IPv6 addresses with the link-local one below', () => {
    expect(tail(ask('show ipv6 interface brief'), 'Lo0')).toBe(
      `Lo0                  2001:db8:1:1::1                     up/up/up
                     fe80::c8fe:ff:fe01:0
Eth1/1               2001:db8:2::1                       up/up/up
                     fe80::c8f0:ff:fe01:1
Eth1/2               2001:db8:2:1::1                     up/up/up
                     fe80::c8f0:ff:fe01:2
`,
    );
  });

  test('routes with all their ways', () => {
    expect(tail(ask('show ip route'), '10.0.0.1/32')).toBe(
      `10.0.0.1/32, ubest/mbest: 2/0, attached
    *via 10.0.0.1, Lo0, [0/0], 01:02:03, local
    *via 10.0.0.1, Lo0, [0/0], 01:02:03, direct
10.0.0.2/32, ubest/mbest: 1/0
    *via 10.1.0.2, Eth1/1, [110/10], 01:02:03, ospf-1, intra
10.0.0.3/32, ubest/mbest: 1/0
    *via 10.1.0.6, Eth1/2, [110/10], 01:02:03, ospf-1, intra
10.1.0.0/30, ubest/mbest: 1/0, attached
    *via 10.1.0.1, Eth1/1, [0/0], 01:02:03, direct
10.1.0.1/32, ubest/mbest: 1/0, attached
    *via 10.1.0.1, Eth1/1, [0/0], 01:02:03, local
10.1.0.4/30, ubest/mbest: 1/0, attached
    *via 10.1.0.5, Eth1/2, [0/0], 01:02:03, direct
10.1.0.5/32, ubest/mbest: 1/0, attached
    *via 10.1.0.5, Eth1/2, [0/0], 01:02:03, local
172.16.0.0/24, ubest/mbest: 1/0
    *via 10.1.0.2, Eth1/1, [110/20], 01:02:03, ospf-1, intra
`,
    );
    expect(ask('show ip route ospf').match(/^\d\S+/gm)).toEqual([
      '10.0.0.2/32,',
      '10.0.0.3/32,',
      '172.16.0.0/24,',
    ]);
    expect(ask('show ip route 172.16.0.9')).toContain('\n172.16.0.0/24, ubest/mbest: 1/0\n');
    expect(ask('show ip route 192.0.2.1')).toContain('\nRoute not found\n');
    expect(ask('show ip route vrf management')).toContain(
      '\n192.168.121.0/24, ubest/mbest: 1/0, attached\n    *via 192.168.121.101, mgmt0, [0/0], 01:02:03, direct\n',
    );
  });

  test('LLDP neighbours of every make, CDP neighbours of its own', () => {
    expect(tail(ask('show lldp neighbors'), 'Device ID')).toBe(
      `Device ID            Local Intf      Hold-time  Capability  Port ID
n2                   Eth1/1          120        BR          Ethernet1
n3                   Eth1/2          120        BR          Gi2
Total entries displayed: 2
`,
    );
    expect(tail(ask('show cdp neighbors'), 'Device-ID')).toBe(
      `Device-ID           Local Intrfce  Hldtme Capability  Platform      Port ID
n3                  Eth1/2         144    R B         CSR1000V      GigabitEthernet2

Total entries displayed: 1
`,
    );
    expect(ask('show lldp neighbors detail')).toContain(
      'Local Port id: Eth1/1\nPort Description: Ethernet1\nSystem Name: n2\nSystem Description: Arista EOS\n',
    );
    expect(logIn(lab('n3')).type('show cdp neighbors')).toContain(
      'n1               Gig 2             144        R B         N9K-C9300v Eth 1/2\n',
    );
  });

  test('OSPF and BGP neighbours, where they run', () => {
    expect(ask('show ip ospf neighbors')).toBe(
      ` OSPF Process ID 1 VRF default
 Total number of neighbors: 2
 Neighbor ID     Pri State            Up Time  Address         Interface
 10.0.0.2          1 FULL/ -          01:02:03 10.1.0.2        Eth1/1
 10.0.0.3          1 FULL/ -          01:02:03 10.1.0.6        Eth1/2
`,
    );
    expect(tail(ask('show ip bgp summary'), 'Neighbor')).toBe(
      `Neighbor        V    AS    MsgRcvd    MsgSent   TblVer  InQ OutQ Up/Down   State/PfxRcd
10.0.0.2        4 65001         64         64        3    0    0 01:02:03  0
`,
    );
    const alone = readLab('provider: clab\nnodes: { n1: { device: nxos } }\n');
    expect(logIn(alone('n1')).type('show ip ospf neighbors')).toBe('Note:  process currently not running\n');
  });

  test('whom it has heard of', () => {
    expect(tail(ask('show ip arp'), 'Total')).toBe(
      `Total number of entries: 2
Address         Age       MAC Address     Interface       Flags
10.1.0.2        00:12:03  caf0.0002.0001  Ethernet1/1
10.1.0.6        00:12:03  caf0.0003.0002  Ethernet1/2
`,
    );
  });

  test('what it is, with uptime and serial number of this device', () => {
    const { serialNumber } = lab('n1');
    const said = ask('show version');
    expect(said).toContain('\n  cisco Nexus9000 C9300v Chassis \n');
    expect(said).toContain(`\n  Processor Board ID ${serialNumber}\n`);
    expect(said).toContain('\nKernel uptime is 0 day(s), 1 hour(s), 2 minute(s), 3 second(s)\n');
    expect(ask('show inventory')).toMatch(
      new RegExp(`^NAME: "Chassis", .*\nPID: N9K-C9300v .* SN: ${serialNumber}\n`),
    );
    expect(ask('show hostname')).toBe('n1 \n');
    expect(ask('show clock')).toBe('14:05:09.042 UTC Sat Nov 21 2026\n');
  });

  test('the same in JSON, a table of one row as that row', () => {
    const said = (line: string): unknown => JSON.parse(ask(line));
    expect(said('show version | json')).toMatchObject({
      host_name: 'n1',
      proc_board_id: lab('n1').serialNumber,
      kern_uptm_hrs: 1,
    });
    expect(said('show interface | json')).toMatchObject({
      TABLE_interface: {
        ROW_interface: [
          { interface: 'mgmt0', eth_ip_addr: '192.168.121.101' },
          { interface: 'Ethernet1/1', state: 'up', desc: 'n1 -> n2', eth_ip_mask: 30 },
          { interface: 'Ethernet1/2' },
          { interface: 'loopback0', eth_ip_addr: '10.0.0.1' },
        ],
      },
    });
    expect(said('show cdp neighbors | json')).toMatchObject({
      TABLE_cdp_neighbor_brief_info: { ROW_cdp_neighbor_brief_info: { device_id: 'n3' } },
    });
    expect(said('show ip arp | json-pretty')).toMatchObject({
      TABLE_vrf: { ROW_vrf: { 'cnt-total': 2, TABLE_adj: { ROW_adj: [{ 'ip-addr-out': '10.1.0.2' }, {}] } } },
    });
  });

  test('a configuration that would build the device', () => {
    const config = ask('show running-config');
    expect(config).toContain('\nhostname n1\nfeature ospf\nfeature bgp\nfeature lldp\n');
    expect(config).toContain(
      `
interface Ethernet1/1
  description n1 -> n2
  no switchport
  ip address 10.1.0.1/30
  ipv6 address 2001:db8:2::1/64
  ip ospf cost 10
  ip ospf network point-to-point
  ip router ospf 1 area 0.0.0.0
  no shutdown

`,
    );
    expect(config).toContain(
      `
router bgp 65001
  router-id 10.0.0.1
  log-neighbor-changes
  address-family ipv4 unicast
  neighbor 10.0.0.2
    remote-as 65001
    description n2
    update-source loopback0
    address-family ipv4 unicast
`,
    );
    expect(ask('show running-config interface e1/2')).toContain('\n  description n1 -> n3\n');
  });

  test('who answers, and over which hops', () => {
    expect(ask('ping 10.0.0.2')).toContain(
      '\n5 packets transmitted, 5 packets received, 0.00% packet loss\n',
    );
    expect(ask('ping 10.0.0.9 count 2')).toContain(
      'Request 1 timed out\n\n--- 10.0.0.9 ping statistics ---\n2 packets transmitted, 0 packets received, 100.00%',
    );
    expect(ask('traceroute 172.16.0.2')).toContain('\n 1  172.16.0.2 (172.16.0.2)  1.214 ms');
  });
});

describe('how NX-OS is operated', () => {
  test('show commands work in every mode, and a marker points at what was not understood', () => {
    const login = logIn(lab('n1'));
    const prompts = ['', 'conf t', 'int e1/1', 'show clock', 'router ospf 1', 'exit', 'exit'].map((line) => {
      login.type(line);
      return login.prompt();
    });
    expect(prompts).toEqual([
      'n1# ',
      'n1(config)# ',
      'n1(config-if)# ',
      'n1(config-if)# ',
      'n1(config-router)# ',
      'n1(config)# ',
      'n1# ',
    ]);
    expect(login.type('show foo')).toBe(
      `${' '.repeat('n1# show '.length)}^\n% Invalid parameter detected at '^' marker.\n`,
    );
    expect(login.type('foo')).toBe(`${' '.repeat('n1# '.length)}^\n% Invalid command at '^' marker.\n`);
    expect(login.type('show')).toBe(
      `${' '.repeat('n1# show'.length)}^\n% Incomplete command at '^' marker.\n`,
    );
  });

  test('what is configured acts at once, on both ends of a link', () => {
    const devices = newLab();
    configure(devices('n1'), ['interface e1/2', 'shutdown', 'ip address 10.9.0.1 255.255.255.0']);
    expect(logIn(devices('n1')).type('show interface e1/2')).toMatch(
      /^Ethernet1\/2 is down \(Administratively down\)\nadmin state is down, Dedicated Interface\n/,
    );
    expect(logIn(devices('n1')).type('show running-config interface e1/2')).toContain(
      '  ip address 10.9.0.1/24\n  ipv6 address 2001:db8:2:1::1/64\n  ip ospf cost 10\n',
    );
    expect(logIn(devices('n3')).type('show lldp neighbors')).toContain('Total entries displayed: 0');
    configure(devices('n1'), ['interface e1/2', 'no shutdown', 'ip address 10.1.0.5/30']);
    expect(logIn(devices('n3')).type('show lldp neighbors')).toContain('Total entries displayed: 1');
  });

  test('interfaces and neighbours are made and taken away', () => {
    const devices = newLab();
    const n1 = devices('n1');
    configure(n1, ['interface lo9', 'ip address 10.9.9.9/32', 'ip router ospf 1 area 0']);
    expect(logIn(devices('n3')).type('show ip route 10.9.9.9')).toContain('Routing entry for 10.9.9.9/32');
    configure(n1, ['router bgp 65001', 'neighbor 10.0.0.3', 'remote-as 65003', 'description n3']);
    expect(logIn(n1).type('show ip bgp summary')).toMatch(/\n10\.0\.0\.3 +4 65003 .* Idle\n/);
    configure(n1, ['no interface lo9', 'router bgp 65001', 'no neighbor 10.0.0.3']);
    expect(logIn(n1).type('show ip bgp summary')).not.toContain('10.0.0.3');
    expect(logIn(n1).type('show running-config')).not.toContain('loopback9');
    configure(n1, ['no feature bgp']);
    expect(logIn(n1).type('show ip bgp summary')).toBe('Note:  process currently not running\n');
    const login = logIn(n1, { mode: 'config' });
    expect(login.type('no interface e1/1')).toContain('Cannot delete a physical interface');
    expect(login.type('interface e9/9')).toContain('% Invalid');
  });

  test('a neighbour with its number on one line', () => {
    const n1 = newLab()('n1');
    configure(n1, ['router bgp 65001', 'neighbor 10.0.0.3 remote-as 65003', 'description n3']);
    expect(logIn(n1).type('show running-config')).toContain(
      '\n  neighbor 10.0.0.3\n    remote-as 65003\n    description n3\n',
    );
    expect(logIn(n1, { mode: 'config-router-bgp' }).type('neighbor ten remote-as 1')).toContain('% Invalid');
  });

  test('checkpoints are remembered, compared and gone back to', () => {
    const n1 = newLab()('n1');
    const login = logIn(n1);
    expect(login.type('checkpoint before')).toBe('...Done\n');
    configure(n1, ['hostname after', 'interface e1/1', 'shutdown']);
    expect(login.type('show checkpoint summary')).toContain(
      '\n1) before:\nCreated by admin\nCreated at Sat, 14:05:09 21 Nov 2026\n',
    );
    expect(login.type('show diff rollback-patch checkpoint before running-config')).toContain(
      '\n!!\nhostname after\ninterface Ethernet1/1\n  shutdown\n',
    );
    expect(login.type('rollback running-config checkpoint before')).toContain('Rollback completed');
    expect([login.prompt(), n1.interfaces[2]?.adminUp]).toEqual(['n1# ', true]);
    expect(login.type('rollback running-config checkpoint other')).toBe(
      'ERROR: Checkpoint other does not exist\n',
    );
  });

  test('a reload forgets what was not saved', () => {
    const { configuration } = newLab()('n1');
    const device = newLab()('n1');
    configure(device, ['hostname kept']);
    expect(logIn(device).type('copy running-config startup-config')).toMatch(/\nCopy complete\.\n$/);
    configure(device, ['hostname lost']);
    expect(logIn(device).prompt()).toBe('lost# ');
    expect(logIn(device).type('show startup-config')).toContain('\nhostname kept\n');
    device.configuration?.reload();
    expect(logIn(device).prompt()).toBe('kept# ');
    expect(configuration?.running).toEqual(configuration?.startup);
  });

  test('the configuration of an untouched device says what the topology says', () => {
    const devices = newLab();
    const before = ['n1', 'n2', 'n3'].map((name) => snapshot(devices(name)));
    devices('n1').configuration?.edit((tree) => [...tree]);
    expect(['n1', 'n2', 'n3'].map((name) => snapshot(devices(name)))).toEqual(before);
    const { configuration } = ciscoNxos;
    const facts = configuration?.read(configuration.initial(devices('n1')));
    expect(facts?.interfaces.map(({ name }) => name)).toEqual([
      'mgmt0',
      'Ethernet1/1',
      'Ethernet1/2',
      'loopback0',
    ]);
  });
});

function configure(device: FakeDevice, lines: readonly string[]): void {
  const login = logIn(device);
  for (const line of ['configure terminal', ...lines, 'end']) {
    expect({ line, said: login.type(line), status: login.status() }).toMatchObject({ line, status: 0 });
  }
}

function snapshot({
  name,
  interfaces,
  routes,
  neighbors,
  ospfNeighbors,
  bgpNeighbors,
  arp,
}: FakeDevice): unknown {
  return { name, interfaces, routes, neighbors, ospfNeighbors, bgpNeighbors, arp };
}
