import { describe, expect, test } from '@jest/globals';
import { readLab } from './test-fixtures/read-lab';
import { logIn } from './test-fixtures/log-in';

const TOPOLOGY = `provider: clab
module: [ ospf ]
defaults.device: srlinux
nodes: [ r1, r2 ]
links: [ r1-r2, r2 ]
`;
const lab = readLab(TOPOLOGY);
const ask = (line: string) => logIn(lab('r1')).type(line);
const cells = (line: string) => line.split('|').map((cell) => cell.trim());

describe('what SR Linux shows', () => {
  test('the version of this device', () => {
    expect(ask('show version')).toContain('Hostname             : r1\n');
    expect(ask('show version')).toContain(`Serial Number        : ${lab('r1').serialNumber}\n`);
    expect(ask('show version')).toContain('Last Booted          : 2026-11-21T13:03:06.042Z\n');
  });

  test('routes with their owners', () => {
    const rows =
      ask('show network-instance default route-table ipv4-unicast summary').match(/^\| \d.*$/gm) ?? [];
    expect(rows.map(cells).map((row) => [row[1], row[3], row[7], row[9], row[10]])).toEqual([
      ['10.0.0.1/32', 'host', '0', 'None (extract)', 'None'],
      ['10.0.0.2/32', 'ospfv2', '10', '10.1.0.2 (direct)', 'ethernet-1/1.0'],
      ['10.1.0.0/30', 'local', '0', '10.1.0.1 (direct)', 'ethernet-1/1.0'],
      ['10.1.0.1/32', 'host', '0', 'None (extract)', 'None'],
      ['172.16.0.0/24', 'ospfv2', '20', '10.1.0.2 (direct)', 'ethernet-1/1.0'],
    ]);
  });

  test('neighbours by LLDP and OSPF', () => {
    const [row = ''] = ask('show system lldp neighbor').match(/^ {2}\| ethernet.*$/m) ?? [];
    expect(cells(row).slice(1, 4)).toEqual(['ethernet-1/1', 'CA:F0:00:02:00:01', 'r2']);
    expect(ask('show network-instance default protocols ospf neighbor')).toContain(
      '| ethernet-1/1.0 | 10.0.0.2 | full ',
    );
  });

  test('the configuration with braces, and as commands', () => {
    expect(ask('info')).toContain(
      `    interface ethernet-1/1 {
        description "r1 ~ r2"
        admin-state enable
        subinterface 0 {
            admin-state enable
            ipv4 {
                admin-state enable
                address 10.1.0.1/30 {
                }
            }
        }
    }
`,
    );
    expect(ask('info from running')).toBe(ask('info'));
    const flat = ask('info flat').split('\n');
    expect(flat).toContain('set / interface ethernet-1/1 subinterface 0 ipv4 address 10.1.0.1/30');
    expect(flat).toContain('set / system name host-name r1');
  });

  test('one interface', () => {
    expect(ask('show interface ethernet-1/1')).toContain(
      'IPv4 addr    : 10.1.0.1/30 (static, preferred, primary)\n',
    );
    expect(ask('show interface ethernet-1/9')).toBe("Parsing error: Unknown token 'ethernet-1/9'.\n");
  });
});

describe('how SR Linux is operated', () => {
  test('the prompt has two lines and tells running from candidate', () => {
    const login = logIn(lab('r1'));
    const prompts = ['', 'enter candidate', 'enter running', 'enter candidate private', 'discard now'].map(
      (line) => {
        login.type(line);
        return login.prompt();
      },
    );
    expect(prompts).toEqual([
      '--{ running }--[  ]--\nA:r1# ',
      '--{ candidate shared default }--[  ]--\nA:r1# ',
      '--{ running }--[  ]--\nA:r1# ',
      '--{ candidate private private-admin }--[  ]--\nA:r1# ',
      '--{ running }--[  ]--\nA:r1# ',
    ]);
  });

  test("a candidate is nobody else's until it is committed", () => {
    const here = readLab(TOPOLOGY);
    const login = logIn(here('r1'));
    for (const line of [
      'enter candidate',
      'interface ethernet-1/1',
      'description "to the core"',
      'admin-state disable',
    ]) {
      expect(login.type(line)).toBe('');
    }
    expect(login.prompt()).toBe('--{ * candidate shared default }--[ interface ethernet-1/1 ]--\nA:r1# ');
    expect(login.type('info')).toMatch(/^ {4}description "to the core"\n {4}admin-state disable\n/);
    expect(login.type('diff').split('\n')).toContain('+         admin-state disable');
    expect(here('r2').interfaces.find(({ name }) => name === 'ethernet-1/1')?.linkUp).toBe(true);

    expect(login.type('commit stay')).toBe('All changes have been committed.\n');

    expect(here('r2').interfaces.find(({ name }) => name === 'ethernet-1/1')?.linkUp).toBe(false);
    expect(logIn(here('r1')).type('info flat')).toContain(
      'set / interface ethernet-1/1 admin-state disable\n',
    );
    expect(login.type('commit stay')).toBe('Warning: no changes to commit\n');
    expect(login.type('show version')).toContain('SR Linux');
  });

  test('changes are discarded, deleted, and rolled back', () => {
    const login = logIn(readLab(TOPOLOGY)('r1'));
    const type = (...lines: readonly string[]) => lines.map((line) => login.type(line)).join('');
    type('enter candidate', 'set / system name host-name x1', 'discard stay');
    expect(login.prompt()).toContain('A:r1#');
    type('delete interface ethernet-1/1 description', 'commit stay');
    expect(type('info from running flat')).not.toContain('interface ethernet-1/1 description');
    type('rollback 1', 'commit now');
    expect(type('info flat')).toContain('interface ethernet-1/1 description');
  });

  test('what the configuration has no place for is refused', () => {
    const login = logIn(readLab(TOPOLOGY)('r1'));
    login.type('enter candidate');
    expect(login.type('set / system nmae host-name x')).toBe("Parsing error: Unknown token 'nmae'.\n");
    expect(login.type('set / interface ethernet-1/1 admin-state off')).toBe(
      "Parsing error: Unknown token 'off'.\n",
    );
    expect(login.type('intrface ethernet-1/1')).toBe("Parsing error: Unknown token 'intrface'.\n");
  });

  test('what clients send first is accepted', () => {
    const login = logIn(lab('r1'));
    expect(login.type('environment cli-engine type basic')).toBe('');
    expect(login.type('environment complete-on-space false')).toBe('');
    expect(login.status()).toBe(0);
  });
});
