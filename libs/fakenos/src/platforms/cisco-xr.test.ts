import { describe, expect, test } from '@jest/globals';
import type { FakeDevice } from '../device/fake-device';
import { ciscoXr } from './cisco-xr';
import type { TestLogin } from './test-fixtures/log-in';
import { logIn } from './test-fixtures/log-in';
import { readLab } from './test-fixtures/read-lab';

const newLab = () =>
  readLab(`provider: clab
module: [ ospf ]
defaults.device: iosxr
addressing:
  loopback: { ipv4: 10.0.0.0/24, ipv6: '2001:db8:1::/48' }
  p2p: { ipv4: 10.1.0.0/16, ipv6: '2001:db8:2::/48' }
  lan: { ipv4: 172.16.0.0/16 }
nodes:
  x1: { module: [ ospf, bgp ], bgp.as: 65001 }
  x2: { device: eos, module: [ ospf, bgp ], bgp.as: 65001 }
  x3: { device: iosv }
links: [ x1-x2, x1-x3, x2 ]
`);
const lab = newLab();
const TIME = 'Sat Nov 21 14:05:09.042 UTC\n';
const ask = (line: string) => logIn(lab('x1')).type(line);
const tail = (text: string, from: string) => text.slice(text.indexOf(from));

describe('what IOS XR shows', () => {
  test('addresses at a glance, under the time', () => {
    expect(ask('show ipv4 interface brief')).toBe(
      `${TIME}
Interface                      IP-Address      Status          Protocol Vrf-Name
Loopback0                      10.0.0.1        Up              Up       default
MgmtEth0/RP0/CPU0/0            192.168.121.101 Up              Up       management
GigabitEthernet0/0/0/0         10.1.0.1        Up              Up       default
GigabitEthernet0/0/0/1         10.1.0.5        Up              Up       default
`,
    );
    expect(tail(ask('show ipv6 interface brief'), 'Gigabit')).toBe(
      `GigabitEthernet0/0/0/0 [Up/Up]
    fe80::c8f0:ff:fe01:0
    2001:db8:2::1
GigabitEthernet0/0/0/1 [Up/Up]
    fe80::c8f0:ff:fe01:1
    2001:db8:2:1::1
`,
    );
  });

  test('interfaces, one line each or at length', () => {
    expect(ask('show interfaces brief')).toBe(
      `${TIME}
               Intf        Intf       LineP              Encap   MTU         BW
               Name       State       State               Type(byte)     (Kbps)
--------------------------------------------------------------------------------
                Lo0          up          up           Loopback  1500          0
     Mg0/RP0/CPU0/0          up          up               ARPA  1514    1000000
          Gi0/0/0/0          up          up               ARPA  1514    1000000
          Gi0/0/0/1          up          up               ARPA  1514    1000000
`,
    );
    expect(ask('show interfaces description')).toContain(
      '\nGi0/0/0/0          up          up          x1 -> x2\n',
    );
    expect(ask('show interfaces gi0/0/0/1')).toContain(
      `GigabitEthernet0/0/0/1 is up, line protocol is up 
  Interface state transitions: 1
  Hardware is GigabitEthernet, address is caf0.0001.0001 (bia caf0.0001.0001)
  Description: x1 -> x3
  Internet address is 10.1.0.5/30
  MTU 1514 bytes, BW 1000000 Kbit (Max: 1000000 Kbit)
`,
    );
  });

  test('routes with all their ways', () => {
    expect(tail(ask('show route'), 'L    ')).toBe(
      `L    10.0.0.1/32 is directly connected, 01:02:03, Loopback0
O    10.0.0.2/32 [110/10] via 10.1.0.2, 01:02:03, GigabitEthernet0/0/0/0
O    10.0.0.3/32 [110/10] via 10.1.0.6, 01:02:03, GigabitEthernet0/0/0/1
C    10.1.0.0/30 is directly connected, 01:02:03, GigabitEthernet0/0/0/0
L    10.1.0.1/32 is directly connected, 01:02:03, GigabitEthernet0/0/0/0
C    10.1.0.4/30 is directly connected, 01:02:03, GigabitEthernet0/0/0/1
L    10.1.0.5/32 is directly connected, 01:02:03, GigabitEthernet0/0/0/1
O    172.16.0.0/24 [110/20] via 10.1.0.2, 01:02:03, GigabitEthernet0/0/0/0
`,
    );
    expect(ask('show route ospf').match(/^[A-Z] .*?\//gm)).toEqual([
      'O    10.0.0.2/',
      'O    10.0.0.3/',
      'O    172.16.0.0/',
    ]);
    expect(ask('show route 172.16.0.9')).toBe(
      `${TIME}
Routing entry for 172.16.0.0/24
  Known via "ospf 1", distance 110, metric 20, type intra area
  Installed Nov 21 13:03:06.042 for 01:02:03
  Routing Descriptor Blocks
    10.1.0.2, from 10.0.0.2, via GigabitEthernet0/0/0/0
      Route metric is 20
  No advertising protos. 
`,
    );
    expect(ask('show route 192.0.2.1')).toBe(`${TIME}% Network not in table\n`);
    expect(ask('show route ipv6')).toContain(
      'C    2001:db8:2::/64 is directly connected,\n      01:02:03, GigabitEthernet0/0/0/0\n',
    );
  });

  test('LLDP neighbours of every make, CDP neighbours of its own', () => {
    expect(tail(ask('show lldp neighbors'), 'Device ID')).toBe(
      `Device ID       Local Intf                      Hold-time  Capability      Port ID
x2              GigabitEthernet0/0/0/0          120        R               Ethernet1
x3              GigabitEthernet0/0/0/1          120        R               Gi0/1

Total entries displayed: 2
`,
    );
    expect(tail(ask('show cdp neighbors'), 'Device ID')).toBe(
      `Device ID       Local Intrfce    Holdtme Capability Platform  Port ID
x3              Gi0/0/0/1        144     R          IOSv      Gi0/1
`,
    );
    expect(ask('show lldp neighbors detail')).toContain(
      'System Name: x2\n\nSystem Description: \nArista EOS\n',
    );
    expect(logIn(lab('x3')).type('show lldp neighbors')).toContain(
      '\nx1                  Gi0/1          120        R               GigabitEthernet0/0/0/1\n',
    );
  });

  test('ARP, OSPF and BGP neighbours', () => {
    expect(tail(ask('show arp'), '10.1.0.1 ')).toBe(
      `10.1.0.1        -          caf0.0001.0000  Interface  ARPA  GigabitEthernet0/0/0/0
10.1.0.5        -          caf0.0001.0001  Interface  ARPA  GigabitEthernet0/0/0/1
10.1.0.2        01:02:03   caf0.0002.0001  Dynamic    ARPA  GigabitEthernet0/0/0/0
10.1.0.6        01:02:03   caf0.0003.0001  Dynamic    ARPA  GigabitEthernet0/0/0/1
`,
    );
    expect(tail(ask('show ospf neighbor'), '10.0.0.2')).toBe(
      `10.0.0.2        1     FULL/  -        00:00:37    10.1.0.2        GigabitEthernet0/0/0/0
    Neighbor is up for 01:02:03
10.0.0.3        1     FULL/  -        00:00:37    10.1.0.6        GigabitEthernet0/0/0/1
    Neighbor is up for 01:02:03

Total neighbor count: 2
`,
    );
    expect(tail(ask('show bgp ipv4 unicast summary'), 'Neighbor')).toBe(
      `Neighbor        Spk    AS MsgRcvd MsgSent   TblVer  InQ OutQ  Up/Down  St/PfxRcd
10.0.0.2          0 65001      64      64        2    0    0 01:02:03          0
`,
    );
  });

  test('what it is, with uptime and serial number of this device', () => {
    expect(ask('show version')).toMatch(/^.* UTC\nCisco IOS XR Software, Version \d+\.\d+\.\d+ LNT\n/);
    expect(ask('show version')).toContain('\nSystem uptime is 1 hour, 2 minutes\n');
    expect(ask('show inventory')).toContain(`SN: ${lab('x1').serialNumber}\n`);
    expect(ask('show clock')).toBe(`${TIME}14:05:09.042 UTC Sat Nov 21 2026\n`);
  });

  test('a configuration that would build the device, whole or in part', () => {
    const config = ask('show running-config');
    expect(config).toMatch(/\n!! IOS XR Configuration .*\n!! Last .* by SYSTEM\n!\nhostname x1\n/);
    expect(config).toContain(
      `
interface GigabitEthernet0/0/0/0
 description x1 -> x2
 cdp
 ipv4 address 10.1.0.1 255.255.255.252
 ipv6 address 2001:db8:2::1/64
!
`,
    );
    expect(ask('show running-config router')).toBe(
      `${TIME}router ospf 1
 router-id 10.0.0.1
 area 0
  interface Loopback0
  !
  interface GigabitEthernet0/0/0/0
   cost 10
   network point-to-point
  !
  interface GigabitEthernet0/0/0/1
   cost 10
   network point-to-point
  !
 !
!
router bgp 65001
 bgp router-id 10.0.0.1
 address-family ipv4 unicast
 !
 neighbor 10.0.0.2
  remote-as 65001
  update-source Loopback0
  description x2
  address-family ipv4 unicast
  !
 !
!

`,
    );
    expect(ask('show run int gi0/0/0/1')).toContain('\n description x1 -> x3\n');
    expect(ask('show running-config foo')).toContain('% No such configuration item(s)');
  });

  test('who answers, and over which hops', () => {
    expect(ask('ping 10.0.0.2')).toContain('!!!!!\nSuccess rate is 100 percent (5/5)');
    expect(ask('ping 10.0.0.9')).toContain('.....\nSuccess rate is 0 percent (0/5)');
    expect(ask('traceroute 172.16.0.2')).toContain('\n 1  172.16.0.2 3 msec  1 msec  1 msec \n');
  });
});

describe('how IOS XR is operated', () => {
  test('prompts tell the node, and how deep in the configuration one is', () => {
    const login = logIn(lab('x1'));
    const lines = [
      '',
      'configure',
      'router ospf 1',
      'area 0',
      'int gi0/0/0/0',
      'exit',
      'interface lo7',
      'root',
    ];
    const prompts = [...lines, 'abort'].map((line) => {
      login.type(line);
      return login.prompt();
    });
    expect(prompts.map((prompt) => prompt.replace('RP/0/RP0/CPU0:x1', ''))).toEqual([
      '#',
      '(config)#',
      '(config-ospf)#',
      '(config-ospf-ar)#',
      '(config-ospf-ar-if)#',
      '(config-ospf-ar)#',
      '(config-ospf-ar-if)#',
      '(config)#',
      '#',
    ]);
    expect(login.type('show foo')).toBe(
      `${' '.repeat('RP/0/RP0/CPU0:x1#show '.length)}^\n% Invalid input detected at '^' marker.\n`,
    );
    expect(login.type('show')).toBe('% Incomplete command.\n');
  });

  test('nothing acts before the commit, and then on both ends', () => {
    const devices = newLab();
    const login = logIn(devices('x1'));
    type(login, ['configure', 'interface gi0/0/0/1', 'shutdown', 'description spare', 'hostname core']);
    expect(login.prompt()).toBe('RP/0/RP0/CPU0:x1(config)#');
    expect(logIn(devices('x3')).type('show lldp neighbors')).toContain('Total entries displayed: 1');
    expect(login.type('show configuration')).toBe(
      `${TIME}Building configuration...
!! IOS XR Configuration 24.2.2
hostname core
interface GigabitEthernet0/0/0/1
 description spare
 shutdown
!
end
`,
    );
    expect(login.type('show commit changes diff')).toContain(
      `
+  hostname core
-  hostname x1
   interface GigabitEthernet0/0/0/1
+   description spare
-   description x1 -> x3
+   shutdown
   !
end
`,
    );
    expect(login.type('commit')).toBe(TIME);
    expect(login.prompt()).toBe('RP/0/RP0/CPU0:core(config)#');
    expect(login.type('do show ipv4 interface brief')).toContain(
      'GigabitEthernet0/0/0/1         10.1.0.5        Shutdown        Down     default\n',
    );
    expect(logIn(devices('x3')).type('show lldp neighbors')).toContain('Total entries displayed: 0');
    expect(login.type('commit')).toBe(`${TIME}% No configuration changes to commit.\n`);
  });

  test('whoever leaves with changes is asked what shall become of them', () => {
    const device = newLab()('x1');
    const login = logIn(device);
    type(login, ['configure', 'hostname other']);
    login.type('end', 'cancel');
    expect(login.question()).toBe(
      'Uncommitted changes found, commit them before exiting(yes/no/cancel)? [cancel]:',
    );
    expect(login.prompt()).toBe('RP/0/RP0/CPU0:x1(config)#');
    login.type('exit', 'no');
    expect(login.prompt()).toBe('RP/0/RP0/CPU0:x1#');
    type(login, ['configure', 'hostname other', 'clear', 'end']);
    expect(login.prompt()).toBe('RP/0/RP0/CPU0:x1#');
    type(login, ['configure', 'hostname other']);
    login.type('end', 'yes');
    expect(login.prompt()).toBe('RP/0/RP0/CPU0:other#');
  });

  test('commits are listed, compared and rolled back', () => {
    const device = newLab()('x1');
    const login = logIn(device);
    type(login, ['configure', 'hostname one', 'commit', 'hostname two', 'commit label second', 'end']);
    expect(tail(login.type('show configuration commit list'), '1   ')).toBe(
      `1    second                admin     vty0:node0_RP0_CPU0 CLI         Sat Nov 21 14:05:09 2026
2    1000000001            admin     vty0:node0_RP0_CPU0 CLI         Sat Nov 21 14:05:09 2026
`,
    );
    expect(login.type('show configuration commit changes last 2')).toContain('\nhostname two\nend\n');
    expect(login.type('rollback configuration last 2')).toContain('successfully rolled back 2 commits.\n');
    expect(login.prompt()).toBe('RP/0/RP0/CPU0:x1#');
    login.type('configure');
    type(login, ['hostname bare', 'interface gi0/0/0/1', 'shutdown']);
    login.type('commit replace', 'yes');
    expect(login.type('show running-config')).toContain(
      '\nhostname bare\ninterface GigabitEthernet0/0/0/1\n shutdown\n!\nend\n',
    );
  });

  test('a commit that crosses another one is asked about', () => {
    const device = newLab()('x1');
    const [first, second] = [logIn(device), logIn(device)];
    type(first, ['configure', 'interface gi0/0/0/0', 'description mine']);
    type(second, ['configure', 'hostname theirs', 'commit', 'end']);
    expect(first.type('commit', 'no')).toContain('One or more commits have occurred from other');
    expect(first.question()).toBe('Do you wish to proceed with this commit anyway? [no]: ');
    expect(device.interfaces.at(-2)?.description).toBe('x1 -> x2');
    first.type('commit', 'yes');
    expect([device.name, device.interfaces.at(-2)?.description]).toEqual(['theirs', 'mine']);
  });

  test('routes, neighbours, areas and policies of their own', () => {
    const devices = newLab();
    const login = logIn(devices('x1'));
    type(login, ['configure', 'router static', 'address-family ipv4 unicast', '10.99.0.0/16 10.1.0.2']);
    type(login, ['10.98.0.0 255.255.0.0 10.1.0.6', 'interface lo9', 'ipv4 address 10.9.9.9/32']);
    type(login, ['router ospf 1', 'area 0.0.0.0', 'interface lo9', 'router bgp 65001', 'neighbor 10.0.0.3']);
    type(login, [
      'remote-as 65003',
      'route-policy PASS',
      'if true then',
      'pass',
      'endif',
      'end-policy',
      'commit',
    ]);
    type(login, ['router static', 'address-family ipv4 unicast', 'no 10.98.0.0/16', 'commit', 'end']);
    expect(login.type('show running-config router static')).toContain(
      ' address-family ipv4 unicast\n  10.99.0.0/16 10.1.0.2\n !\n',
    );
    expect(login.type('show route static')).toContain('S    10.99.0.0/16 [1/0] via 10.1.0.2, 01:02:03\n');
    expect(logIn(devices('x3')).type('show ip route 10.9.9.9')).toContain('Routing entry for 10.9.9.9/32');
    expect(login.type('show bgp summary')).toMatch(/\n10\.0\.0\.3 +0 65003 .* Idle\n/);
    expect(login.type('show running-config router ospf').match(/ area /g)).toHaveLength(1);
    expect(login.type('show running-config route-policy')).toBe(
      `${TIME}route-policy PASS\n if true then\n pass\n endif\nend-policy\n!\n\n`,
    );
  });

  test('a route that is none is refused, also where the line names its sections', () => {
    const login = logIn(newLab()('x1'));
    login.type('configure');
    for (const line of ['10.99.0.0 nonsense', 'nonsense 10.1.0.2', 'no nonsense'])
      expect(login.type(`router static address-family ipv4 unicast ${line}`)).toContain('% Invalid input');
    expect(login.type('no router static address-family ipv4 unicast nonsense')).toContain('% Invalid input');
    type(login, ['router static', 'address-family ipv4 unicast', 'interface gi0/0/0/1']);
    expect(login.prompt()).toBe('RP/0/RP0/CPU0:x1(config-if)#');
  });

  test('a line may name the sections that it belongs to', () => {
    const login = logIn(newLab()('x1'));
    type(login, [
      'configure',
      'interface gi0/0/0/1 description spare',
      'interface lo9 ipv4 address 10.9.9.9/32',
      'router static address-family ipv4 unicast 10.99.0.0/16 10.1.0.2',
      'router ospf 1 area 0 interface lo9 passive enable',
      'router bgp 65001 neighbor 10.0.0.3 remote-as 65003',
      'no interface gi0/0/0/0 description',
    ]);
    expect(login.prompt()).toBe('RP/0/RP0/CPU0:x1(config)#');
    expect(login.type('show configuration')).toContain(
      `
interface GigabitEthernet0/0/0/0
 no description x1 -> x2
!
interface GigabitEthernet0/0/0/1
 description spare
!
interface Loopback9
 ipv4 address 10.9.9.9 255.255.255.255
!
router static
 address-family ipv4 unicast
  10.99.0.0/16 10.1.0.2
 !
!
router ospf 1
 area 0
  interface Loopback9
   passive enable
  !
 !
!
router bgp 65001
 neighbor 10.0.0.3
  remote-as 65003
 !
!
end
`,
    );
    expect(login.type('interface gi9/9 shutdown')).toContain('% Invalid input detected');
    expect(login.type('interface gi0/0/0/0 shut down')).toContain('% Invalid input detected');
  });

  test('the configuration of an untouched device says what the topology says', () => {
    const devices = newLab();
    const names = ['x1', 'x2', 'x3'];
    const before = names.map((name) => snapshot(devices(name)));
    devices('x1').configuration?.edit((tree) => [...tree]);
    expect(names.map((name) => snapshot(devices(name)))).toEqual(before);
    expect(ciscoXr.configuration?.read([])).toEqual({ interfaces: [], staticRoutes: [] });
  });
});

function type(login: TestLogin, lines: readonly string[]): void {
  for (const line of lines) {
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
