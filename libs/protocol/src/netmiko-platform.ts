/** netmiko's `device_type` for each `ansible_network_os` that netlab writes, without its collection. */
const BY_NETWORK_OS: Readonly<Record<string, string>> = {
  aoscx: 'aruba_aoscx',
  asa: 'cisco_asa',
  cumulus: 'linux',
  cumulus_nvue: 'linux',
  dellos10: 'dell_os10',
  eos: 'arista_eos',
  fortios: 'fortinet',
  // FRR's shell, or that of its Linux host: netmiko has no name of its own for it.
  frr: 'linux',
  ios: 'cisco_ios',
  iosxr: 'cisco_xr',
  junos: 'juniper_junos',
  linux: 'linux',
  netscaler: 'netscaler',
  nxos: 'cisco_nxos',
  openbsd: 'linux',
  routeros: 'mikrotik_routeros',
  srlinux: 'nokia_srl',
  sros: 'nokia_sros',
  vyos: 'vyos',
};

/** The same for netlab's device types, several of which share an operating system for Ansible. */
const BY_NETLAB_DEVICE: Readonly<Record<string, string>> = {
  ...BY_NETWORK_OS,
  arubacx: 'aruba_aoscx',
  asav: 'cisco_asa',
  bird: 'linux',
  cat8000v: 'cisco_ios',
  cisco8000v: 'cisco_xr',
  crpd: 'juniper_junos',
  csr: 'cisco_ios',
  dnsmasq: 'linux',
  iol: 'cisco_ios',
  ioll2: 'cisco_ios',
  iosv: 'cisco_ios',
  iosvl2: 'cisco_ios',
  routeros7: 'mikrotik_routeros',
  sonic: 'dell_sonic',
  srsim: 'nokia_sros',
  'vjunos-router': 'juniper_junos',
  'vjunos-switch': 'juniper_junos',
  vmx: 'juniper_junos',
  vptx: 'juniper_junos',
  vsrx: 'juniper_junos',
};

const NETMIKO_NAMES: ReadonlySet<string> = new Set(Object.values(BY_NETLAB_DEVICE));

/**
 * The platform as netmiko, and with it most libraries that log in to devices, names it: `cisco_ios`, `arista_eos`, `linux`. By
 * netlab's device type first, then by `ansible_network_os` (`ios`, or with its collection: `cisco.ios.ios`); `generic` when
 * neither is known.
 */
export function netmikoPlatform(netlabDevice: string | undefined, networkOs: string | undefined): string {
  const os = networkOs?.split('.').at(-1);
  return lookUp(BY_NETLAB_DEVICE, netlabDevice) ?? lookUp(BY_NETWORK_OS, os) ?? 'generic';
}

function lookUp(table: Readonly<Record<string, string>>, name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  return Object.hasOwn(table, name) ? table[name] : NETMIKO_NAMES.has(name) ? name : undefined;
}
