/** What a netmiko session does on a platform, beyond connecting and finding the prompt. */
export interface NetmikoWords {
  readonly command: string;
  /** Lines that change something, and what the configuration says afterwards. */
  readonly config?: readonly string[];
  readonly show?: string;
  readonly says?: string;
  /** The driver's `commit()` makes it so. */
  readonly commit?: true;
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
    config: ['/configure system name from-netmiko'],
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
};
