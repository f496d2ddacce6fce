import { describe, expect, test } from '@jest/globals';
import { setEdit } from '../configuration/path-edits';
import { printPaths } from '../configuration/print-braces';
import { splitWords } from '../engine/split-words';
import { nokiaSros } from './nokia-sros';
import { srosSchema } from './nokia-sros/schema';
import { logIn } from './test-fixtures/log-in';
import { platformLab } from './test-fixtures/platform-lab';
import { readLab } from './test-fixtures/read-lab';

const TOPOLOGY = `provider: clab
module: [ ospf, bgp ]
bgp.as: 65000
defaults.device: sros
addressing.lan.ipv6: 2001:db8:1::/48
nodes: [ r1, r2, { name: r3, device: iosv } ]
links: [ r1-r2, r1-r3, r2-r3, { r1: , r2: { shutdown: true } }, { r1: , mtu: 9000 } ]
`;
const makeLab = () => readLab(TOPOLOGY);
const lab = makeLab();
const ask = (line: string, node = 'r1') => logIn(lab(node)).type(line);
const PORT = 'eth-1/1/c1';

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

describe('what SR OS shows', () => {
  test('the system that it is', () => {
    expect(ask('show version')).toMatch(/^TiMOS-B-\d+\.\d+\.R\d+ /);
    expect(ask('show system information')).toContain('System Name            : r1\n');
    expect(ask('show chassis')).toContain(`Serial number          : ${lab('r1').serialNumber}\n`);
  });

  test('interfaces of the router and their ports', () => {
    const said = ask('show router interface');
    expect(said).toContain(
      `${PORT}                       Up        Up/Down     Network 1/1/c1/1 \n   10.1.0.1/30`,
    );
    expect(said).toMatch(/\nsystem +Up +Up\/Down +Network system \n {3}10\.0\.0\.1\/32 +n\/a\n/);
    expect(ask('show router "Base" interface "system"')).toContain('Interfaces : 1\n');
    expect(ask('show router interface nothing')).toContain(
      "MINOR: MGMT_CORE #2201: Unknown element - 'nothing'",
    );
    expect(lineWith(ask('show port'), '1/1/c4/1').split(/\s+/).slice(0, 6)).toEqual([
      '1/1/c4/1',
      'Up',
      'Yes',
      'Up',
      '9000',
      '9000',
    ]);
    expect(lineWith(ask('show port', 'r2'), '1/1/c3/1').split(/\s+/).slice(0, 4)).toEqual([
      '1/1/c3/1',
      'Down',
      'No',
      'Down',
    ]);
    expect(ask('show port 1/1/c1/1')).toContain('Description            : r1 -> r2\n');
    expect(ask('show port description')).toContain('1/1/c1/1        r1 -> r2\n');
  });

  test('routes, whole and in part', () => {
    expect(ask('show router route-table')).toMatch(
      /\n10\.0\.0\.2\/32 +Remote +OSPF +01h02m03s +10\n +10\.1\.0\.2 +10\n/,
    );
    expect(ask('show router route-table protocol local')).toContain('No. of Routes: 4\n');
    expect(ask('show router route-table 10.0.0.2')).toContain('No. of Routes: 1\n');
    expect(ask('show router route-table ipv6')).toContain('2001:db8:1::/64');
  });

  test('neighbours by LLDP, OSPF, BGP and ARP', () => {
    expect(lineWith(ask('show system lldp neighbor'), 'r2').split(/\s+/)).toEqual([
      '1/1/c1/1',
      'NB',
      'CA-F0-00-02-00-01',
      '1',
      PORT,
      'r2',
    ]);
    expect(lineWith(ask('show router ospf neighbor'), '10.0.0.2')).toMatch(
      /^eth-1\/1\/c1 +10\.0\.0\.2 +Full/,
    );
    expect(ask('show router bgp summary')).toMatch(
      /\n10\.0\.0\.2\nr2\n +65000 +126 +0 +01h02m03s +0\/0\/0\n/,
    );
    expect(ask('show router arp')).toMatch(/\n10\.1\.0\.2 +ca:f0:00:02:00:01 +\S+ +Dyn\[I\] +eth-1\/1\/c1\n/);
  });

  test('whatever it shows of its configuration can be set again', () => {
    for (const node of ['r1', 'r2']) {
      const tree = lab(node).configuration?.running ?? [];
      const again = printPaths(tree, '').reduce<typeof tree>((made, line) => {
        const edit = setEdit(
          srosSchema,
          [],
          splitWords(line).map(({ text }) => text),
        );
        return edit.kind === 'edit' ? edit.edit(made) : [];
      }, []);
      expect(again).toEqual(tree);
    }
  });
});

describe('how SR OS is configured', () => {
  test('prompts tell the candidate, whether it is changed, and the context', () => {
    const { type, prompt } = begin();
    const prompts = [
      '',
      'edit-config exclusive',
      'configure router "Base"',
      `interface "${PORT}"`,
      'admin-state disable',
      'exit',
      'back',
      'top',
      'exit all',
      'discard',
      'quit-config',
      'configure private',
    ].map((line) => {
      type(line);
      return prompt().replace('\nA:admin@r1# ', '').trim();
    });
    expect(prompts).toEqual([
      '[/]',
      '(ex)[/]',
      '(ex)[/configure router "Base"]',
      `(ex)[/configure router "Base" interface "${PORT}"]`,
      `*(ex)[/configure router "Base" interface "${PORT}"]`,
      '*(ex)[/configure router "Base"]',
      '*(ex)[/configure]',
      '*(ex)[/configure]',
      '*(ex)[/]',
      '(ex)[/]',
      '[/]',
      '(pr)[/configure]',
    ]);
  });

  test('nothing happens before the commit, everything with it, and a rollback takes it back', () => {
    const { type, prompt, lab: own } = begin();
    type('configure exclusive', 'system name core', `router "Base" interface "${PORT}" admin-state disable`);
    const peer = () => own('r2').interfaces.find(({ name }) => name === PORT)?.linkUp;
    expect(peer()).toBe(true);
    expect(type('compare')).toEqual([
      `    router "Base" {
        interface "${PORT}" {
+           admin-state disable
        }
    }
    system {
-       name "r1"
+       name "core"
    }
`,
    ]);
    expect(type('commit')).toEqual(['']);
    expect(prompt()).toBe('\n(ex)[/configure]\nA:admin@core# ');
    expect(peer()).toBe(false);
    expect(type(`show router interface ${PORT}`)[0]).toMatch(/Down +Down\/Down/);
    type('rollback 1', 'commit');
    expect(peer()).toBe(true);
    expect(type('rollback 7')).toEqual(['MINOR: CLI #2110: Checkpoint 7 does not exist\n']);
  });

  test('a port that is shut takes its interface down; an interface by another name stands on its port', () => {
    const { type, lab: own } = begin();
    type('configure private', 'port 1/1/c1/1 admin-state disable', 'commit');
    expect(own('r1').interfaces.find(({ name }) => name === PORT)).toMatchObject({
      adminUp: false,
      linkUp: false,
    });
    type(
      'delete port 1/1/c1/1 admin-state',
      `delete router Base interface ${PORT}`,
      'router Base interface "to-r2" port 1/1/c1/1 ipv4 primary address 10.77.0.1 prefix-length 24',
      'commit',
    );
    expect(own('r1').interfaces.find(({ name }) => name === PORT)).toMatchObject({
      linkUp: true,
      ipv4: '10.77.0.1/24',
    });
  });

  test('contexts are entered as `info` prints them', () => {
    const { type, prompt } = begin();
    type('configure global', 'router "Base" {', 'interface "x" {', 'loopback', 'ipv4 {', 'primary {');
    type('address 10.99.0.1', 'prefix-length 32', '}', '}');
    expect(prompt()).toContain('[/configure router "Base" interface "x"]');
    expect(type('info', 'info flat', 'info full-context')).toEqual([
      `    loopback
    ipv4 {
        primary {
            address 10.99.0.1
            prefix-length 32
        }
    }
`,
      'loopback\nipv4 primary address 10.99.0.1\nipv4 primary prefix-length 32\n',
      [
        '/configure router "Base" interface "x" loopback',
        '/configure router "Base" interface "x" ipv4 primary address 10.99.0.1',
        '/configure router "Base" interface "x" ipv4 primary prefix-length 32\n',
      ].join('\n'),
    ]);
  });

  test('what it does not understand is named and marked', () => {
    const { type } = begin();
    expect(type('show foo')).toEqual([
      `${' '.repeat(17)}^^^\nMINOR: MGMT_CORE #2201: Unknown element - 'foo'\n`,
    ]);
    type('configure private');
    expect(type('router Base intrface x')[0]).toContain("Unknown element - 'intrface'");
    expect(type('router Base interface')[0]).toBe("MINOR: MGMT_CORE #2203: Missing element - 'interface'\n");
    expect(type('frobnicate')[0]).toContain("Unknown element - 'frobnicate'");
    expect(type('delete router Base interface nobody')[0]).toContain('Entry does not exist');
    expect(type('show version')[0]).toContain('TiMOS');
  });

  test('an exclusive candidate is given up on leaving, the global one waits; saving is apart from committing', () => {
    const { type, prompt, lab: own } = begin();
    type('configure exclusive', 'system name core', 'exit all');
    expect(type('quit-config')[0]).toContain('Uncommitted changes are present');
    expect(prompt()).toContain('\n[/]');
    type('configure global', 'system name core', 'exit all', 'quit-config', 'edit-config global');
    expect(prompt()).toContain('*(gl)[/]');
    type('commit');
    expect(type('show system information')[0]).toContain('Changes Since Last Save: Yes');
    expect(type('/admin save')[0]).toContain('Completed.');
    expect(type('show system information')[0]).toContain('Changes Since Last Save: No');
    expect(own('r1').name).toBe('core');
  });

  test('what clients send first is accepted, in the words of both CLIs', () => {
    const said = begin().type(
      'environment command-completion space false',
      'environment console width 512',
      'environment more false',
      'environment no more',
      '//environment no more',
      '/show version',
    );
    expect(said.filter((text) => text.includes('MINOR'))).toEqual([]);
    expect(said.at(-1)).toContain('TiMOS');
  });

  test('BGP and static routes as configured', () => {
    const { type, lab: own } = begin();
    type(
      'configure private',
      'router Base static-routes route 192.0.2.0/24 route-type unicast next-hop 10.1.0.2 admin-state enable',
      'router Base bgp neighbor 10.1.0.2 peer-as 65009 description up',
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
  });

  test('hosts of an inventory are routers like any', () => {
    const hosts = platformLab(
      nokiaSros,
      'provider: clab\nmodule: [ ospf ]\ndefaults.device: nokia_sros\nnodes: [ a, b ]\nlinks: [ a-b ]\n',
    );
    expect(logIn(hosts('a')).type('show system lldp neighbor')).toMatch(
      /\n1\/1\/c1\/1 +NB .* eth-1\/1\/c1 +b\n/,
    );
    const login = logIn(hosts('a'));
    for (const line of ['configure private', 'port 1/1/c1/1 admin-state disable', 'commit']) login.type(line);
    expect(hosts('b').interfaces.at(-1)).toMatchObject({ name: PORT, linkUp: false });
  });

  test('the configuration as a file', () => {
    const device = begin().lab('r1');
    const text = nokiaSros.configuration?.print(device.configuration?.running ?? [], device);
    expect(text).toMatch(/^# TiMOS-[^]*\nconfigure \{\n {4}card 1 \{\n[^]*\n {8}name "r1"\n/);
  });
});
