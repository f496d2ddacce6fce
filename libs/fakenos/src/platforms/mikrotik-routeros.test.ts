import { describe, expect, test } from '@jest/globals';
import type { FakeDevice } from '../device/fake-device';
import { mikrotikRouteros } from './mikrotik-routeros';
import { logIn } from './test-fixtures/log-in';
import { readLab } from './test-fixtures/read-lab';

const makeLab = (device = 'routeros') =>
  readLab(`provider: ${device === 'routeros' ? 'libvirt' : 'clab'}
module: [ ospf, bgp ]
bgp.as: 65000
defaults.device: ${device}
addressing.lan.ipv6: 2001:db8:1::/48
nodes: [ r1, r2, { name: r3, device: iosv } ]
links: [ r1-r2, r1-r3, r2-r3, { r1: , r2: { shutdown: true } }, { r1: , mtu: 9000 } ]
`);
const lab = makeLab();
const ask = (line: string, device = lab('r1')) => logIn(device).type(line);
const type = (device: FakeDevice, ...lines: readonly string[]) => {
  const login = logIn(device);
  return lines.map((line) => login.type(line));
};

describe('what RouterOS 6 prints', () => {
  test('interfaces, those without a signal not running, comments above', () => {
    expect(ask('/interface print')).toBe(
      `Flags: D - dynamic, X - disabled, R - running, S - slave
 #     NAME     TYPE   ACTUAL-MTU L2MTU MAX-L2MTU MAC-ADDRESS
 0  R  ether1   ether  1500       1598  9500      CA:FE:00:01:00:00
 1  R  loopback bridge 1500       1598            CA:FE:00:01:00:00
 2  R  ;;; r1 -> r2
       ether2   ether  1500       1598  9500      CA:F0:00:01:00:02
 3  R  ;;; r1 -> r3
       ether3   ether  1500       1598  9500      CA:F0:00:01:00:03
 4     ;;; r1 -> r2
       ether4   ether  1500       1598  9500      CA:F0:00:01:00:04
 5  R  ;;; r1 -> stub
       ether5   ether  9000       1598  9500      CA:F0:00:01:00:05
`,
    );
    expect(logIn(lab('r2')).type('/interface ethernet print where disabled')).toMatch(
      /\n 0 X {2};;; r2 -> r1\n/,
    );
  });

  test('addresses as a table, in detail, one on a line, or only some', () => {
    expect(ask('/ip address print where interface=ether2')).toBe(
      `Flags: X - disabled, I - invalid, D - dynamic
 #   ADDRESS     NETWORK  INTERFACE
 0   10.1.0.1/30 10.1.0.0 ether2
`,
    );
    expect(ask('/ip address print detail where interface=ether2')).toContain(
      ' 0   address=10.1.0.1/30 network=10.1.0.0 interface=ether2\n     actual-interface=ether2\n',
    );
    expect(ask('/ip address print terse where address~"^10.1"').split('\n')).toHaveLength(4);
    expect(ask('/ip address print count-only')).toBe('6\n');
    expect(ask('/ip address print foo')).toBe('expected end of command (line 1 column 19)\n');
  });

  test('routes, equal paths as one', () => {
    expect(ask('/ip route print').split('\n').slice(1)).toEqual([
      ' #      DST-ADDRESS   PREF-SRC   GATEWAY           DISTANCE',
      ' 0 ADC  10.0.0.1/32   10.0.0.1   loopback          0',
      ' 1 ADo  10.0.0.2/32              10.1.0.2          110',
      ' 2 ADo  10.0.0.3/32              10.1.0.6          110',
      ' 3 ADC  10.1.0.0/30   10.1.0.1   ether2            0',
      ' 4 ADC  10.1.0.4/30   10.1.0.5   ether3            0',
      ' 5 ADo  10.1.0.8/30              10.1.0.2,10.1.0.6 110',
      ' 6 ADC  172.16.0.0/24 172.16.0.1 ether5            0',
      '',
    ]);
  });

  test('neighbours of every kind', () => {
    expect(ask('/ip neighbor print detail where interface=ether3')).toContain('identity="r3" platform=""');
    expect(ask('/ip neighbor print')).toMatch(/\n 0 ether2 +10\.1\.0\.2 CA:F0:00:02:00:02 r2 +6\.49\.18/);
    expect(ask('/routing ospf neighbor print')).toContain(
      ' 0 instance=default router-id=10.0.0.2 address=10.1.0.2 interface=ether2\n',
    );
    expect(ask('/routing bgp peer print status')).toMatch(
      /^ 0 E name="r2" .*remote-as=65000\n(?:.*\n)*?.*state=established\n/m,
    );
    expect(ask('/ip arp print terse')).toContain(
      ' 0 DC address=10.1.0.2 mac-address=CA:F0:00:02:00:02 interface=ether2',
    );
  });

  test('itself: name, uptime, serial number, clock', () => {
    expect(ask('/system identity print')).toBe('  name: r1\n');
    expect(ask('/system resource print')).toMatch(/^ +uptime: 1h2m3s\n +version: 6\.49\.18 \(long-term\)\n/);
    expect(ask('/system routerboard print')).toContain(
      `  serial-number: ${lab('r1').serialNumber}\n`.slice(1),
    );
    expect(ask('/system clock print')).toMatch(/ time: 14:05:09\n +date: nov\/21\/2026\n/);
    expect(ask('/ping 10.0.0.3 count=2')).toContain('    sent=2 received=2 packet-loss=0% min-rtt');
    expect(ask('/ping 10.0.0.9 count=2')).toMatch(
      / 1 10\.0\.0\.9 +timeout\n +sent=2 received=0 packet-loss=100%\n/,
    );
    expect(ask('/tool traceroute 10.0.0.3')).toContain('\n 1 10.0.0.3 ');
  });

  test('an export that would build the device', () => {
    expect(ask('/export')).toMatch(/^# nov\/21\/2026 14:05:09 by RouterOS 6\.49\.18\n# software id = /);
    expect(ask('/export')).toContain(`/interface bridge
add name=loopback
/interface ethernet
set [ find default-name=ether2 ] comment="r1 -> r2"
`);
    expect(ask('/ip address export terse')).toContain(
      '/ip address add address=10.1.0.1/30 interface=ether2 network=10.1.0.0\n',
    );
    expect(ask('/ip address export verbose')).toContain(
      'add address=10.1.0.1/30 disabled=no interface=ether2',
    );
    expect(ask('/routing ospf export')).toContain(
      'add cost=10 interface=ether5 network-type=broadcast passive=yes\n',
    );
  });
});

test('RouterOS 7 explains only the flags that it shows, names its columns, and routes by templates', () => {
  const seven = makeLab('routeros7')('r1');
  expect(ask('/ip/route/print', seven)).toMatch(
    /^Flags: D - DYNAMIC; A - ACTIVE; c - CONNECT, o - OSPF\nColumns: DST-ADDRESS, GATEWAY, ROUTING-TABLE, DISTANCE\n/,
  );
  expect(ask('/ip/route/print detail', seven)).toContain('immediate-gw=10.1.0.2%ether2');
  expect(ask('/routing ospf neighbor print', seven)).toMatch(
    /^Flags: D - DYNAMIC\n0 D instance=default area=backbone/,
  );
  expect(ask('/export', seven)).toContain(
    '/routing ospf interface-template\nadd area=backbone interfaces=loopback\nadd area=backbone cost=10 interfaces=ether2 type=ptp\n',
  );
  expect(ask('/routing bgp session print', seven)).toContain('remote.address=10.0.0.2 .as=65000');
  expect(
    type(
      seven,
      '/routing ospf interface-template disable [find interfaces=ether2]',
      '/routing ospf neighbor print',
    )[1],
  ).not.toContain('10.0.0.2');
});

describe('how RouterOS is operated', () => {
  test('menus are entered and left, and led to from everywhere', () => {
    const login = logIn(lab('r1'));
    const prompts = ['', '/ip', 'address', '..', '/routing ospf', 'neighbor', '/', 'ip addr'].map((line) => {
      login.type(line);
      return login.prompt();
    });
    expect(prompts).toEqual([
      '[admin@r1] > ',
      '[admin@r1] /ip> ',
      '[admin@r1] /ip address> ',
      '[admin@r1] /ip> ',
      '[admin@r1] /routing ospf> ',
      '[admin@r1] /routing ospf neighbor> ',
      '[admin@r1] > ',
      '[admin@r1] /ip address> ',
    ]);
    expect(login.type('print count-only')).toBe('6\n');
    expect(login.type('/system identity print')).toBe('  name: r1\n');
    const seven = logIn(makeLab('routeros7')('r1'));
    seven.type('/ip/address');
    expect(seven.prompt()).toBe('[admin@r1] /ip/address> ');
  });

  test('what is not known is named with its column', () => {
    expect(ask('show version')).toBe('bad command name show (line 1 column 1)\n');
    expect(ask('/ip adress print')).toBe('bad command name adress (line 1 column 5)\n');
    expect(ask('/ip address add foo=1')).toBe('expected end of command (line 1 column 17)\n');
    expect(ask('/ip address add address=10.9.9.1/24')).toBe('missing value(s) of argument(s) interface\n');
    expect(ask('/ip address add address=10.9.9.1/24 interface=eth9')).toBe(
      'input does not match any value of interface\n',
    );
    expect(ask('/ip address add address=10.1.0.1/30 interface=ether2')).toBe(
      'failure: already have such address\n',
    );
    expect(ask('/ip address remove 17')).toBe('no such item\n');
    expect(ask('/ip route remove 0')).toContain('failure: ');
    expect(ask('/interface ethernet set ether2 name=wan')).toContain('failure: ');
  });

  test('the name that somebody logs in with may carry options', () => {
    expect(mikrotikRouteros.login?.userOf?.('admin+ct511w4098h')).toBe('admin');
    expect(mikrotikRouteros.login?.userOf?.('admin')).toBe('admin');
  });
});

describe('a configuration on RouterOS', () => {
  test.each(['routeros', 'routeros7'])('of %s that nobody touched says what the device says', (device) => {
    const here = makeLab(device);
    const view = ({ interfaces, routes, bgpNeighbors, ospfNeighbors, routerId }: FakeDevice) => [
      ...[interfaces, routes, bgpNeighbors, ospfNeighbors, routerId],
    ];
    const before = view(here('r1'));
    here('r1').configuration?.edit((tree) => [...tree]);
    expect(view(here('r1'))).toEqual(before);
  });

  test('is changed by name, by number as last printed, and by what is found', () => {
    const device = makeLab()('r1');
    const login = logIn(device);
    login.type('/interface ethernet');
    login.type('set ether2 comment="to the core" mtu=1400');
    login.type('print where name=ether3');
    login.type('set 0 comment=first');
    login.type('comment 0 comment=again');
    login.type('disable [find name=ether4]');
    expect(device.interfaces.map(({ description, mtu, adminUp }) => [description, mtu, adminUp])).toEqual([
      [undefined, 1500, true],
      [undefined, 65_536, true],
      ['to the core', 1400, true],
      ['again', 1500, true],
      ['r1 -> r2', 1500, false],
      ['r1 -> stub', 9000, true],
    ]);
    login.type('enable ether4');
    login.type('set ether2 comment="" mtu=1500');
    expect(login.type('export')).not.toMatch(/disabled|ether2/);
  });

  test('that adds and removes addresses is seen by the neighbours', () => {
    const here = makeLab();
    const r1 = here('r1');
    type(r1, '/ip address add address=198.51.100.1/24 interface=loopback comment="a new net"');
    type(r1, '/routing ospf network add area=backbone network=198.51.100.0/24');
    expect(ask('/ip address print', r1)).toContain(
      ' 6   ;;; a new net\n     198.51.100.1/24    198.51.100.0  loopback\n',
    );
    type(r1, '/ip address remove [find address="10.1.0.1/30"]');
    expect(ask('/ip arp print terse', here('r2'))).not.toContain('address=10.1.0.1 ');
    expect(ask('/routing ospf neighbor print', here('r2'))).not.toContain('10.0.0.1');
  });

  test('that disables an interface is seen on the other side, and so is a new name', () => {
    const here = makeLab();
    type(here('r1'), '/system identity set name=core1', '/interface disable ether2');
    expect(logIn(here('r1')).prompt()).toBe('[admin@core1] > ');
    expect(ask('/ip neighbor print', here('r2'))).not.toContain('core1');
    expect(ask('show lldp neighbors', here('r3'))).toContain('core1');
    type(here('r1'), '/interface enable ether2');
    expect(ask('/ip neighbor print', here('r2'))).toContain('core1');
  });

  test('routes as it says, in use or not', () => {
    const r1 = makeLab()('r1');
    type(
      r1,
      '/ip route add dst-address=203.0.113.0/24 gateway=10.1.0.2 comment=there',
      '/ip route add gateway=192.0.2.1',
    );
    expect(ask('/ip route print terse where static', r1)).toBe(
      ` 0 A S  comment=there dst-address=203.0.113.0/24 gateway=10.1.0.2 gateway-status=10.1.0.2 reachable via  ether2 distance=1 scope=30 target-scope=10 
 1   S  dst-address=0.0.0.0/0 gateway=192.0.2.1 gateway-status=192.0.2.1 unreachable distance=1 scope=30 target-scope=10 
`,
    );
  });

  test('is kept at once: a reboot changes nothing', () => {
    const device = makeLab()('r1');
    type(
      device,
      '/interface vlan add name=vlan10 vlan-id=10 interface=ether2',
      '/system identity set name=kept',
    );
    expect(logIn(device).type('/system reboot', '')).toBe('action cancelled');
    expect(logIn(device).type('/system reboot', 'y')).toContain('system will reboot shortly');
    expect(device.name).toBe('kept');
    expect(ask('/interface vlan print', device)).toContain('vlan10');
    expect(ask('/interface print', device)).toContain('vlan10');
  });
});
