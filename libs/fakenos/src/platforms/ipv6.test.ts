import { expect, test } from '@jest/globals';
import { readLab } from './test-fixtures/read-lab';
import { logIn } from './test-fixtures/log-in';

const lab = (device: string) =>
  logIn(
    readLab(
      `provider: clab
addressing:
  loopback: { ipv4: 10.0.0.0/24, ipv6: '2001:db8:1::/48' }
  p2p: { ipv4: 10.1.0.0/16, ipv6: '2001:db8:2::/48' }
nodes: { r1: { device: ${device} }, r2: { device: ${device} } }
links: [ r1-r2 ]
`,
    )('r1'),
    { username: 'root' },
  );
const tail = (text: string, from: string) => text.slice(text.indexOf(from));

test('Cisco IOS', () => {
  const login = lab('iosv');
  expect(login.type('show ipv6 interface brief')).toBe(
    `GigabitEthernet0/0     [up/up]
    unassigned
GigabitEthernet0/1     [up/up]
    FE80::C8F0:FF:FE01:1
    2001:DB8:2::1
Loopback0              [up/up]
    FE80::C8FE:FF:FE01:0
    2001:DB8:1:1::1
`,
  );
  const said = login.type('show ipv6 route');
  expect(said).toMatch(/^IPv6 Routing Table - default - 5 entries\n/);
  expect(tail(said, 'C   2001')).toBe(
    `C   2001:DB8:1:1::/64 [0/0]
     via Loopback0, directly connected
L   2001:DB8:1:1::1/128 [0/0]
     via Loopback0, receive
C   2001:DB8:2::/64 [0/0]
     via GigabitEthernet0/1, directly connected
L   2001:DB8:2::1/128 [0/0]
     via GigabitEthernet0/1, receive
L   FF00::/8 [0/0]
     via Null0, receive
`,
  );
});

test('Arista EOS', () => {
  const login = lab('eos');
  expect(login.type('show ipv6 interface brief').split('\n').slice(2, 5)).toEqual([
    'Et1             up           1500       fe80::c8f0:ff:fe01:1/64          up                 link local',
    '                                        2001:db8:2::1/64                 up                 config',
    'Lo0             up           65535      fe80::c8fe:ff:fe01:0/64          up                 link local',
  ]);
  const said = login.type('show ipv6 route');
  expect(said).toContain('\nDisplaying 2 of 4 IPv6 routing table entries\n');
  expect(tail(said, ' C        2001')).toBe(
    ` C        2001:db8:1:1::/64 [0/0]
           via Loopback0, directly connected
 C        2001:db8:2::/64 [0/0]
           via Ethernet1, directly connected

`,
  );
});

test('FRRouting and Linux', () => {
  const login = lab('frr');
  expect(tail(login.type('vtysh -c "show ipv6 route"'), 'IPv6')).toBe(
    `IPv6 unicast VRF default:
C>* 2001:db8:1:1::/64 is directly connected, lo, weight 1, 01:02:03
L>* 2001:db8:1:1::1/128 is directly connected, lo, weight 1, 01:02:03
C>* 2001:db8:2::/64 is directly connected, eth1, weight 1, 01:02:03
L>* 2001:db8:2::1/128 is directly connected, eth1, weight 1, 01:02:03
`,
  );
  expect(login.type('ip -6 route')).toBe(
    `2001:db8:1:1::/64 dev lo proto kernel metric 256 pref medium
2001:db8:2::/64 dev eth1 proto kernel metric 256 pref medium
`,
  );
});

test('a loopback of one address', () => {
  const loopback = (device: string) =>
    logIn(
      readLab(`provider: clab\nnodes: { r1: { device: ${device}, loopback.ipv6: '2001:db8::7/128' } }\n`)(
        'r1',
      ),
    );
  expect(loopback('frr').type('ip -6 route')).toBe(
    '2001:db8::7 dev lo proto kernel metric 256 pref medium\n',
  );
  expect(loopback('iosv').type('show ipv6 route')).toContain(
    '\nLC  2001:DB8::7/128 [0/0]\n     via Loopback0, receive\n',
  );
});

test('without addresses there is nothing to show', () => {
  const login = logIn(readLab('provider: clab\nnodes: { r1: { device: frr } }\n')('r1'));
  expect(login.type('ip -6 route')).toBe('');
});
