/** What a netmiko session does on a platform, beyond connecting and finding the prompt. */
export interface NetmikoWords {
  readonly command: string;
  /** Lines that change something, and what the configuration says afterwards. */
  readonly config?: readonly string[];
  readonly show?: string;
  readonly says?: string;
  /** The driver's `commit()` makes it so. */
  readonly commit?: true;
  /** The driver stays in configuration mode until the commit, and takes no word about it. */
  readonly staysByItself?: true;
  /** What `enable()` leads to is no place for commands. */
  readonly leaveEnable?: true;
  /** The driver has a `save_config()`. */
  readonly save?: true;
}

const ios = (port: string): NetmikoWords => ({
  command: 'show version',
  config: [`interface ${port}`, 'description from-netmiko'],
  show: 'show running-config',
  says: 'from-netmiko',
  save: true,
});

/** By netmiko's device type. */
export const netmikoWords: Readonly<Record<string, NetmikoWords>> = {
  cisco_ios: ios('GigabitEthernet0/1'),
  cisco_xe: ios('GigabitEthernet2'),
  cisco_nxos: ios('Ethernet1/1'),
  cisco_xr: {
    command: 'show version',
    config: ['interface GigabitEthernet0/0/0/0', 'description from-netmiko'],
    commit: true,
    show: 'show running-config',
    says: 'from-netmiko',
  },
  arista_eos: ios('Ethernet1'),
  juniper_junos: {
    command: 'show version',
    config: ['set interfaces ge-0/0/0 description from-netmiko'],
    commit: true,
    show: 'show configuration',
    says: 'from-netmiko',
  },
  nokia_srl: {
    command: 'show version',
    config: ['set / interface ethernet-1/1 description from-netmiko'],
    commit: true,
    show: 'info flat',
    says: 'from-netmiko',
    save: true,
  },
  nokia_sros: {
    command: 'show version',
    config: ['/configure system location from-netmiko'],
    commit: true,
    show: 'admin show configuration',
    says: 'from-netmiko',
    save: true,
  },
  linux: { command: 'ip addr' },
  huawei_vrp: {
    command: 'display version',
    config: ['interface GigabitEthernet0/0/1', 'description from-netmiko'],
    show: 'display current-configuration',
    says: 'from-netmiko',
    save: true,
  },
  mikrotik_routeros: {
    command: '/system resource print',
    config: ['/interface ethernet set [find name=ether1] comment=from-netmiko'],
    show: '/export',
    says: 'from-netmiko',
  },
  fortinet: {
    command: 'get system status',
    config: ['config system interface', 'edit port1', 'set alias from-netmiko', 'next', 'end'],
    show: 'show system interface',
    says: 'from-netmiko',
  },
  alcatel_aos: {
    command: 'show system',
    config: ['interfaces port 1/1/2 alias from-netmiko'],
    show: 'show configuration snapshot',
    says: 'from-netmiko',
    save: true,
  },
  allied_telesis_awplus: {
    command: 'show system',
    config: ['interface port1.0.2', 'description from-netmiko', 'exit'],
    show: 'show running-config',
    says: 'from-netmiko',
    save: true,
  },
  aruba_os: {
    command: 'show hostname',
    config: ['interface gigabitethernet 0/0/1', 'description from-netmiko'],
    show: 'show running-config',
    says: 'from-netmiko',
    save: true,
  },
  avaya_ers: {
    command: 'show sys-info',
    config: ['interface Ethernet 2', 'shutdown'],
    show: 'show running-config',
    says: 'shutdown',
    save: true,
  },
  avaya_vsp: {
    command: 'show sys-info',
    config: ['interface GigabitEthernet 1/2', 'shutdown'],
    show: 'show running-config',
    says: 'shutdown',
    save: true,
  },
  broadcom_icos: {
    command: 'show version',
    config: ['interface 0/2', 'description from-netmiko', 'exit'],
    show: 'show running-config',
    says: 'from-netmiko',
    save: true,
  },
  brocade_fastiron: {
    command: 'show version',
    config: ['interface ethernet 1/1/2', 'port-name from-netmiko'],
    show: 'show running-config',
    says: 'from-netmiko',
    save: true,
  },
  brocade_netiron: {
    command: 'show version',
    config: ['interface ethernet 1/2', 'port-name from-netmiko'],
    show: 'show running-config',
    says: 'from-netmiko',
    save: true,
  },
  checkpoint_gaia: {
    leaveEnable: true,
    command: 'show version all',
    config: ['set interface eth2 comments from-netmiko'],
    show: 'show configuration',
    says: 'from-netmiko',
    save: true,
  },
  ciena_saos: {
    command: 'software show',
    config: ['port set port 2 description from-netmiko'],
    show: 'configuration show',
    says: 'from-netmiko',
  },
  cisco_asa: {
    command: 'show version',
    config: ['interface GigabitEthernet0/1', 'description from-netmiko'],
    show: 'show running-config',
    says: 'from-netmiko',
    save: true,
  },
  cisco_ftd: { command: 'show version' },
  cisco_s300: {
    command: 'show version',
    config: ['interface gi2', 'description from-netmiko'],
    show: 'show running-config',
    says: 'from-netmiko',
    save: true,
  },
  dell_force10: {
    command: 'show version',
    config: ['interface GigabitEthernet 1/2', 'description from-netmiko'],
    show: 'show running-config',
    says: 'from-netmiko',
    save: true,
  },
  dell_powerconnect: {
    command: 'show version',
    config: ['interface ethernet g2', 'description from-netmiko'],
    show: 'show running-config',
    says: 'from-netmiko',
    save: true,
  },
  dlink_ds: {
    command: 'show switch',
    config: ['config ports 2 description from-netmiko'],
    show: 'show config current_config',
    says: 'from-netmiko',
    save: true,
  },
  eltex: {
    command: 'show system',
    config: ['interface gi1/0/2', 'description from-netmiko'],
    show: 'show running-config',
    says: 'from-netmiko',
  },
  ericsson_ipos: {
    command: 'show version',
    config: ['port ethernet 1/2', 'description from-netmiko'],
    show: 'show configuration',
    says: 'from-netmiko',
    commit: true,
    save: true,
  },
  extreme_exos: {
    command: 'show switch',
    config: ['configure ports 2 description-string from-netmiko'],
    show: 'show configuration',
    says: 'from-netmiko',
    save: true,
  },
  hp_comware: {
    command: 'display version',
    config: ['interface GigabitEthernet1/0/2', 'description from-netmiko'],
    show: 'display current-configuration',
    says: 'from-netmiko',
    save: true,
  },
  hp_procurve: {
    command: 'show system',
    config: ['interface 2', 'name from-netmiko'],
    show: 'show running-config',
    says: 'from-netmiko',
    save: true,
  },
  huawei_smartax: {
    command: 'display version',
    config: ['interface 0/9/1', 'description from-netmiko'],
    show: 'display current-configuration',
    says: 'from-netmiko',
    save: true,
  },
  ipinfusion_ocnos: {
    staysByItself: true,
    command: 'show version',
    config: ['interface xe2', 'description from-netmiko'],
    show: 'show running-config',
    says: 'from-netmiko',
    commit: true,
    save: true,
  },
  juniper_screenos: {
    command: 'get system',
    config: ['set interface ethernet0/2 description from-netmiko'],
    show: 'get config',
    says: 'from-netmiko',
    save: true,
  },
  paloalto_panos: {
    command: 'show system info',
    config: ['set network interface ethernet ethernet1/2 comment from-netmiko'],
    show: 'show config running',
    says: 'from-netmiko',
    commit: true,
  },
  ruckus_fastiron: {
    command: 'show version',
    config: ['interface ethernet 1/1/2', 'port-name from-netmiko'],
    show: 'show running-config',
    says: 'from-netmiko',
    save: true,
  },
  ubiquiti_edgerouter: {
    command: 'show version',
    config: ['set interfaces ethernet eth2 description from-netmiko'],
    show: 'show configuration commands',
    says: 'from-netmiko',
    commit: true,
    save: true,
  },
  ubiquiti_edgeswitch: {
    command: 'show version',
    config: ['interface 0/2', 'description from-netmiko', 'exit'],
    show: 'show running-config',
    says: 'from-netmiko',
    save: true,
  },
  vyatta_vyos: {
    command: 'show version',
    config: ['set interfaces ethernet eth2 description from-netmiko'],
    show: 'show configuration commands',
    says: 'from-netmiko',
    commit: true,
    save: true,
  },
  yamaha: {
    command: 'show environment',
    config: ['description lan2 from-netmiko'],
    show: 'show config',
    says: 'from-netmiko',
    save: true,
  },
  zyxel_os: {
    command: 'sys atsh',
    config: ['cfg intf edit --Name eth2 --Description from-netmiko'],
    show: 'cfg all get',
    says: 'from-netmiko',
  },
};
