import { describe, expect, test } from '@jest/globals';
import type { FakeDevice } from '../device/fake-device';
import { logIn } from './test-fixtures/log-in';
import { readLab } from './test-fixtures/read-lab';

const makeLab = () =>
  readLab(`provider: clab
module: [ ospf, bgp ]
bgp.as: 65000
defaults.device: fortios
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

describe('what FortiOS shows', () => {
  test('its status, with the serial number of this device', () => {
    expect(ask('get system status')).toMatch(/^Version: FortiGate-VM64-KVM v7\.4\.8,build2795/);
    expect(ask('get system status | grep Serial')).toBe(`Serial-Number: FGVM${lab('r1').serialNumber}\n`);
    expect(ask('get system status | grep Virtual')).toContain('Virtual domain configuration: disable\n');
    expect(ask('execute time')).toBe('current time is: 14:05:09\nlast ntp sync: Sat Nov 21 14:05:09 2026\n');
  });

  test('ports with their addresses and signals', () => {
    expect(ask('get system interface physical')).toContain(
      '\t==[port5]\n\t\tmode: static\n\t\tip: 172.16.0.1 255.255.255.0\n\t\tipv6: 2001:db8:1::1/64\n\t\tstatus: up\n',
    );
    expect(ask('get system interface physical')).toContain('\t\tstatus: down\n\t\tspeed: n/a\n');
    expect(ask('get system interface | grep loopback0')).toMatch(
      /ip: 10\.0\.0\.1 255\.255\.255\.255 +status: up +type: loopback/,
    );
  });

  test('routes, equal paths below each other', () => {
    expect(ask('get router info routing-table ospf')).toContain(
      `Routing table for VRF=0
O       10.0.0.2/32 [110/10] via 10.1.0.2, port2, 01:02:03
O       10.0.0.3/32 [110/10] via 10.1.0.6, port3, 01:02:03
O       10.1.0.8/30 [110/20] via 10.1.0.2, port2, 01:02:03
                    [110/20] via 10.1.0.6, port3, 01:02:03
`,
    );
    expect(ask('get router info routing-table details 10.1.0.9')).toContain(
      'Routing entry for 10.1.0.8/30\n',
    );
    expect(ask('get router info routing-table details 192.0.2.1')).toBe('% Network not in table\n');
    expect(ask('get router info routing-table all')).not.toContain('10.1.0.1/32');
  });

  test('neighbours by LLDP, OSPF, BGP and ARP', () => {
    expect(ask('diagnose lldprx neighbor summary')).toMatch(
      /\n2 +port3 +ca:f0:00:03:00:01 +GigabitEthernet0\/1 +120 +r3\n/,
    );
    expect(ask('diagnose lldprx port neighbor details port2')).toContain('\n1 system.name.data: r2\n');
    expect(ask('get router info ospf neighbor')).toMatch(
      /\n10\.0\.0\.2 +1 +Full\/ - +00:00:37 +10\.1\.0\.2 +port2\n/,
    );
    expect(ask('get router info ospf status')).toContain('fully adjacent neighbors in this area is 2\n');
    expect(ask('get router info bgp summary')).toMatch(/\n10\.0\.0\.3 +4 +65000 .* 01:02:03 +0\n/);
    expect(ask('get system arp')).toContain('10.1.0.2          0          ca:f0:00:02:00:02  port2\n');
  });

  test('who answers, and over which hops', () => {
    expect(ask('execute ping 10.0.0.3')).toContain(
      '5 packets transmitted, 5 packets received, 0% packet loss\n',
    );
    expect(ask('execute ping 10.0.0.9')).toContain(
      '5 packets transmitted, 0 packets received, 100% packet loss\n',
    );
    expect(ask('execute traceroute 10.0.0.3')).toContain('\n 1  10.0.0.3  0.3 ms');
  });

  test('a configuration that would build the device, whole or in parts', () => {
    const section = ask('show system interface port2');
    expect(section).toBe(`config system interface
    edit "port2"
        set vdom "root"
        set ip 10.1.0.1 255.255.255.252
        set allowaccess ping
        set type physical
        set description "r1 -> r2"
        set lldp-reception enable
        set lldp-transmission enable
        set snmp-index 2
    next
end
`);
    expect(ask('show')).toMatch(/^#config-version=FGVMK6-7\.4\.8-/);
    expect(ask('show')).toContain('config system global\n    set hostname "r1"\n');
    expect(ask('show router bgp')).toContain('        edit "10.0.0.2"\n            set remote-as 65000\n');
    expect(ask('show full-configuration system interface port2')).toContain('        set status up\n');
    expect(ask('get system console')).toContain('output              : more \n');
  });
});

describe('how FortiOS is operated', () => {
  test('tables, entries and objects have their prompts', () => {
    const login = logIn(lab('r1'));
    const lines = ['', 'config system interface', 'edit port5', 'config ipv6', 'end', 'next', 'end'];
    const others = [
      'config router ospf',
      'config area',
      'edit 0.0.0.0',
      'end',
      'end',
      'config system interface',
      'edit port2',
    ];
    const prompts = [...lines, ...others, 'end'].map((line) => {
      login.type(line);
      return login.prompt();
    });
    expect(prompts).toEqual([
      ...[
        'r1 # ',
        'r1 (interface) # ',
        'r1 (port5) # ',
        'r1 (ipv6) # ',
        'r1 (port5) # ',
        'r1 (interface) # ',
      ],
      ...['r1 # ', 'r1 (ospf) # ', 'r1 (area) # ', 'r1 (0.0.0.0) # ', 'r1 (ospf) # ', 'r1 # '],
      ...['r1 (interface) # ', 'r1 (port2) # ', 'r1 # '],
    ]);
  });

  test('what is not known is refused with a code', () => {
    expect(ask('foo')).toBe('Unknown action 0\n\nCommand fail. Return code -1\n');
    expect(ask('get system foo')).toBe("\ncommand parse error before 'foo'\nCommand fail. Return code -61\n");
    expect(ask('get system')).toContain('incomplete command in the end');
    expect(ask('config global')).toContain("command parse error before 'global'");
    const [, , attribute, address, port] = type(
      lab('r1'),
      'config router static',
      'edit 0',
      'set foo bar',
      'set gateway 10.1.0',
      'set device port77',
    );
    expect(attribute).toContain("command parse error before 'foo'");
    expect(address).toContain("value parse error before '10.1.0'");
    expect(port).toContain('entry not found in datasource');
  });

  test('output waits at the end of a screen until the console says otherwise', () => {
    const device = makeLab()('r1');
    const login = logIn(device);
    login.type('config system console');
    login.type('set output standard');
    login.type('end');
    expect(login.type('show system console')).toContain('    set output standard\n');
    expect(login.pageLines()).toBe(0);
    const next = logIn(device);
    expect(next.pageLines()).toBe(24);
    next.type('get system status');
    expect(next.pageLines()).toBe(0);
  });
});

describe('a configuration on FortiOS', () => {
  test('that nobody touched says what the device says', () => {
    const here = makeLab();
    const view = ({ interfaces, routes, bgpNeighbors, ospfNeighbors, routerId, name }: FakeDevice) => [
      ...[interfaces, routes, bgpNeighbors, ospfNeighbors, routerId, name],
    ];
    const before = view(here('r1'));
    here('r1').configuration?.edit((tree) => [...tree]);
    expect(view(here('r1'))).toEqual(before);
  });

  test('counts when the entry is left, not before, and never after abort', () => {
    const here = makeLab();
    const r1 = here('r1');
    const login = logIn(r1);
    const port = () => r1.interfaces.find(({ name }) => name === 'port2');
    for (const line of [
      'config system interface',
      'edit port2',
      'set description "to the core"',
      'set ip 192.0.2.1/30',
    ]) {
      login.type(line);
    }
    expect(login.type('show')).toContain('set ip 192.0.2.1 255.255.255.252\n');
    expect(port()).toMatchObject({ description: 'r1 -> r2', ipv4: '10.1.0.1/30' });
    login.type('next');
    expect(port()).toMatchObject({ description: 'to the core', ipv4: '192.0.2.1/30' });
    for (const line of [
      'edit port2',
      'unset description',
      'set mtu-override enable',
      'set mtu 1400',
      'abort',
    ])
      login.type(line);
    expect(login.prompt()).toBe('r1 # ');
    expect(port()).toMatchObject({ description: 'to the core', mtu: 1500 });
  });

  test('that shuts an interface is seen on the other side, and so is a new name', () => {
    const here = makeLab();
    type(here('r1'), 'config system global', 'set hostname fw1', 'end');
    type(here('r1'), 'config system interface', 'edit "port2"', 'set status down', 'end');
    expect(logIn(here('r1')).prompt()).toBe('fw1 # ');
    expect(ask('diagnose lldprx neighbor summary', here('r2'))).not.toContain('fw1');
    expect(ask('get router info routing-table connected', here('r2'))).not.toContain('10.1.0.0/30');
    expect(ask('show lldp neighbors', here('r3'))).toContain('fw1');
  });

  test('makes loopbacks, runs OSPF on them, and routes', () => {
    const here = makeLab();
    const r1 = here('r1');
    const [, added, kind] = type(r1, 'config system interface', 'edit lo9', 'next');
    expect([added, kind]).toEqual([
      "new entry 'lo9' added\n",
      "Attribute 'interface' MUST be set.\nCommand fail. Return code -1\n",
    ]);
    type(r1, 'config system interface', 'edit lo9', 'set type loopback', 'set ip 198.51.100.1/32', 'end');
    type(
      r1,
      'config router ospf',
      'config network',
      'edit 0',
      'set prefix 198.51.100.0/24',
      'next',
      'end',
      'end',
    );
    expect(here('r2').routes.some(({ prefix }) => prefix === '198.51.100.1/32')).toBe(true);
    type(
      r1,
      'config router static',
      'edit 0',
      'set dst 203.0.113.0/24',
      'set gateway 10.1.0.2',
      'set device port2',
      'next',
      'end',
    );
    expect(ask('get router info routing-table static', r1)).toContain(
      'S       203.0.113.0/24 [10/0] via 10.1.0.2, port2\n',
    );
    type(r1, 'config router bgp', 'config neighbor', 'delete 10.0.0.2', 'end', 'end');
    expect(r1.bgpNeighbors?.map(({ ipv4 }) => ipv4)).toEqual(['10.0.0.3']);
  });

  test('what was made goes, hardware stays', () => {
    const r1 = makeLab()('r1');
    const said = type(
      r1,
      'config system interface',
      'delete port2',
      'delete loopback0',
      'delete nobody',
      'end',
    );
    expect(said[1]).toContain("The entry 'port2' belongs to the hardware.");
    expect(said[3]).toContain('entry not found in datasource');
    expect(ask('show system interface', r1)).not.toContain('loopback0');
    const login = logIn(r1);
    login.type('config system interface');
    login.type('purge', 'n');
    login.type('purge', 'y');
    login.type('end');
    expect(r1.interfaces.map(({ name, ipv4 }) => [name, ipv4 !== undefined])).toContainEqual(['port2', true]);
    login.type('config router ospf');
    login.type('config network');
    expect(login.type('purge', 'y')).toContain('This operation will clear all table!');
    login.type('end');
    expect(r1.ospfNeighbors).toHaveLength(2);
    login.type('end');
    expect(r1.ospfNeighbors).toEqual([]);
  });

  test('is kept at once: a reboot changes nothing', () => {
    const device = makeLab()('r1');
    type(device, 'config system global', 'set hostname kept', 'end');
    expect(logIn(device).type('execute reboot', 'y')).toContain('System is rebooting...');
    expect(device.name).toBe('kept');
  });
});
