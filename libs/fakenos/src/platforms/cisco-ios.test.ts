import { describe, expect, test } from '@jest/globals';
import { readLab } from './test-fixtures/read-lab';
import { logIn } from './test-fixtures/log-in';

const lab = readLab(
  `provider: clab
module: [ ospf ]
defaults.device: iosv
nodes:
  r1:
  r2: { device: eos }
  r3: { device: csr }
links: [ r1-r2, r1-r3, r2-r3, r2 ]
`,
);
const ask = (line: string) => logIn(lab('r1')).type(line);
const tail = (text: string, from: string) => text.slice(text.indexOf(from));

const INVALID = "% Invalid input detected at '^' marker.\n\n";

describe('what Cisco IOS shows', () => {
  test('interfaces at a glance', () => {
    expect(ask('show ip interface brief')).toBe(
      `Interface                  IP-Address      OK? Method Status                Protocol
GigabitEthernet0/0         192.168.121.101 YES NVRAM  up                    up
GigabitEthernet0/1         10.1.0.1        YES NVRAM  up                    up
GigabitEthernet0/2         10.1.0.5        YES NVRAM  up                    up
Loopback0                  10.0.0.1        YES NVRAM  up                    up
`,
    );
  });

  test('routes under their classful network, equal paths side by side', () => {
    expect(tail(ask('show ip route'), 'Gateway')).toBe(
      `Gateway of last resort is not set

      10.0.0.0/8 is variably subnetted, 8 subnets, 2 masks
C        10.0.0.1/32 is directly connected, Loopback0
O        10.0.0.2/32 [110/10] via 10.1.0.2, 01:02:03, GigabitEthernet0/1
O        10.0.0.3/32 [110/10] via 10.1.0.6, 01:02:03, GigabitEthernet0/2
C        10.1.0.0/30 is directly connected, GigabitEthernet0/1
L        10.1.0.1/32 is directly connected, GigabitEthernet0/1
C        10.1.0.4/30 is directly connected, GigabitEthernet0/2
L        10.1.0.5/32 is directly connected, GigabitEthernet0/2
O        10.1.0.8/30 [110/20] via 10.1.0.2, 01:02:03, GigabitEthernet0/1
                     [110/20] via 10.1.0.6, 01:02:03, GigabitEthernet0/2
      172.16.0.0/24 is subnetted, 1 subnets
O        172.16.0.0 [110/20] via 10.1.0.2, 01:02:03, GigabitEthernet0/1
`,
    );
  });

  test('only the routes of one protocol', () => {
    expect(ask('show ip route connected').match(/^[A-Z] .*$/gm)).toEqual([
      'C        10.0.0.1/32 is directly connected, Loopback0',
      'C        10.1.0.0/30 is directly connected, GigabitEthernet0/1',
      'C        10.1.0.4/30 is directly connected, GigabitEthernet0/2',
    ]);
  });

  test('the route to an address, a prefix, a network with its mask', () => {
    const entry = `Routing entry for 10.1.0.8/30
  Known via "ospf 1", distance 110, metric 20, type intra area
  Last update from 10.1.0.2 on GigabitEthernet0/1, 01:02:03 ago
  Routing Descriptor Blocks:
  * 10.1.0.2, from 10.0.0.2, 01:02:03 ago, via GigabitEthernet0/1
      Route metric is 20, traffic share count is 1
    10.1.0.6, from 10.0.0.2, 01:02:03 ago, via GigabitEthernet0/2
      Route metric is 20, traffic share count is 1
`;
    expect(ask('show ip route 10.1.0.9')).toBe(entry);
    expect(ask('sh ip ro 10.1.0.8/30')).toBe(entry);
    expect(ask('show ip route 10.1.0.8 255.255.255.252')).toBe(entry);
    expect(ask('show ip route 10.1.0.0/30')).toContain(
      '  Known via "connected", distance 0, metric 0 (connected, via interface)\n',
    );
    expect(ask('show ip route 10.1.0.1')).toContain('  * directly connected, via GigabitEthernet0/1\n');
    expect(ask('show ip route 10.9.0.1')).toBe('% Subnet not in table\n');
    expect(ask('show ip route 192.0.2.1')).toBe('% Network not in table\n');
    expect(ask('show ip route foo')).toContain(INVALID);
  });

  test('IP on one interface or all of them', () => {
    expect(ask('show ip interface gi0/1')).toContain(
      `GigabitEthernet0/1 is up, line protocol is up
  Internet address is 10.1.0.1/30
  Broadcast address is 255.255.255.255
`,
    );
    expect(ask('show ip interface | include address is')).toContain('  Internet address is 10.0.0.1/32\n');
    expect(ask('show ip interface gi7')).toContain(INVALID);
  });

  test('the table of BGP, where it runs', () => {
    expect(ask('show ip bgp')).toBe('% BGP not active\n');
    const bgp = readLab('provider: clab\nmodule: [ bgp ]\nbgp.as: 65000\nnodes: { r1: { device: iosv } }\n');
    const login = logIn(bgp('r1'));
    expect([login.type('show ip bgp'), login.status()]).toEqual(['', 0]);
  });

  test('LLDP neighbours of every make, CDP neighbours of its own', () => {
    expect(tail(ask('show lldp neighbors'), 'Device ID')).toBe(
      `Device ID           Local Intf     Hold-time  Capability      Port ID
r2                  Gi0/1          120        R               Ethernet1
r3                  Gi0/2          120        R               Gi2

Total entries displayed: 2
`,
    );
    expect(tail(ask('show cdp neighbors'), 'Device ID')).toBe(
      `Device ID        Local Intrfce     Holdtme    Capability  Platform  Port ID
r3               Gig 0/2           144        R B         CSR1000V  Gig 2

Total cdp entries displayed : 1
`,
    );
    expect(ask('show lldp neighbors detail')).toContain('System Description: \nArista EOS\n');
  });

  test('OSPF neighbours over cables', () => {
    expect(ask('show ip ospf neighbor')).toBe(
      `
Neighbor ID     Pri   State           Dead Time   Address         Interface
10.0.0.2          0   FULL/  -        00:00:37    10.1.0.2        GigabitEthernet0/1
10.0.0.3          0   FULL/  -        00:00:37    10.1.0.6        GigabitEthernet0/2
`,
    );
  });

  test('ARP entries, its own without age', () => {
    expect(ask('show ip arp').split('\n').slice(0, 4)).toEqual([
      'Protocol  Address          Age (min)  Hardware Addr   Type   Interface',
      'Internet  192.168.121.101         -   cafe.0001.0000  ARPA   GigabitEthernet0/0',
      'Internet  10.1.0.1                -   caf0.0001.0001  ARPA   GigabitEthernet0/1',
      'Internet  10.1.0.5                -   caf0.0001.0002  ARPA   GigabitEthernet0/2',
    ]);
  });

  test('the version with uptime and serial number of this device', () => {
    const said = ask('show version');
    expect(said).toContain('\nr1 uptime is 1 hour, 2 minutes\n');
    expect(said).toContain(`\nProcessor board ID ${lab('r1').serialNumber}\n`);
    expect(said).toMatch(/^Cisco IOS Software, IOSv Software \(VIOS-ADVENTERPRISEK9-M\), Version 15\.9/);
    expect(logIn(lab('r3')).type('show version')).toMatch(/Virtual XE Software .* Version 17\.3/);
  });

  test('a configuration that would build the device', () => {
    const config = ask('show running-config');
    expect(config).toContain('\nhostname r1\n');
    expect(config).toContain(
      `interface GigabitEthernet0/1
 description r1 -> r2
 ip address 10.1.0.1 255.255.255.252
 ip ospf network point-to-point
 ip ospf 1 area 0.0.0.0
 ip ospf cost 10
`,
    );
    expect(config).toContain('router ospf 1\n router-id 10.0.0.1\n');
    expect(ask('show running-config interface gi0/2')).toContain(' description r1 -> r3\n');
    expect(ask('show clock')).toBe('*14:05:09.042 UTC Sat Nov 21 2026\n');
  });

  test('who answers, and over which hops', () => {
    expect(ask('ping 10.0.0.2')).toContain('!!!!!\nSuccess rate is 100 percent (5/5)');
    expect(ask('ping 10.0.0.9')).toContain('.....\nSuccess rate is 0 percent (0/5)');
    expect(ask('traceroute 172.16.0.2')).toMatch(/\n {2}1 172\.16\.0\.2 1 msec 1 msec 1 msec\n$/);
  });

  test('load, memory, files and VRFs', () => {
    expect(ask('show processes cpu')).toMatch(/^CPU utilization for five seconds: 2%\/0%; one minute: 2%;/);
    expect(ask('show memory statistics')).toMatch(/\nProcessor +\w+ +305415744 +58210364 /);
    expect(ask('dir')).toMatch(
      /^Directory of flash0:\/\n\n {4}1 {2}-rw- .* Nov 21 2026 .* vios-adventerprisek9-m\n/,
    );
    expect(ask('show vrf')).toContain(
      '\n  mgmt                             <not set>             ipv4          Gi0/0\n',
    );
  });

  test('one interface, however it is written', () => {
    for (const name of ['GigabitEthernet0/1', 'gi0/1', 'Gig 0/1', 'g0/1']) {
      expect(ask(`show interfaces ${name}`)).toMatch(/^GigabitEthernet0\/1 is up, line protocol is up/);
    }
    expect(ask('show interfaces lo0')).toContain('Hardware is Loopback');
  });
});

describe('how Cisco IOS is operated', () => {
  test('user, privileged and configuration mode', () => {
    const login = logIn(lab('r1'), { mode: 'user' });
    const prompts = [
      '',
      'enable',
      'configure terminal',
      'int gi0/1',
      'router ospf 1',
      'exit',
      'exit',
      'disable',
    ].map((line) => {
      login.type(line);
      return login.prompt();
    });
    expect(prompts).toEqual([
      'r1>',
      'r1#',
      'r1(config)#',
      'r1(config-if)#',
      'r1(config-router)#',
      'r1(config)#',
      'r1#',
      'r1>',
    ]);
  });

  test('the configuration is not for user mode', () => {
    const login = logIn(lab('r1'), { mode: 'user' });
    expect(login.type('show running-config')).toContain('% Invalid input detected');
    expect(login.type('show version')).toContain('Cisco IOS Software');
  });

  test('a marker points at what was not understood', () => {
    expect(ask('show foo')).toBe("        ^\n% Invalid input detected at '^' marker.\n\n");
    expect(ask('show interfaces gi9/9')).toBe(
      "                   ^\n% Invalid input detected at '^' marker.\n\n",
    );
    expect(ask('show')).toBe('% Incomplete command.\n\n');
    expect(ask('show i')).toBe('% Ambiguous command:  "show i"\n');
  });

  test('configuration lines that make no sense are refused, exec commands run with do', () => {
    const login = logIn(lab('r1'));
    login.type('configure terminal');
    expect(login.type('ip ruoting')).toContain('% Invalid input detected');
    expect(login.type('interface gi9/9')).toContain('% Invalid input detected');
    expect(login.prompt()).toBe('r1(config)#');
    login.type('interface gi0/1');
    expect(login.type('do show clock')).toBe('*14:05:09.042 UTC Sat Nov 21 2026\n');
    expect(login.prompt()).toBe('r1(config-if)#');
    expect(login.type('do foo')).toBe(`${' '.repeat('r1(config-if)#do '.length)}^\n${INVALID}`);
    expect(login.type('  do show  interfaces gi9/9')).toBe(
      `${' '.repeat('r1(config-if)#  do show  interfaces '.length)}^\n${INVALID}`,
    );
    login.type('end');
    expect(login.prompt()).toBe('r1#');
  });

  test('saving answers as the device does', () => {
    expect(ask('write memory')).toBe('Building configuration...\n[OK]\n');
    expect(ask('copy running-config startup-config')).toBe('Building configuration...\n[OK]');
  });
});
