import { describe, expect, test } from '@jest/globals';
import type { FakeDevice } from '../../device/fake-device';
import { platformLab } from '../test-fixtures/platform-lab';
import { platformFor } from '../platform-for';
import { simplePlatforms } from './index';
import { TerminalSession } from './test-fixtures/terminal-session';

interface Ways {
  readonly name: string;
  /** What names the serial number. */
  readonly serial: string;
  /** How an unknown command is refused. */
  readonly refusal: string;
  /** The prompt after login, then lines and what stands on the last line of the screen after each of them. */
  readonly way: readonly [string, ...(readonly [string, string])[]];
}

const MARKED = "Invalid input detected at '^' marker.";
const ciscoWay: Ways['way'] = [
  'r1>',
  ['enable', 'r1#'],
  ['configure terminal', 'r1(config)#'],
  ['exit', 'r1#'],
  ['conf t', 'r1(config)#'],
  ['end', 'r1#'],
  ['disable', 'r1>'],
];
const rosWay: Ways['way'] = [
  'r1#',
  ['conf t', 'r1(config)#'],
  ['end', 'r1#'],
  ['disable', 'r1>'],
  ['ena', 'r1#'],
];
const fastironWay: Ways['way'] = [
  'SSH@r1>',
  ['enable', 'User Name:'],
  ['admin', 'Password:'],
  ['secret', 'SSH@r1#'],
  ['configure terminal', 'SSH@r1(config)#'],
  ['end', 'SSH@r1#'],
];
const vyattaWay: Ways['way'] = [
  'admin@r1:~$ ',
  ['configure', 'admin@r1# '],
  ['set system host-name r9', 'admin@r1# '],
  ['exit', 'admin@r1# '],
  ['commit', 'admin@r9# '],
  ['set system host-name r8', 'admin@r9# '],
  ['exit discard', 'admin@r9:~$ '],
];

const ways: readonly Ways[] = [
  { name: 'alcatel_aos', serial: 'show chassis', refusal: 'ERROR: Invalid entry: "frob"', way: ['r1-> '] },
  { name: 'allied_telesis_awplus', serial: 'show system', refusal: MARKED, way: ciscoWay },
  {
    name: 'aruba_os',
    serial: 'show inventory',
    refusal: MARKED,
    way: [
      '(r1) >',
      ['enable', 'Password:'],
      ['secret', '(r1) #'],
      ['configure term', '(r1) (config) #'],
      ['end', '(r1) #'],
    ],
  },
  { name: 'avaya_ers', serial: 'show sys-info', refusal: MARKED, way: ciscoWay },
  {
    name: 'avaya_vsp',
    serial: 'show sys-info',
    refusal: MARKED,
    way: ['r1:1>', ['enable', 'r1:1#'], ['configure terminal', 'r1:1(config)#'], ['end', 'r1:1#']],
  },
  {
    name: 'broadcom_icos',
    serial: 'show version',
    refusal: MARKED,
    way: [
      '(r1) >',
      ['enable', '(r1) #'],
      ['configure', '(r1) (Config)#'],
      ['interface 0/1', '(r1) (Interface 0/1)#'],
      ['exit', '(r1) (Config)#'],
      ['exit', '(r1) #'],
      ['exit', '(r1) >'],
    ],
  },
  {
    name: 'brocade_fastiron',
    serial: 'show version',
    refusal: 'Invalid input -> frob nicate',
    way: fastironWay,
  },
  {
    name: 'brocade_netiron',
    serial: 'show version',
    refusal: 'Invalid input -> frob nicate',
    way: ['SSH@r1>', ['enable', 'Password:'], ['secret', 'SSH@r1#']],
  },
  {
    name: 'checkpoint_gaia',
    serial: 'show asset all',
    refusal: "CLINFR0329  Invalid command:'frob nicate'.",
    way: ['r1> ', ['expert', 'Enter expert password:'], ['secret', '[Expert@r1:0]# '], ['exit', 'r1> ']],
  },
  {
    name: 'ciena_saos',
    serial: 'chassis show device-id',
    refusal: "SHELL PARSER FAILURE: 'frob nicate'",
    way: ['r1> '],
  },
  {
    name: 'cisco_asa',
    serial: 'show version',
    refusal: `ERROR: % ${MARKED}`,
    way: [
      'r1> ',
      ['login', 'Username: '],
      ['admin', 'Password: '],
      ['secret', 'r1# '],
      ['disable', 'r1> '],
      ['enable', 'Password: '],
      ['secret', 'r1# '],
      ['conf t', 'r1(config)# '],
      ['end', 'r1# '],
    ],
  },
  {
    name: 'cisco_ftd',
    serial: 'show version',
    refusal: `ERROR: % ${MARKED}`,
    way: [
      'r1> ',
      ['system support diagnostic-cli', 'r1> '],
      ['enable', 'Password: '],
      ['', 'r1# '],
      ['\x01d', 'r1> '],
    ],
  },
  { name: 'cisco_s300', serial: 'show system id', refusal: '% Unrecognized command', way: rosWay },
  {
    name: 'dell_force10',
    serial: 'show inventory',
    refusal: '% Error: Invalid input at "^" marker.',
    way: [
      'r1>',
      ['enable', 'r1#'],
      ['configure', 'r1(conf)#'],
      ['interface GigabitEthernet 1/1', 'r1(conf-if-gi-1/1)#'],
      ['end', 'r1#'],
    ],
  },
  {
    name: 'dell_powerconnect',
    serial: 'show system id',
    refusal: '% Unrecognized command',
    way: ['r1> ', ['enable', 'r1# '], ['config', 'r1(config)# '], ['end', 'r1# ']],
  },
  { name: 'dlink_ds', serial: 'show switch', refusal: 'Invalid command: frob nicate', way: ['r1:admin#'] },
  { name: 'eltex', serial: 'show system id', refusal: '% Unrecognized command', way: rosWay },
  {
    name: 'ericsson_ipos',
    serial: 'show version',
    refusal: MARKED,
    way: [
      '[local]r1>',
      ['enable 15', 'Password: '],
      ['secret', '[local]r1#'],
      ['configure', '[local]r1(config)#'],
      ['system hostname r9', '[local]r1(config)#'],
      ['end', '[local]r9#'],
    ],
  },
  {
    name: 'extreme_exos',
    serial: 'show version',
    refusal: MARKED,
    way: [
      'r1.1 # ',
      ['show clock', 'r1.1 # '],
      ['show version', 'r1.2 # '],
      ['configure snmp sysName r9', '* r9.3 # '],
    ],
  },
  {
    name: 'hp_comware',
    serial: 'display device manuinfo',
    refusal: "% Unrecognized command found at '^' position.",
    way: [
      '<r1>',
      ['system-view', '[r1]'],
      ['interface GigabitEthernet1/0/1', '[r1-GigabitEthernet1/0/1]'],
      ['quit', '[r1]'],
      ['return', '<r1>'],
    ],
  },
  {
    name: 'hp_procurve',
    serial: 'show system',
    refusal: 'Invalid input: frob',
    way: [
      'r1> ',
      ['enable', 'Username: '],
      ['admin', 'Password: '],
      ['secret', 'r1# '],
      ['configure', 'r1(config)# '],
      ['interface 1', 'r1(eth-1)# '],
      ['end', 'r1# '],
      ['logout', 'Do you want to log out [y/n]? '],
      ['n', 'r1# '],
    ],
  },
  {
    name: 'huawei_smartax',
    serial: 'display elabel',
    refusal: "% Unknown command, the error locates at '^'",
    way: [
      'r1>',
      ['enable', 'r1#'],
      ['config', 'r1(config)#'],
      ['return', 'r1#'],
      ['quit', '  Are you sure to log out? (y/n)[n]:'],
      ['n', 'r1#'],
    ],
  },
  {
    name: 'ipinfusion_ocnos',
    serial: 'show version',
    refusal: MARKED,
    way: [
      'r1>',
      ['enable', 'r1#'],
      ['configure terminal', 'r1(config)#'],
      ['hostname r9', 'r1(config)#'],
      ['commit', 'r9(config)#'],
      ['end', 'r9#'],
    ],
  },
  { name: 'juniper_screenos', serial: 'get system', refusal: 'unknown keyword frob', way: ['r1-> '] },
  {
    name: 'paloalto_panos',
    serial: 'show system info',
    refusal: 'Unknown command: frob',
    way: [
      'admin@r1> ',
      ['configure', 'admin@r1# '],
      ['set deviceconfig system hostname r9', 'admin@r1# '],
      ['exit', 'admin@r1> '],
      ['configure', 'admin@r1# '],
      ['commit', 'admin@r9# '],
      ['exit', 'admin@r9> '],
    ],
  },
  {
    name: 'ruckus_fastiron',
    serial: 'show version',
    refusal: 'Invalid input -> frob nicate',
    way: fastironWay,
  },
  {
    name: 'ubiquiti_edgerouter',
    serial: 'show version',
    refusal: 'Invalid command: [frob nicate]',
    way: vyattaWay,
  },
  {
    name: 'ubiquiti_edgeswitch',
    serial: 'show version',
    refusal: MARKED,
    way: [
      '(r1) >',
      ['enable', 'Password:'],
      ['secret', '(r1) #'],
      ['configure', '(r1) (Config)#'],
      ['exit', '(r1) #'],
      ['write memory', 'Are you sure you want to save? (y/n) '],
      ['y', '(r1) #'],
    ],
  },
  { name: 'vyatta_vyos', serial: 'show version', refusal: 'Invalid command: [frob nicate]', way: vyattaWay },
  {
    name: 'yamaha',
    serial: 'show environment',
    refusal: 'Error: Invalid command name',
    way: ['r1> ', ['administrator', 'Password: '], ['secret', 'r1# '], ['exit', 'r1> ']],
  },
  { name: 'zyxel_os', serial: 'sys atsh', refusal: 'frob: command not found', way: ['r1> '] },
];

test('every simple platform is tried', () => {
  expect(ways.map(({ name }) => name).sort()).toEqual(simplePlatforms.map(({ name }) => name).sort());
});

describe.each(ways)('$name', ({ name, serial, refusal, way: [first, ...steps] }) => {
  const platform = platformFor(name);
  if (!platform) throw new Error(`There is no platform ${name}.`);
  const device = (called = 'r1'): FakeDevice =>
    platformLab(
      platform,
      `provider: clab
module: [ ospf ]
nodes: { ${called}: { device: ${name} }, b1: { device: ${name} } }
links: [ ${called}-b1 ]
`,
    )(called);

  test('prompts with its name, leads through its modes and back', () => {
    const session = new TerminalSession(platform, device());
    expect(session.prompt).toBe(first);
    for (const [line, prompt] of steps) {
      session.type(line);
      expect({ line, prompt: session.prompt }).toEqual({ line, prompt });
    }
    expect(new TerminalSession(platform, device('edge7')).prompt).toBe(first.replace('r1', 'edge7'));
  });

  test('names its serial number, and another device another one', () => {
    const said = new TerminalSession(platform, device()).type(serial);
    expect(said).toContain(device().serialNumber);
    expect(new TerminalSession(platform, device('edge7')).type(serial)).not.toContain(device().serialNumber);
  });

  test('refuses what it does not know in its own words, and goes on', () => {
    const session = new TerminalSession(platform, device());
    expect(session.type('frob nicate')).toContain(refusal);
    expect(session.prompt).toContain('r1');
    expect(session.closed).toBe(false);
  });

  test('helps at a question mark', () => {
    const said = new TerminalSession(platform, device()).type('?');
    const [word = ''] = serial.split(' ');
    expect(said).toMatch(new RegExp(`^ +${word} +\\S`, 'm'));
  });

  test('lets go of who has had enough', () => {
    const session = new TerminalSession(platform, device());
    const words = ['exit', 'logout', 'quit'];
    for (const word of words) if (!session.closed) session.type(word);
    if (!session.closed) session.type('y');
    expect(session.closed).toBe(true);
  });
});

test('Cisco FTD shows what the topology gives it, and keeps nothing', () => {
  const ftd = platformFor('cisco_ftd');
  if (!ftd) throw new Error('There is no Cisco FTD.');
  const at = platformLab(
    ftd,
    'provider: clab\nnodes: { r1: { device: cisco_ftd }, r2: { device: cisco_ftd } }\nlinks: [ r1-r2 ]\n',
  );
  const session = new TerminalSession(ftd, at('r1'));
  const [, , port] = at('r1').interfaces;
  expect(session.type('show network')).toMatch(/Hostname +: r1/);
  expect(session.type('show interface ip brief')).toContain(port?.ipv4?.replace(/\/.*/, ''));
  expect(session.type('show running-config')).toContain(`interface ${port?.name}`);
  expect(at('r1').configuration).toBeUndefined();
});
