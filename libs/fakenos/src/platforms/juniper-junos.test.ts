import { describe, expect, test } from '@jest/globals';
import { setEdit } from '../configuration/path-edits';
import { printPaths } from '../configuration/print-braces';
import { splitWords } from '../engine/split-words';
import { juniperJunos } from './juniper-junos';
import { junosSchema } from './juniper-junos/schema';
import { logIn } from './test-fixtures/log-in';
import { platformLab } from './test-fixtures/platform-lab';
import { readLab } from './test-fixtures/read-lab';

const TOPOLOGY = `provider: clab
module: [ ospf, bgp ]
bgp.as: 65000
defaults.device: vmx
addressing.lan.ipv6: 2001:db8:1::/48
nodes: [ r1, r2, { name: r3, device: iosv } ]
links: [ r1-r2, r1-r3, r2-r3, { r1: , r2: { shutdown: true } }, { r1: , mtu: 9000 } ]
`;
const makeLab = () => readLab(TOPOLOGY);
const lab = makeLab();
const ask = (line: string, node = 'r1') => logIn(lab(node)).type(line);

/** A login on a device of a lab of its own, and what several lines say. */
function begin(node = 'r1') {
  const own = makeLab();
  const login = logIn(own(node));
  return {
    lab: own,
    prompt: () => login.prompt(),
    type: (...lines: readonly string[]) => lines.map((line) => login.type(line)),
  };
}
const lineWith = (text: string, part: string) => text.split('\n').find((line) => line.includes(part)) ?? '';

describe('what Junos shows', () => {
  test('the version of this device', () => {
    expect(ask('show version')).toMatch(/^Hostname: r1\nModel: vmx\nJunos: \d+\.\d+R/);
    expect(ask('show chassis hardware')).toContain(`${lab('r1').serialNumber}`);
  });

  test('interfaces at a glance, ports and their units', () => {
    expect(ask('show interfaces terse').split('\n').slice(0, 5)).toEqual([
      'Interface               Admin Link Proto    Local                 Remote',
      'ge-0/0/0                up    up',
      'ge-0/0/0.0              up    up   inet     10.1.0.1/30',
      'ge-0/0/1                up    up',
      'ge-0/0/1.0              up    up   inet     10.1.0.5/30',
    ]);
    expect(ask('show interfaces terse')).toMatch(/\nlo0\.0 +up +up +inet +10\.0\.0\.1 +--> 0\/0\n/);
    expect(ask('show interfaces terse', 'r2')).toMatch(/\nge-0\/0\/2 +down +down\n/);
    expect(ask('show interfaces terse ge-0/0/3')).toContain(
      '                                   inet6    2001:db8:1::1/64',
    );
    expect(ask('show interfaces descriptions')).toContain('ge-0/0/0        up    up   r1 -> r2\n');
  });

  test('one interface, with its unit and its address', () => {
    const said = ask('show interfaces ge-0/0/0');
    expect(said).toMatch(/^Physical interface: ge-0\/0\/0, Enabled, Physical link is Up\n/);
    expect(said).toContain('        Destination: 10.1.0.0/30, Local: 10.1.0.1, Broadcast: 10.1.0.3\n');
    expect(ask('show interfaces ge-0/0/9')).toBe('error: device ge-0/0/9 not found\n');
    expect(ask('show interfaces ge-0/0/3 brief')).toContain('Link-level type: Ethernet, MTU: 9000,');
  });

  test('routes with its own preferences, and those to one address', () => {
    expect(ask('show route protocol ospf')).toContain(
      '10.0.0.2/32        *[OSPF/10] 01:02:03, metric 10\n                    >  to 10.1.0.2 via ge-0/0/0.0\n',
    );
    expect(ask('show route 10.1.0.9')).toContain(
      '                    >  to 10.1.0.2 via ge-0/0/0.0\n                       to 10.1.0.6 via ge-0/0/1.0\n',
    );
    expect(ask('show route summary')).toMatch(
      /\n +Direct: +4 routes, +4 active\n +Local: +3 routes, +3 active\n/,
    );
    expect(ask('show route')).toContain('inet6.0: ');
    expect(ask('show route table inet.7')).toContain('syntax error.');
  });

  test('neighbours by LLDP, OSPF, BGP and ARP', () => {
    expect(lineWith(ask('show lldp neighbors'), 'r2').split(/\s+/)).toEqual([
      'ge-0/0/0',
      '-',
      'ca:f0:00:02:00:00',
      'ge-0/0/0',
      'r2',
    ]);
    expect(lineWith(ask('show ospf neighbor'), '10.0.0.2').split(/\s+/).slice(0, 4)).toEqual([
      '10.1.0.2',
      'ge-0/0/0.0',
      'Full',
      '10.0.0.2',
    ]);
    expect(ask('show bgp summary')).toContain('Groups: 1 Peers: 2 Down peers: 0\n');
    expect(ask('show arp no-resolve')).toContain('10.1.0.2        ge-0/0/0.0               none\n');
  });

  test('the configuration with braces, as commands, and in part', () => {
    expect(ask('show configuration interfaces ge-0/0/0')).toBe(
      `description "r1 -> r2";
unit 0 {
    family inet {
        address 10.1.0.1/30;
    }
}
`,
    );
    expect(ask('show configuration interfaces ge-0/0/0 | display set')).toBe(
      `set interfaces ge-0/0/0 description "r1 -> r2"
set interfaces ge-0/0/0 unit 0 family inet address 10.1.0.1/30
`,
    );
    expect(ask('show configuration | display set | match host-name | no-more')).toBe(
      'set system host-name r1\n',
    );
    expect(ask('show configuration system host-name')).toBe('host-name r1;\n');
    expect(ask('show configuration sistem')).toContain('syntax error.');
    expect(ask('show configuration | match router-id')).toBe('    router-id 10.0.0.1;\n');
  });

  test('whatever it shows of its configuration can be set again', () => {
    for (const node of ['r1', 'r2']) {
      const tree = lab(node).configuration?.running ?? [];
      const again = printPaths(tree, '').reduce<typeof tree>((made, line) => {
        const edit = setEdit(
          junosSchema,
          [],
          splitWords(line).map(({ text }) => text),
        );
        return edit.kind === 'edit' ? edit.edit(made) : [];
      }, []);
      expect(again).toEqual(tree);
    }
  });

  test('what clients send first is confirmed in its words', () => {
    const said = begin().type(
      'set cli screen-width 511',
      'set cli complete-on-space off',
      'set cli screen-length 0',
    );
    expect(said).toEqual([
      'Screen width set to 511\n',
      'Disabling complete-on-space\n',
      'Screen length set to 0\n',
    ]);
  });
});

describe('how Junos is configured', () => {
  test('prompts tell where one is', () => {
    const { type, prompt } = begin();
    const prompts = [
      '',
      'configure',
      'edit interfaces ge-0/0/0',
      'edit unit 0 family inet',
      'up',
      'exit',
      'exit',
      'edit protocols ospf area 0',
      'top',
      'exit',
    ].map((line) => {
      type(line);
      return prompt();
    });
    expect(prompts).toEqual([
      'admin@r1> ',
      '\n[edit]\nadmin@r1# ',
      '\n[edit interfaces ge-0/0/0]\nadmin@r1# ',
      '\n[edit interfaces ge-0/0/0 unit 0 family inet]\nadmin@r1# ',
      '\n[edit interfaces ge-0/0/0 unit 0]\nadmin@r1# ',
      '\n[edit interfaces ge-0/0/0]\nadmin@r1# ',
      '\n[edit]\nadmin@r1# ',
      '\n[edit protocols ospf area 0.0.0.0]\nadmin@r1# ',
      '\n[edit]\nadmin@r1# ',
      'admin@r1> ',
    ]);
  });

  test('nothing happens before the commit, everything with it, and a rollback takes it back', () => {
    const { type, prompt, lab: own } = begin();
    type('configure', 'set interfaces ge-0/0/0 disable', 'set system host-name core');
    expect(own('r2').interfaces.find(({ name }) => name === 'ge-0/0/0.0')?.linkUp).toBe(true);
    expect(type('show | compare')).toEqual([
      '[edit system]\n-   host-name r1;\n+   host-name core;\n[edit interfaces ge-0/0/0]\n+   disable;\n',
    ]);
    expect(type('commit check', 'commit')).toEqual(['configuration check succeeds\n', 'commit complete\n']);
    expect(prompt()).toBe('\n[edit]\nadmin@core# ');
    expect(own('r2').interfaces.find(({ name }) => name === 'ge-0/0/0.0')?.linkUp).toBe(false);
    expect(type('run show interfaces terse ge-0/0/0')[0]).toMatch(/\nge-0\/0\/0 +down +down\n/);
    expect(type('show | compare', 'rollback 1', 'commit and-quit')).toEqual([
      '',
      'load complete\n',
      'commit complete\nExiting configuration mode\n',
    ]);
    expect(own('r2').interfaces.find(({ name }) => name === 'ge-0/0/0.0')?.linkUp).toBe(true);
    expect(prompt()).toBe('admin@r1> ');
    expect(type('show system commit')[0]).toMatch(/^0 {3}2026-11-21 14:05:09 UTC by admin via cli\n1 {3}/);
    expect(type('configure', 'rollback 9')[1]).toBe('error: Rollback file 9 does not exist\n');
  });

  test('changes made within a section, and from the top', () => {
    const { type } = begin();
    type(
      'configure',
      'edit interfaces ge-0/0/0 unit 0',
      'set family inet address 10.9.0.1/24',
      'delete family inet address 10.1.0.1/30',
    );
    expect(type('show', 'show | display set', 'top show system host-name')).toEqual([
      'family inet {\n    address 10.9.0.1/24;\n}\n',
      'set interfaces ge-0/0/0 unit 0 family inet address 10.9.0.1/24\n',
      'host-name r1;\n',
    ]);
    type('top set interfaces ge-0/0/1.100 family inet address 10.8.0.1/24', 'top');
    expect(type('show interfaces ge-0/0/1 unit 100')).toEqual([
      'family inet {\n    address 10.8.0.1/24;\n}\n',
    ]);
    expect(type('delete interfaces ge-0/0/1 unit 7')).toEqual(['warning: statement not found\n']);
  });

  test('what is deactivated stays, but counts no longer', () => {
    const { type, lab: own } = begin();
    const isUp = () => own('r2').interfaces.find(({ name }) => name === 'ge-0/0/0.0')?.linkUp;
    const address = () => own('r1').interfaces.find(({ name }) => name === 'ge-0/0/0.0')?.ipv4;
    type('configure', 'deactivate interfaces ge-0/0/0 unit 0 family inet', 'commit');
    expect([isUp(), address()]).toEqual([true, undefined]);
    expect(type('show interfaces ge-0/0/0 unit 0', 'show interfaces ge-0/0/0 | display set')).toEqual([
      'inactive: family inet {\n    address 10.1.0.1/30;\n}\n',
      `set interfaces ge-0/0/0 description "r1 -> r2"
set interfaces ge-0/0/0 unit 0 family inet address 10.1.0.1/30
deactivate interfaces ge-0/0/0 unit 0 family inet
`,
    ]);
    type(
      'set interfaces ge-0/0/0 unit 0 family inet address 10.1.0.9/30',
      'delete interfaces ge-0/0/0 unit 0 family inet address 10.1.0.1/30',
    );
    type('commit');
    expect(address()).toBeUndefined();
    expect(
      type('activate interfaces ge-0/0/0 unit 0 family inet', 'commit', 'activate interfaces ge-0/0/7')[2],
    ).toBe('');
    expect(address()).toBe('10.1.0.9/30');
  });

  test('leaving with changes asks; a shared candidate waits, another one is given up', () => {
    const { type, prompt } = begin();
    type('configure', 'set system host-name core');
    expect(type('exit')).toEqual([
      'The configuration has been changed but not committed\nExiting configuration mode',
    ]);
    expect(type('configure')).toEqual([
      'Entering configuration mode\nThe configuration has been changed but not committed\n',
    ]);
    type('rollback', 'exit', 'configure private', 'set system host-name core', 'exit');
    expect(type('configure', 'show | compare', 'exit')[1]).toBe('');
    expect(prompt()).toContain('r1>');
  });

  test('lines that it does not understand are marked', () => {
    const { type } = begin();
    type('configure');
    expect(type('set interfaces ge-0/0/0 colour red')).toEqual([`${' '.repeat(34)}^\nsyntax error.\n`]);
    expect(type('set interfaces ge-0/0/0 description')).toEqual([
      `${' '.repeat(45)}^\nsyntax error, expecting <data>.\n`,
    ]);
    expect(type('set s host-name x')).toEqual([`${' '.repeat(14)}^\n's' is ambiguous.\n`]);
    expect(type('set interfaces gigabit7 disable')[0]).toContain('syntax error.');
    expect(type('frobnicate')).toEqual([`${' '.repeat(10)}^\nunknown command.\n`]);
  });

  test('a configuration is pasted as a whole, as braces or as commands', () => {
    const { type, prompt } = begin();
    type('configure', 'load merge terminal', 'interfaces {', 'ge-0/0/1 {', 'description "to r3";', '}', '}');
    expect(prompt()).toBe('');
    expect(type('end-of-text', 'show interfaces ge-0/0/1 description')).toEqual([
      'load complete\n',
      'description "to r3";\n',
    ]);
    type('load set terminal', 'set snmp community public authorization read-only', 'frob x');
    expect(type('end-of-text')).toEqual(['error: syntax error: frob x\nload complete (1 errors)\n']);
    expect(type('show snmp')).toEqual(['community public authorization read-only;\n']);
    type('load override terminal', 'system { host-name bare; }', 'end-of-text', 'commit');
    expect(prompt()).toContain('@bare#');
    expect(type('show')).toEqual(['system {\n    host-name bare;\n}\n']);
  });

  test('BGP and static routes as configured', () => {
    const { type, lab: own } = begin();
    type(
      'configure',
      'set routing-options static route 192.0.2.0/24 next-hop 10.1.0.2',
      'set protocols bgp group up type external neighbor 10.1.0.2 peer-as 65009 description up',
      'commit',
    );
    expect(own('r1').routes).toContainEqual(
      expect.objectContaining({ prefix: '192.0.2.0/24', protocol: 'static' }),
    );
    expect(own('r1').bgpNeighbors?.at(-1)).toMatchObject({
      ipv4: '10.1.0.2',
      remoteAs: 65009,
      established: false,
    });
    expect(type('run show bgp summary')[0]).toMatch(/\n10\.1\.0\.2 +65009 .* Active/);
  });

  test('hosts of an inventory are routers like any', () => {
    const hosts = platformLab(
      juniperJunos,
      'provider: clab\nmodule: [ ospf ]\ndefaults.device: juniper_junos\nnodes: [ a, b ]\nlinks: [ a-b ]\n',
    );
    expect(logIn(hosts('a')).type('show lldp neighbors')).toMatch(/\nge-0\/0\/0 +- +\S+ +ge-0\/0\/0 +b\n/);
    const login = logIn(hosts('a'));
    for (const line of ['configure', 'set interfaces ge-0/0/0 disable', 'commit']) login.type(line);
    expect(hosts('b').interfaces.at(-1)).toMatchObject({ name: 'ge-0/0/0.0', linkUp: false });
  });

  test('the configuration as a file names who committed it', () => {
    const device = begin().lab('r1');
    const text = juniperJunos.configuration?.print(device.configuration?.running ?? [], device);
    expect(text).toMatch(
      /^## Last commit: 2026-11-21 13:03:06 UTC by root\nversion .*;\nsystem \{\n {4}host-name r1;\n/,
    );
  });
});
