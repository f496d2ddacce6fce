import type { PlatformQuestions } from '../../test-fixtures/platform-questions';

type Given = Pick<PlatformQuestions, 'device' | 'interfaces'> & Partial<PlatformQuestions>;

interface Sections {
  readonly enter: string;
  readonly out: readonly string[];
  readonly interface?: (name: string) => string;
  readonly down?: string;
  readonly up?: string;
  readonly hostname?: string;
  /** Out of configuration, when no section is open. */
  readonly top?: readonly string[];
}

const ping = (target: string) => `ping ${target}`;

/** One that is configured in sections. */
function sections(given: Given, words: Sections): PlatformQuestions {
  const {
    enter,
    out,
    interface: open = (name) => `interface ${name}`,
    down = 'shutdown',
    up = 'no shutdown',
  } = words;
  return {
    routes: 'show ip route',
    config: 'show running-config',
    ...(given.device !== 'asav' && { neighbors: 'show lldp neighbors' }),
    ping,
    shut: (name) => [enter, open(name), down, ...out],
    unshut: (name) => [enter, open(name), up, ...out],
    rename: (name) => [enter, `${words.hostname ?? 'hostname'} ${name}`, ...(words.top ?? out.slice(-1))],
    save: ['write memory'],
    ...given,
  };
}

/** One whose lines say all, within these lines that lead into configuration and out of it. */
function flat(
  given: Given & Pick<PlatformQuestions, 'routes' | 'config' | 'save'>,
  words: {
    readonly shut: (name: string) => string;
    readonly unshut: (name: string) => string;
    readonly rename: (name: string) => string;
    readonly before?: readonly string[];
    readonly after?: readonly string[];
  },
): PlatformQuestions {
  const { before = [], after = [] } = words;
  return {
    ping,
    shut: (name) => [...before, words.shut(name), ...after],
    unshut: (name) => [...before, words.unshut(name), ...after],
    rename: (name) => [...before, words.rename(name), ...after],
    ...given,
  };
}

const ciscoWay: Sections = { enter: 'configure terminal', out: ['end'] };
const fastpathWay: Sections = { enter: 'configure', out: ['exit', 'exit'] };
const fastironWay: Sections = { ...ciscoWay, down: 'disable', up: 'enable' };
const committing = { before: ['configure'], after: ['commit', 'exit'] };

/** The words of every simple platform that keeps its configuration. */
export const simpleQuestions: readonly PlatformQuestions[] = [
  sections({ device: 'allied_telesis_awplus', interfaces: 'show ip interface brief' }, ciscoWay),
  sections(
    { device: 'aruba_os', interfaces: 'show ip interface brief', neighbors: 'show lldp neighbor' },
    ciscoWay,
  ),
  sections(
    {
      device: 'avaya_ers',
      interfaces: 'show ip interface',
      neighbors: 'show lldp neighbor',
      save: ['save config'],
    },
    { ...ciscoWay, hostname: 'snmp-server name', interface: (name) => `interface Ethernet ${name}` },
  ),
  sections(
    {
      device: 'avaya_vsp',
      interfaces: 'show ip interface',
      neighbors: 'show lldp neighbor',
      save: ['save config'],
    },
    { ...ciscoWay, hostname: 'snmp-server name', interface: (name) => `interface GigabitEthernet ${name}` },
  ),
  sections(
    {
      device: 'broadcom_icos',
      interfaces: 'show ip interface brief',
      neighbors: 'show lldp remote-device all',
    },
    fastpathWay,
  ),
  sections(
    {
      device: 'ubiquiti_edgeswitch',
      interfaces: 'show ip interface brief',
      neighbors: 'show lldp remote-device all',
      save: ['write memory confirm'],
    },
    fastpathWay,
  ),
  ...['brocade_fastiron', 'ruckus_fastiron', 'brocade_netiron'].map((device) =>
    sections(
      {
        device,
        interfaces: 'show ip interface',
        ...(device === 'brocade_netiron' && { neighbors: 'show lldp neighbors detail' }),
      },
      fastironWay,
    ),
  ),
  sections({ device: 'asav', interfaces: 'show interface ip brief', routes: 'show route' }, ciscoWay),
  ...['cisco_s300', 'eltex'].map((device) =>
    sections({ device, interfaces: 'show ip interface', save: [] }, ciscoWay),
  ),
  sections(
    { device: 'dell_powerconnect', interfaces: 'show ip interface' },
    { ...ciscoWay, enter: 'configure', interface: (name) => `interface ethernet ${name}` },
  ),
  sections({ device: 'dell_force10', interfaces: 'show ip interface brief' }, ciscoWay),
  sections(
    {
      device: 'ericsson_ipos',
      interfaces: 'show ip interface brief',
      config: 'show configuration',
      save: [],
    },
    {
      ...ciscoWay,
      enter: 'configure',
      interface: (name) => `port ethernet ${name}`,
      hostname: 'system hostname',
    },
  ),
  sections(
    {
      device: 'hp_comware',
      interfaces: 'display interface brief',
      routes: 'display ip routing-table',
      config: 'display current-configuration',
      neighbors: 'display lldp neighbor-information list',
      save: ['save force'],
    },
    { enter: 'system-view', out: ['return'], up: 'undo shutdown', hostname: 'sysname' },
  ),
  sections(
    { device: 'hp_procurve', interfaces: 'show ip', neighbors: 'show lldp info remote-device' },
    { ...ciscoWay, down: 'disable', up: 'enable' },
  ),
  sections(
    {
      device: 'huawei_smartax',
      interfaces: 'display interface brief',
      routes: 'display ip routing-table',
      config: 'display current-configuration',
      neighbors: 'display lldp neighbor brief',
      save: ['save'],
    },
    { enter: 'config', out: ['return'], up: 'undo shutdown', hostname: 'sysname' },
  ),
  sections(
    {
      device: 'ipinfusion_ocnos',
      interfaces: 'show ip interface brief',
      neighbors: 'show lldp table',
      save: ['write'],
    },
    { ...ciscoWay, out: ['commit', 'end'], top: ['commit', 'end'] },
  ),
  flat(
    {
      device: 'alcatel_aos',
      interfaces: 'show ip interface',
      routes: 'show ip routes',
      config: 'show configuration snapshot',
      neighbors: 'show lldp remote-system',
      save: ['write memory flash-synchro'],
    },
    {
      shut: (name) => `interfaces port ${name} admin-state disable`,
      unshut: (name) => `interfaces port ${name} admin-state enable`,
      rename: (name) => `system name ${name}`,
    },
  ),
  flat(
    {
      device: 'checkpoint_gaia',
      interfaces: 'show interfaces all',
      routes: 'show route',
      config: 'show configuration',
      neighbors: 'show lldp neighbors',
      save: ['save config'],
    },
    {
      shut: (name) => `set interface ${name} state off`,
      unshut: (name) => `set interface ${name} state on`,
      rename: (name) => `set hostname ${name}`,
    },
  ),
  flat(
    {
      device: 'ciena_saos',
      interfaces: 'interface show',
      routes: 'ip-routing show',
      config: 'configuration show',
      neighbors: 'lldp show neighbors',
      save: ['configuration save'],
    },
    {
      shut: (name) => `port disable port ${name}`,
      unshut: (name) => `port enable port ${name}`,
      rename: (name) => `system set host-name ${name}`,
    },
  ),
  flat(
    {
      device: 'dlink_ds',
      interfaces: 'show ipif',
      routes: 'show iproute',
      config: 'show config current_config',
      neighbors: 'show lldp remote_ports',
      save: ['save'],
    },
    {
      shut: (name) => `config ports ${name} state disable`,
      unshut: (name) => `config ports ${name} state enable`,
      rename: (name) => `config snmp system_name ${name}`,
    },
  ),
  flat(
    {
      device: 'extreme_exos',
      interfaces: 'show ipconfig',
      routes: 'show iproute',
      config: 'show configuration',
      neighbors: 'show lldp neighbors',
      save: ['save configuration primary'],
    },
    {
      shut: (name) => `disable ports ${name}`,
      unshut: (name) => `enable ports ${name}`,
      rename: (name) => `configure snmp sysName ${name}`,
    },
  ),
  flat(
    {
      device: 'juniper_screenos',
      interfaces: 'get interface',
      routes: 'get route',
      config: 'get config',
      save: ['save config'],
    },
    {
      shut: (name) => `set interface ${name} phy link-down`,
      unshut: (name) => `unset interface ${name} phy link-down`,
      rename: (name) => `set hostname ${name}`,
    },
  ),
  flat(
    {
      device: 'paloalto_panos',
      interfaces: 'show interface all',
      routes: 'show routing route',
      config: 'show config running',
      neighbors: 'show lldp neighbors all',
      save: [],
      commitSaves: true,
    },
    {
      ...committing,
      shut: (name) => `set network interface ethernet ${name} link-state down`,
      unshut: (name) => `set network interface ethernet ${name} link-state auto`,
      rename: (name) => `set deviceconfig system hostname ${name}`,
    },
  ),
  ...['vyos', 'ubiquiti_edgerouter'].map((device) =>
    flat(
      {
        device,
        interfaces: 'show interfaces',
        routes: 'show ip route',
        config: 'show configuration commands',
        neighbors: 'show lldp neighbors',
        save: ['save'],
      },
      {
        ...committing,
        shut: (name) => `set interfaces ethernet ${name} disable`,
        unshut: (name) => `delete interfaces ethernet ${name} disable`,
        rename: (name) => `set system host-name ${name}`,
      },
    ),
  ),
  flat(
    {
      device: 'yamaha',
      interfaces: 'show interface',
      routes: 'show ip route',
      config: 'show config',
      neighbors: 'show lldp neighbors',
      save: ['save'],
    },
    {
      shut: (name) => `lan shutdown ${name}`,
      unshut: (name) => `no lan shutdown ${name}`,
      rename: (name) => `console prompt ${name}`,
    },
  ),
  flat(
    {
      device: 'zyxel_os',
      interfaces: 'ifconfig',
      routes: 'cfg static_route get',
      config: 'cfg all get',
      save: ['cfg save'],
    },
    {
      shut: (name) => `cfg intf edit --Name ${name} --Enable false`,
      unshut: (name) => `cfg intf edit --Name ${name} --Enable true`,
      rename: (name) => `cfg system edit --HostName ${name}`,
    },
  ),
];
