import { simpleQuestions } from '../simple/test-fixtures/simple-questions';

/** What the same question is called on each platform that keeps its configuration. */
export interface PlatformQuestions {
  /** The netlab device type, or the platform's name where netlab has none. */
  readonly device: string;
  readonly interfaces: string;
  readonly routes: string;
  readonly config: string;
  /** Hosts do not speak LLDP. */
  readonly neighbors?: string;
  readonly ping: (target: string) => string;
  /** Lines that shut an interface, from where a login begins to where it was. */
  readonly shut: (name: string) => readonly string[];
  readonly unshut: (name: string) => readonly string[];
  readonly rename: (name: string) => readonly string[];
  readonly save: readonly string[];
  /** What is committed is what a reload starts with. */
  readonly commitSaves?: true;
}

const plainPing = (target: string) => `ping ${target}`;

const ciscoLike = {
  interfaces: 'show ip interface brief',
  routes: 'show ip route',
  config: 'show running-config',
  neighbors: 'show lldp neighbors',
  ping: plainPing,
  shut: (name: string) => ['configure terminal', `interface ${name}`, 'shutdown', 'end'],
  unshut: (name: string) => ['configure terminal', `interface ${name}`, 'no shutdown', 'end'],
  rename: (name: string) => ['configure terminal', `hostname ${name}`, 'end'],
  save: ['write memory'],
};

/** Every device type of every platform that keeps its configuration. */
export const platformQuestions: readonly PlatformQuestions[] = [
  ...['iosv', 'iosvl2', 'iol', 'ioll2', 'csr', 'cat8000v'].map((device) => ({ ...ciscoLike, device })),
  { ...ciscoLike, device: 'nxos', save: ['copy running-config startup-config'] },
  {
    ...ciscoLike,
    device: 'iosxr',
    interfaces: 'show ipv4 interface brief',
    routes: 'show route',
    shut: (name) => ['configure', `interface ${name}`, 'shutdown', 'commit', 'end'],
    unshut: (name) => ['configure', `interface ${name}`, 'no shutdown', 'commit', 'end'],
    rename: (name) => ['configure', `hostname ${name}`, 'commit', 'end'],
    save: [],
    commitSaves: true,
  },
  { ...ciscoLike, device: 'eos' },
  {
    device: 'frr',
    interfaces: 'ip addr',
    routes: 'vtysh -c "show ip route"',
    config: 'vtysh -c "show running-config"',
    neighbors: 'lldpcli show neighbors',
    ping: plainPing,
    shut: (name) => ['vtysh', 'configure terminal', `interface ${name}`, 'shutdown', 'end', 'exit'],
    unshut: (name) => ['vtysh', 'configure terminal', `interface ${name}`, 'no shutdown', 'end', 'exit'],
    rename: (name) => ['vtysh', 'configure terminal', `hostname ${name}`, 'end', 'exit'],
    save: ['vtysh -c "write memory"'],
  },
  {
    device: 'huawei_vrp',
    interfaces: 'display ip interface brief',
    routes: 'display ip routing-table',
    config: 'display current-configuration',
    neighbors: 'display lldp neighbor brief',
    ping: plainPing,
    shut: (name) => ['system-view', `interface ${name}`, 'shutdown', 'return'],
    unshut: (name) => ['system-view', `interface ${name}`, 'undo shutdown', 'return'],
    rename: (name) => ['system-view', `sysname ${name}`, 'return'],
    save: ['save force'],
  },
  {
    device: 'srlinux',
    interfaces: 'show interface',
    routes: 'show network-instance default route-table ipv4-unicast summary',
    config: 'info',
    neighbors: 'show system lldp neighbor',
    ping: (target) => `ping ${target} network-instance default`,
    shut: (name) => ['enter candidate', `set / interface ${name} admin-state disable`, 'commit now'],
    unshut: (name) => ['enter candidate', `interface ${name}`, 'admin-state enable', 'commit now'],
    rename: (name) => ['enter candidate', `set / system name host-name ${name}`, 'commit now'],
    save: ['save startup'],
  },
  ...['vmx', 'vsrx', 'vptx', 'vjunos-router', 'vjunos-switch'].map((device) => ({
    device,
    interfaces: 'show interfaces terse',
    routes: 'show route',
    config: 'show configuration',
    neighbors: 'show lldp neighbors',
    ping: plainPing,
    shut: (name: string) => ['configure', `set interfaces ${name} disable`, 'commit and-quit'],
    unshut: (name: string) => ['configure', `delete interfaces ${name} disable`, 'commit and-quit'],
    rename: (name: string) => ['configure', `set system host-name ${name}`, 'commit and-quit'],
    save: [],
    commitSaves: true as const,
  })),
  ...['routeros', 'routeros7'].map((device) => ({
    device,
    interfaces: '/ip address print',
    routes: '/ip route print',
    config: '/export',
    neighbors: '/ip neighbor print',
    ping: plainPing,
    shut: (name: string) => [`/interface ethernet disable ${name}`],
    unshut: (name: string) => [`/interface ethernet enable ${name}`],
    rename: (name: string) => [`/system identity set name=${name}`],
    save: [],
    commitSaves: true,
  })),
  ...['sros', 'srsim'].map((device) => ({
    device,
    interfaces: 'show router interface',
    routes: 'show router route-table',
    config: 'admin show configuration',
    neighbors: 'show system lldp neighbor',
    ping: plainPing,
    shut: (name: string) => [
      'edit-config exclusive',
      `/configure router "Base" interface "${name}" admin-state disable`,
      'commit',
      'quit-config',
    ],
    unshut: (name: string) => [
      'edit-config private',
      `delete /configure router "Base" interface "${name}" admin-state`,
      'commit',
      'quit-config',
    ],
    rename: (name: string) => [
      'configure global',
      `system name "${name}"`,
      'commit',
      'exit all',
      'quit-config',
    ],
    save: ['admin save'],
  })),
  {
    device: 'fortios',
    interfaces: 'get system interface physical',
    routes: 'get router info routing-table all',
    config: 'show',
    neighbors: 'diagnose lldprx neighbor summary',
    ping: (target) => `execute ping ${target}`,
    shut: (name) => ['config system interface', `edit ${name}`, 'set status down', 'next', 'end'],
    unshut: (name) => ['config system interface', `edit ${name}`, 'set status up', 'next', 'end'],
    rename: (name) => ['config system global', `set hostname ${name}`, 'end'],
    save: [],
    commitSaves: true,
  },
  {
    device: 'linux',
    interfaces: 'ip addr',
    routes: 'ip route',
    config: 'cat /etc/hosts',
    ping: plainPing,
    shut: (name) => [`sudo ip link set dev ${name} down`],
    unshut: (name) => [`sudo ip link set dev ${name} up`],
    rename: (name) => [`sudo hostname ${name}`],
    save: [],
  },
  ...simpleQuestions,
];
