import { describe, expect, test } from '@jest/globals';
import { readLab } from './test-fixtures/read-lab';
import { logIn } from './test-fixtures/log-in';

const lab = readLab(
  `provider: clab
module: [ ospf ]
defaults.device: eos
nodes: { r1: , r2: , r3: , h1: { device: linux } }
links: [ r1-r2, r1-r2-r3-h1, r2 ]
`,
);
const ask = (line: string) => logIn(lab('r1')).type(line);

describe('what Arista EOS shows', () => {
  test('interfaces at a glance', () => {
    expect(ask('show ip interface brief').split('\n').slice(3, 8)).toEqual([
      'Ethernet1         10.1.0.1/30           up           up                   1500',
      'Ethernet2         172.16.0.1/24         up           up                   1500',
      'Loopback0         10.0.0.1/32           up           up                  65535',
      'Management0       192.168.121.101/24    up           up                   1500',
      '',
    ]);
    expect(ask('show interfaces status').split('\n').slice(0, 2)).toEqual([
      'Port       Name             Status       Vlan     Duplex Speed  Type            Flags Encapsulation',
      'Et1        r1 -> r2         connected    routed   full   1G     EbraTestPhyPort',
    ]);
  });

  test('routes without its own addresses, equal paths side by side', () => {
    const said = ask('show ip route');
    expect(said.slice(said.indexOf(' C  '))).toBe(
      ` C        10.0.0.1/32 is directly connected, Loopback0
 O        10.0.0.2/32 [110/10] via 10.1.0.2, Ethernet1
                               via 172.16.0.2, Ethernet2
 O        10.0.0.3/32 [110/10] via 172.16.0.3, Ethernet2
 C        10.1.0.0/30 is directly connected, Ethernet1
 C        172.16.0.0/24 is directly connected, Ethernet2
 O        172.16.1.0/24 [110/20] via 10.1.0.2, Ethernet1
                                 via 172.16.0.2, Ethernet2

`,
    );
  });

  test('the route to an address or a prefix', () => {
    const entry = (line: string) => {
      const said = ask(line);
      return said.slice(said.indexOf('Route Cache Route\n') + 'Route Cache Route\n'.length);
    };
    const learnt = `
 O        172.16.1.0/24 [110/20] via 10.1.0.2, Ethernet1
                                 via 172.16.0.2, Ethernet2

`;
    expect(entry('show ip route 172.16.1.7')).toBe(learnt);
    expect(entry('show ip route 172.16.1.0/24')).toBe(learnt);
    expect(entry('show ip route 10.1.0.1')).toBe(
      '\n C        10.1.0.0/30 is directly connected, Ethernet1\n\n',
    );
    expect(entry('show ip route 192.0.2.1').trim()).toBe('');
    expect(ask('show ip route foo')).toBe("% Invalid input (at token 3: 'foo')\n");
  });

  test('IP on one interface', () => {
    expect(ask('show ip interface et1')).toBe(
      `Ethernet1 is up, line protocol is up (connected)
  Internet address is 10.1.0.1/30
  Broadcast address is 255.255.255.255
  IPv6 Interface Forwarding : None
  Proxy-ARP is disabled
  Local Proxy-ARP is disabled
  Gratuitous ARP is ignored
  IP MTU 1500 bytes
`,
    );
    expect(ask('show ip interface').match(/^\w+ is up/gm)).toHaveLength(4);
  });

  test('BGP, where it runs', () => {
    const bgp = readLab('provider: clab\nmodule: [ bgp ]\nbgp.as: 65000\nnodes: { r1: { device: eos } }\n');
    const said = (line: string) => logIn(bgp('r1')).type(line);
    expect(said('show bgp summary')).toBe(said('show ip bgp summary'));
    expect(said('show ip bgp')).toContain(`Router identifier ${bgp('r1').routerId}, local AS number 65000\n`);
    expect(ask('show ip bgp')).toBe('% BGP inactive\n');
  });

  test('LLDP neighbours, as text and as JSON', () => {
    expect(ask('show lldp neighbors').split('\n').slice(8, 11)).toEqual([
      'Et1           r2                       Ethernet1           120',
      'Et2           r2                       Ethernet2           120',
      'Et2           r3                       Ethernet1           120',
    ]);
    expect(ask('show lldp neighbors detail')).toContain('Interface Ethernet2 detected 2 LLDP neighbors:');
    expect(JSON.parse(ask('show lldp neighbors | json'))).toMatchObject({
      lldpNeighbors: [
        { port: 'Ethernet1', neighborDevice: 'r2', neighborPort: 'Ethernet1' },
        { port: 'Ethernet2', neighborDevice: 'r2', neighborPort: 'Ethernet2' },
        { port: 'Ethernet2', neighborDevice: 'r3', neighborPort: 'Ethernet1' },
      ],
    });
  });

  test('the version, as text and as JSON', () => {
    expect(ask('show version')).toContain('\nUptime: 1 hour and 2 minutes\n');
    expect(JSON.parse(ask('show version | json'))).toMatchObject({
      modelName: 'cEOSLab',
      serialNumber: lab('r1').serialNumber,
      systemMacAddress: 'ca:fe:00:01:00:00',
      uptime: 3723,
    });
    expect(JSON.parse(ask('show hostname | json'))).toEqual({ hostname: 'r1', fqdn: 'r1' });
    expect(JSON.parse(ask('show interfaces status | json'))).toHaveProperty(
      'interfaceStatuses.Ethernet1.linkStatus',
    );
  });

  test('OSPF neighbours and interfaces', () => {
    expect(ask('show ip ospf neighbor').split('\n').slice(1, 4)).toEqual([
      '10.0.0.2        1        default  0   FULL                   00:00:37    10.1.0.2        Ethernet1',
      '10.0.0.2        1        default  1   FULL/BDR               00:00:37    172.16.0.2      Ethernet2',
      '10.0.0.3        1        default  1   FULL/DR                00:00:37    172.16.0.3      Ethernet2',
    ]);
  });

  test('a configuration that would build the device', () => {
    expect(ask('show running-config')).toContain(
      `interface Ethernet1
   description r1 -> r2
   no switchport
   ip address 10.1.0.1/30
   ip ospf network point-to-point
   ip ospf cost 10
   ip ospf area 0.0.0.0
!
`,
    );
    expect(ask('show running-config')).toContain('\nhostname r1\n');
  });
});

describe('how Arista EOS is operated', () => {
  test('the prompt names the interface being configured, and show works everywhere', () => {
    const login = logIn(lab('r1'), { mode: 'user' });
    const prompts = ['', 'enable', 'configure', 'interface et2', 'router ospf 1', 'exit', 'end'].map(
      (line) => {
        login.type(line);
        expect(login.type('show hostname')).toBe('Hostname: r1\nFQDN:     r1\n');
        return login.prompt();
      },
    );
    expect(prompts).toEqual([
      'r1>',
      'r1#',
      'r1(config)#',
      'r1(config-if-Et2)#',
      'r1(config-router-ospf)#',
      'r1(config)#',
      'r1#',
    ]);
  });

  test('refusals name the word', () => {
    expect(ask('show ip foo')).toBe("% Invalid input (at token 2: 'foo')\n");
    expect(ask('show interfaces Ethernet9')).toBe("% Invalid input (at token 2: 'Ethernet9')\n");
    expect(ask('show ip')).toBe('% Incomplete command\n');
  });

  test('a pipe offers JSON and the filters', () => {
    expect(ask('show ver | ?').match(/^ {2}\S+/gm)).toEqual(
      ['begin', 'exclude', 'include', 'json', 'no-more', 'section'].map((word) => `  ${word}`),
    );
    expect(ask('sh ip ?')).toContain('  bgp        BGP information\n');
  });

  test('paging is switched with an answer', () => {
    expect(ask('terminal length 0')).toBe('Pagination disabled.\n');
    expect(ask('terminal width 511')).toBe('Width set to 511 columns.\n');
  });
});
