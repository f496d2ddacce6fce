/** netmiko's names by `ansible_network_os`, or by the device type where several share one. */
const PLATFORMS: Readonly<Record<string, string>> = {
  'arubanetworks.aoscx.aoscx': 'aruba_aoscx',
  asa: 'cisco_asa',
  cumulus: 'linux',
  cumulus_nvue: 'linux',
  dellos10: 'dell_os10',
  eos: 'arista_eos',
  'fortinet.fortios.fortios': 'fortinet',
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
  sonic: 'dell_sonic',
  srlinux: 'nokia_srl',
  sros: 'nokia_sros',
  vyos: 'vyos',
};

/**
 * The name under which netmiko, NAPALM's and most other libraries' common tongue, knows a device: `arista_eos`. By
 * netlab's device type first, then by its `ansible_network_os`; `generic` for one that is not known.
 */
export function netmikoPlatform(device: string | undefined, networkOs: string | undefined): string {
  for (const name of [device, networkOs]) {
    if (name !== undefined && Object.hasOwn(PLATFORMS, name)) return PLATFORMS[name] ?? 'generic';
  }
  return 'generic';
}
