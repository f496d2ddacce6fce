import { describe, expect, test } from '@jest/globals';
import type { FakeDevice } from '../device/fake-device';
import { huaweiVrp } from './huawei-vrp';
import { logIn } from './test-fixtures/log-in';
import { platformLab } from './test-fixtures/platform-lab';

const TOPOLOGY = `provider: clab
module: [ ospf, bgp ]
bgp.as: 65000
defaults.device: huawei_vrp
addressing.lan.ipv6: 2001:db8:1::/48
nodes: [ r1, r2, { name: r3, device: iosv } ]
links: [ r1-r2, r1-r3, r2-r3, { r1: , r2: { shutdown: true } }, { r1: , mtu: 9000 } ]
`;
const makeLab = () => platformLab(huaweiVrp, TOPOLOGY);
const lab = makeLab();
const ask = (line: string) => logIn(lab('r1')).type(line);
const type = (device: FakeDevice, ...lines: readonly string[]) => {
  const login = logIn(device);
  return lines.map((line) => login.type(line));
};
const tail = (text: string, from: string) => text.slice(text.indexOf(from));

describe('what VRP displays', () => {
  test('interfaces at a glance', () => {
    expect(tail(ask('display ip interface brief'), 'Interface ')).toBe(
      `Interface                         IP Address/Mask      Physical   Protocol
GigabitEthernet0/0/0              192.168.121.101/24   up         up
GigabitEthernet0/0/1              10.1.0.1/30          up         up
GigabitEthernet0/0/2              10.1.0.5/30          up         up
GigabitEthernet0/0/3              10.1.0.13/30         down       down
GigabitEthernet0/0/4              172.16.0.1/24        up         up
LoopBack0                         10.0.0.1/32          up         up(s)
NULL0                             unassigned           up         up(s)
`,
    );
    expect(logIn(lab('r2')).type('display interface brief')).toMatch(
      /\nGigabitEthernet0\/0\/3 +\*down +down +0% +0% +0 +0\n/,
    );
    expect(tail(ask('display ipv6 interface brief'), 'Gigabit')).toBe(
      'GigabitEthernet0/0/4         up                    up\n[IPv6 Address] 2001:DB8:1::1\n',
    );
  });

  test('one interface, however it is written', () => {
    for (const name of ['GigabitEthernet0/0/1', 'ge0/0/1', 'GE 0/0/1', 'gi0/0/1']) {
      expect(ask(`display interface ${name}`)).toMatch(/^GigabitEthernet0\/0\/1 current state : UP\n/);
    }
    expect(ask('display interface ge7')).toContain("Error: Wrong parameter found at '^' position.");
  });

  test('routes with its own preferences', () => {
    expect(tail(ask('display ip routing-table protocol ospf'), 'Destination/Mask')).toBe(
      `Destination/Mask    Proto   Pre  Cost      Flags NextHop         Interface

       10.0.0.2/32  OSPF    10   10          D   10.1.0.2        GigabitEthernet0/0/1
       10.0.0.3/32  OSPF    10   10          D   10.1.0.6        GigabitEthernet0/0/2
       10.1.0.8/30  OSPF    10   20          D   10.1.0.2        GigabitEthernet0/0/1
       10.1.0.8/30  OSPF    10   20          D   10.1.0.6        GigabitEthernet0/0/2
`,
    );
    expect(ask('display ip routing-table 10.1.0.9 | include OSPF')).toBe(
      tail(ask('display ip routing-table protocol ospf'), '       10.1.0.8/30'),
    );
    expect(ask('display ip routing-table 192.0.2.1')).toBe('');
    expect(ask('display ip routing-table verbose')).toContain(
      '     Protocol: OSPF            Process ID: 1\n',
    );
  });

  test('neighbours by LLDP, OSPF, BGP and ARP', () => {
    expect(ask('display lldp neighbor brief')).toMatch(/\nGE0\/0\/2 +r3 +GE0\/1 +104\n$/);
    expect(ask('display lldp neighbor interface ge0/0/1')).toContain('\nSystem name         :r2\n');
    expect(ask('display lldp neighbor interface ge0/0/1')).not.toContain('r3');
    expect(ask('display ospf peer brief')).toContain(
      '\n 0.0.0.0          GigabitEthernet0/0/1             10.0.0.2         Full\n',
    );
    expect(ask('display ospf peer')).toContain(
      " Area 0.0.0.0 interface 10.1.0.5(GigabitEthernet0/0/2)'s neighbors\n",
    );
    expect(ask('display bgp peer')).toMatch(
      /\n {2}10\.0\.0\.3 +4 +65000 +64 +64 +0 01:02:03 Established +0\n/,
    );
    expect(ask('display arp')).toContain('10.1.0.2        caf0-0002-0001  20        D-0         GE0/0/1\n');
  });

  test('the version with uptime, the label with the serial number of this device', () => {
    expect(ask('display version')).toContain(
      '\nHuawei AR2220E Router uptime is 0 week, 0 day, 1 hour, 2 minutes\n',
    );
    expect(ask('display elabel')).toContain(`\nBarCode=${lab('r1').serialNumber}\n`);
    expect(ask('display clock')).toMatch(/^2026-11-21 14:05:09\nSaturday\n/);
  });

  test('a configuration that would build the device', () => {
    const config = ask('display current-configuration');
    expect(config).toMatch(/^\[V200R\w+\]\n#\n sysname r1\n ipv6\n lldp enable\n#\naaa\n/);
    expect(config).toContain(`#
interface GigabitEthernet0/0/1
 description r1 -> r2
 ip address 10.1.0.1 255.255.255.252
 ospf cost 10
 ospf network-type p2p
 ospf enable 1 area 0.0.0.0
#
`);
    expect(config).toContain(
      '#\nospf 1 router-id 10.0.0.1\n silent-interface GigabitEthernet0/0/4\n area 0.0.0.0\n#\n',
    );
    expect(config).toContain(' peer 10.0.0.2 connect-interface LoopBack0\n');
    expect(config).toMatch(/\n #\n ipv4-family unicast\n {2}peer 10\.0\.0\.2 enable\n/);
    expect(config).toMatch(/\n#\nreturn\n$/);
    expect(ask('display current-configuration interface ge0/0/4')).toContain('\n mtu 9000\n');
  });

  test('who answers, and over which hops', () => {
    expect(ask('ping 10.0.0.3')).toContain('    5 packet(s) received\n    0.00% packet loss\n');
    expect(ask('ping 10.0.0.9')).toContain('    0 packet(s) received\n    100.00% packet loss\n');
    expect(ask('tracert 10.0.0.3')).toContain('\n 1 10.0.0.3 1 ms  1 ms  1 ms\n');
  });
});

describe('how VRP is operated', () => {
  test('views have their prompts, quit goes up, return goes all the way', () => {
    const login = logIn(lab('r1'));
    const lines = [
      '',
      'system-view',
      'int ge0/0/1',
      'ospf 1',
      'area 0',
      'quit',
      'bgp 65000',
      'ipv4-family unicast',
    ];
    const prompts = [...lines, 'user-interface vty 0 4', 'quit', 'aaa', 'return'].map((line) => {
      login.type(line);
      return login.prompt();
    });
    expect(prompts).toEqual([
      '<r1>',
      '[r1]',
      '[r1-GigabitEthernet0/0/1]',
      '[r1-ospf-1]',
      '[r1-ospf-1-area-0.0.0.0]',
      '[r1-ospf-1]',
      '[r1-bgp]',
      '[r1-bgp-af-ipv4]',
      '[r1-ui-vty0-4]',
      '[r1]',
      '[r1-aaa]',
      '<r1>',
    ]);
  });

  test('a marker points at what was not understood', () => {
    expect(ask('show version')).toBe("    ^\nError: Unrecognized command found at '^' position.\n");
    expect(ask('display foo')).toBe("            ^\nError: Wrong parameter found at '^' position.\n");
    expect(ask('display')).toContain('Error:Incomplete command');
    expect(ask('display i')).toContain('Error:Ambiguous command');
    expect(type(lab('r1'), 'system-view', 'interface GE0/0/9')[1]).toContain('Error: Wrong parameter');
  });

  test('every view displays', () => {
    expect(type(lab('r1'), 'system-view', 'interface ge0/0/1', 'display this')[2]).toMatch(
      /^#\ninterface GigabitEthernet0\/0\/1\n description r1 -> r2\n/,
    );
    expect(type(lab('r1'), 'system-view', 'ospf 1', 'display clock')[2]).toContain('Saturday');
  });
});

describe('a configuration on VRP', () => {
  test('that nobody touched says what the device says', () => {
    const { configuration } = lab('r1');
    const before = ask('display interface') + ask('display ip routing-table') + ask('display ospf peer');
    const untouched = makeLab();
    const device = untouched('r1');
    device.configuration?.edit((tree) => [...tree]);
    const after = type(device, 'display interface', 'display ip routing-table', 'display ospf peer');
    expect(after.join('')).toBe(before);
    expect(device.configuration?.running).toEqual(configuration?.running);
    expect(device.bgpNeighbors).toEqual(lab('r1').bgpNeighbors);
    expect(untouched('r2').routes).toEqual(lab('r2').routes);
  });

  test('is changed line by line, and undone', () => {
    const device = makeLab()('r1');
    const lines = [
      'description to the core',
      'undo ip address',
      'ip address 192.0.2.1 30',
      'ospf cost 77',
      'mtu 1400',
    ];
    expect(type(device, 'system-view', 'interface ge0/0/1', ...lines).join('')).toMatch(/^Enter system view/);
    const shown = 'display current-configuration interface ge0/0/1';
    expect(type(device, shown)[0]).toBe(`#
interface GigabitEthernet0/0/1
 description to the core
 mtu 1400
 ip address 192.0.2.1 255.255.255.252
 ospf cost 77
 ospf network-type p2p
 ospf enable 1 area 0.0.0.0
#
return
`);
    expect(device.interfaces.find(({ name }) => name === 'GigabitEthernet0/0/1')).toMatchObject({
      description: 'to the core',
      ipv4: '192.0.2.1/30',
      mtu: 1400,
      ospfCost: 77,
    });
    type(device, 'system-view', 'int ge0/0/1', 'undo description', 'undo ospf enable', 'undo mtu');
    expect(type(device, shown)[0]).not.toMatch(/description|ospf enable|mtu/);
  });

  test('that shuts an interface is seen on the other side, and so is a new name', () => {
    const inLab = makeLab();
    type(inLab('r1'), 'system-view', 'sysname core1', 'interface ge0/0/1', 'shutdown');
    expect(logIn(inLab('r1')).prompt()).toBe('<core1>');
    const said = type(
      inLab('r2'),
      'display lldp neighbor brief',
      'display ospf peer brief',
      'display ip routing-table',
    );
    expect(said.join('')).not.toMatch(/core1|r1|10\.0\.0\.1 .*Full/);
    expect(logIn(inLab('r3')).type('show lldp neighbors')).toContain('core1');
    type(inLab('r1'), 'system-view', 'interface ge0/0/1', 'undo shutdown');
    expect(logIn(inLab('r2')).type('display lldp neighbor brief')).toContain('core1');
  });

  test('may run OSPF by network, on interfaces that it made itself', () => {
    const inLab = makeLab();
    const r1 = inLab('r1');
    type(r1, 'system-view', 'interface loop 1', 'ip address 198.51.100.1 32', 'quit', 'ospf 1', 'area 0');
    expect(inLab('r2').routes.some(({ prefix }) => prefix === '198.51.100.1/32')).toBe(false);
    type(r1, 'system-view', 'ospf 1 router-id 10.9.9.9', 'area 0', 'network 198.51.100.0 0.0.0.255');
    expect(inLab('r2').routes.some(({ prefix }) => prefix === '198.51.100.1/32')).toBe(true);
    expect(logIn(inLab('r2')).type('display ospf peer brief')).toContain('10.9.9.9');
    expect(type(r1, 'display current-configuration configuration ospf')[0]).toContain(
      'ospf 1 router-id 10.9.9.9\n silent-interface GigabitEthernet0/0/4\n area 0.0.0.0\n  network 198.51.100.0 0.0.0.255\n',
    );
  });

  test('routes and speaks BGP as it says', () => {
    const r1 = makeLab()('r1');
    type(r1, 'system-view', 'ip route-static 203.0.113.0 24 10.1.0.2', 'bgp 65000', 'undo peer 10.0.0.2');
    type(r1, 'system-view', 'bgp 65000', 'peer 10.1.0.2 as-number 65001');
    expect(type(r1, 'display ip routing-table protocol static')[0]).toMatch(
      / 203\.0\.113\.0\/24 +Static +60 +0 +D +10\.1\.0\.2 +GigabitEthernet0\/0\/1\n/,
    );
    expect(r1.bgpNeighbors?.map(({ ipv4, remoteAs }) => [ipv4, remoteAs])).toEqual([
      ['10.0.0.3', 65_000],
      ['10.1.0.2', 65_001],
    ]);
  });

  test('hardware stays, what was made goes', () => {
    const r1 = makeLab()('r1');
    const said = type(r1, 'system-view', 'undo interface ge0/0/1', 'interface loop1', 'undo interface loop1');
    expect(said[1]).toBe('Error: The interface is fixed and can not be deleted.\n');
    expect(type(r1, 'display current-configuration')[0]).not.toContain('LoopBack1');
  });

  test('is saved when asked to, and is what a reboot starts with', () => {
    const device = makeLab()('r1');
    const login = logIn(device);
    for (const line of ['system-view', 'sysname a1', 'return', 'save force', 'system-view', 'sysname b1']) {
      login.type(line);
    }
    expect(login.type('display saved-configuration')).toContain(' sysname a1\n');
    expect(login.type('display current-configuration')).toContain(' sysname b1\n');
    expect(login.type('save', 'n')).toBe('  The current configuration will be written to the device.\n');
    expect(login.question()).toBe('  Are you sure to continue?[Y/N]:');
    login.type('return');
    login.type('reboot', 'n');
    expect(logIn(device).prompt()).toBe('<b1>');
    login.type('reboot', 'y');
    expect(logIn(device).prompt()).toBe('<a1>');
    login.type('system-view');
    login.type('sysname c1');
    expect(login.type('save', 'y')).toContain('Configuration file had been saved successfully\n');
    device.configuration?.reload();
    expect(logIn(device).prompt()).toBe('<c1>');
  });
});
