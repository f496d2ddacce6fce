import { describe, expect, test } from '@jest/globals';
import { readLab } from './test-fixtures/read-lab';
import { logIn } from './test-fixtures/log-in';

const lab = readLab(
  `provider: clab
module: [ ospf, bgp ]
defaults.device: frr
nodes: { r1: { bgp.as: 65000 }, r2: { bgp.as: 65000 }, r3: { bgp.as: 65000, module: [ ospf ] } }
links: [ r1-r2, r1-r3 , r2-r3 ]
`,
);
const ask = (line: string) => logIn(lab('r1'), { username: 'root' }).type(line);
const tail = (text: string, from: string) => text.slice(text.indexOf(from));

describe('FRRouting', () => {
  test('shows routes, what OSPF knows of connected networks, equal paths side by side', () => {
    expect(tail(ask('vtysh -c "show ip route"'), 'IPv4')).toBe(
      `IPv4 unicast VRF default:
O   10.0.0.1/32 [110/0] is directly connected, lo, weight 1, 01:02:03
L * 10.0.0.1/32 is directly connected, lo, weight 1, 01:02:03
C>* 10.0.0.1/32 is directly connected, lo, weight 1, 01:02:03
O>* 10.0.0.2/32 [110/10] via 10.1.0.2, eth1, weight 1, 01:02:03
O>* 10.0.0.3/32 [110/10] via 10.1.0.6, eth2, weight 1, 01:02:03
O   10.1.0.0/30 [110/10] is directly connected, eth1, weight 1, 01:02:03
C>* 10.1.0.0/30 is directly connected, eth1, weight 1, 01:02:03
L>* 10.1.0.1/32 is directly connected, eth1, weight 1, 01:02:03
O   10.1.0.4/30 [110/10] is directly connected, eth2, weight 1, 01:02:03
C>* 10.1.0.4/30 is directly connected, eth2, weight 1, 01:02:03
L>* 10.1.0.5/32 is directly connected, eth2, weight 1, 01:02:03
O>* 10.1.0.8/30 [110/20] via 10.1.0.2, eth1, weight 1, 01:02:03
  *                      via 10.1.0.6, eth2, weight 1, 01:02:03
`,
    );
    expect(ask('ip route')).toBe(
      `10.0.0.2 via 10.1.0.2 dev eth1 proto ospf metric 20 
10.0.0.3 via 10.1.0.6 dev eth2 proto ospf metric 20 
10.1.0.0/30 dev eth1 proto kernel scope link src 10.1.0.1 
10.1.0.4/30 dev eth2 proto kernel scope link src 10.1.0.5 
10.1.0.8/30 proto ospf metric 20 
\tnexthop via 10.1.0.2 dev eth1 weight 1 
\tnexthop via 10.1.0.6 dev eth2 weight 1 
`,
    );
  });

  test('shows the route to an address or a prefix', () => {
    expect(ask('vtysh -c "show ip route 10.1.0.9"')).toBe(
      `Routing entry for 10.1.0.8/30
  Known via "ospf", distance 110, metric 20, best
  Last update 01:02:03 ago
  * 10.1.0.2, via eth1, weight 1
  * 10.1.0.6, via eth2, weight 1

`,
    );
    expect(ask('vtysh -c "show ip route 10.1.0.0/30"')).toBe(
      `Routing entry for 10.1.0.0/30
  Known via "ospf", distance 110, metric 10
  Last update 01:02:03 ago
    directly connected, eth1, weight 1

Routing entry for 10.1.0.0/30
  Known via "connected", distance 0, metric 0, best
  Last update 01:02:03 ago
  * directly connected, eth1, weight 1

`,
    );
    expect(ask('vtysh -c "show ip route 192.0.2.1"')).toBe('% Network not in table\n');
    expect(ask('ip route get 192.0.2.1; echo $?')).toBe('RTNETLINK answers: Network is unreachable\n2\n');
    expect(ask('ip route get 10.1.0.9')).toBe(
      '10.1.0.9 via 10.1.0.2 dev eth1 src 10.1.0.1 uid 0 \n    cache \n',
    );
  });

  test('shows OSPF and BGP neighbours', () => {
    expect(ask('vtysh -c "show ip ospf neighbor"')).toMatch(
      /^10\.0\.0\.2 +1 Full\/- +1h02m03s .* eth1:10\.1\.0\.1 /m,
    );
    expect(ask('vtysh -c "show bgp summary"')).toMatch(/^10\.0\.0\.2 +4 +65000 .* r2$/m);
    expect(ask('vtysh -c "show ip bgp"')).toBe('No BGP prefixes displayed, 0 exist\n');
    expect(logIn(lab('r3')).type('vtysh -c "show bgp summary"')).toBe('% BGP instance not found\n');
  });

  test('has one configuration, in vtysh and in its file', () => {
    const file = ask('cat /etc/frr/frr.conf');
    expect(ask('vtysh -c "show running-config"')).toContain(file.trimEnd());
    expect(file).toContain(
      'interface eth1\n description r1 -> r2\n ip address 10.1.0.1/30\n ip ospf area 0.0.0.0\n',
    );
    expect(file).toContain('router ospf\n ospf router-id 10.0.0.1\n');
    expect(file).toContain('router bgp 65000\n bgp router-id 10.0.0.1\n');
  });

  test('logs in to a shell; vtysh and its modes lie above it', () => {
    const login = logIn(lab('r1'), { username: 'root' });
    const prompts = ['', 'vtysh', 'conf t', 'interface eth1', 'router ospf', 'end', 'exit'].map((line) => {
      login.type(line);
      return login.prompt();
    });
    expect(prompts).toEqual([
      'root@r1:~# ',
      'r1# ',
      'r1(config)# ',
      'r1(config-if)# ',
      'r1(config-router)# ',
      'r1# ',
      'root@r1:~# ',
    ]);
  });

  test('each refuses in its own words', () => {
    const login = logIn(lab('r1'));
    expect(login.type('vtysh -c "show foo"')).toBe('% Unknown command: show foo\n');
    expect(login.type("vtysh -c 'show'")).toBe('% Command incomplete: show\n');
    expect(login.type('vtysh -c foo')).toBe('% Unknown command: foo\n');
    expect(login.type('foo')).toBe('-bash: foo: command not found\n');
    login.type('vtysh');
    expect(login.type('show foo')).toBe('% Unknown command: show foo\n');
    expect(login.type('show interface eth9')).toBe("% Can't find interface eth9\n");
  });

  test('vtysh runs one line after the other until one is refused', () => {
    const login = logIn(lab('r1'));
    const both = login.type('vtysh -c "show version" -c "show interface brief"');
    expect(both).toBe(ask('vtysh -c "show version"') + ask('vtysh -c "show interface brief"'));
    expect(login.type('vtysh -c "show foo" -c "show version"')).toBe('% Unknown command: show foo\n');
    expect([login.type('echo $?'), login.status()]).toEqual(['1\n', 0]);
    expect(login.type('vtysh show version')).toBe('vtysh: invalid arguments: show\n');
  });

  test('what vtysh is told line by line walks through its modes, and leaves the shell a shell', () => {
    const login = logIn(lab('r1'));
    expect(login.type('vtysh -c "conf t" -c "interface eth1" -c "description x"')).toBe('');
    expect([login.status(), login.prompt()]).toEqual([0, 'admin@r1:~$ ']);
    expect(login.type('vtysh -c "description x"')).toBe('% Unknown command: description x\n');
    expect(login.type('vtysh -c "show ip route" | grep -c "^O>"')).toBe('3\n');
  });
});
