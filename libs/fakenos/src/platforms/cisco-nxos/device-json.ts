import type { FakeDevice } from '../../device/fake-device';
import { cdpNeighbors, lldpPortId } from '../cisco/cisco-peers';
import { dottedMac } from '../text/dotted-mac';
import { clockDuration } from '../text/duration-words';
import type { JsonValue } from './json-tables';
import { jsonTable } from './json-tables';
import { nxosShortName, vrfs } from './nxos-interfaces';
import { NXOS_CHASSIS, NXOS_IMAGE, NXOS_VERSION } from './software';

/** `show version | json`. */
export function versionJson(device: FakeDevice): JsonValue {
  const seconds = Math.floor(device.uptimeMs() / 1000);
  return {
    nxos_ver_str: NXOS_VERSION,
    nxos_file_name: NXOS_IMAGE,
    bios_ver_str: '01.14',
    chassis_id: 'Nexus9000 C9300v Chassis',
    cpu_name: 'Intel(R) Xeon(R) Processor',
    memory: 10_211_412,
    mem_type: 'kB',
    proc_board_id: device.serialNumber,
    host_name: device.name,
    bootflash_size: 4_287_040,
    kern_uptm_days: Math.floor(seconds / 86_400),
    kern_uptm_hrs: Math.floor(seconds / 3600) % 24,
    kern_uptm_mins: Math.floor(seconds / 60) % 60,
    kern_uptm_secs: seconds % 60,
    rr_reason: 'Unknown',
    rr_sys_ver: NXOS_VERSION,
    manufacturer: 'Cisco Systems, Inc.',
  };
}

/** `show inventory | json`. */
export function inventoryJson({ serialNumber }: FakeDevice): JsonValue {
  const row = (name: string, desc: string, productid: string) => {
    return { name, desc, productid, vendorid: 'V02', serialnum: serialNumber };
  };
  return jsonTable('inv', [
    row('Chassis', 'Nexus9000 C9300v Chassis', NXOS_CHASSIS),
    row('Slot 1', 'Nexus 9300v 64-port Ethernet Module', 'N9K-X9364v'),
    row('Slot 27', 'Virtual Supervisor Module', 'N9K-vSUP'),
  ]);
}

/** `show vlan brief | json`. */
export function vlanJson({ interfaces }: FakeDevice): JsonValue {
  const ports = interfaces
    .filter(({ kind, ipv4, ipv6 }) => kind === 'ethernet' && (ipv4 ?? ipv6) === undefined)
    .map(({ name }) => name);
  return jsonTable('vlanbriefxbrief', [
    {
      'vlanshowbr-vlanid': '1',
      'vlanshowbr-vlanid-utf': '1',
      'vlanshowbr-vlanname': 'default',
      'vlanshowbr-vlanstate': 'active',
      'vlanshowbr-shutstate': 'noshutdown',
      ...(ports.length === 0 ? {} : { 'vlanshowplist-ifidx': ports.join(',') }),
    },
  ]);
}

/** `show vrf detail | json`. */
export function vrfDetailJson(): JsonValue {
  const rows = vrfs.map(({ name, id }) => {
    return {
      vrf_name: name,
      vrf_id: String(id),
      vrf_state: 'Up',
      vpnid: 'unknown',
      rd: '0:0',
      max_routes: '0',
    };
  });
  return jsonTable('vrf', rows);
}

/** `show vrf interface | json`. */
export function vrfInterfaceJson({ interfaces }: FakeDevice): JsonValue {
  const rows = interfaces.map(({ name, kind }) => {
    const isMgmt = kind === 'mgmt';
    return {
      if_name: name,
      vrf_name: isMgmt ? 'management' : 'default',
      vrf_id: isMgmt ? '2' : '1',
      soo: '--',
    };
  });
  return jsonTable('if', rows);
}

/** `show ip arp | json`. */
export function arpJson(device: FakeDevice): JsonValue {
  const rows = (device.arp ?? []).map(({ interfaceName, ipv4, mac }) => ({
    'intf-out': interfaceName,
    'ip-addr-out': ipv4,
    'time-stamp': clockDuration(device.uptimeMs() % 1_500_000),
    mac: dottedMac(mac),
  }));
  return jsonTable('vrf', [
    { 'vrf-name-out': 'default', 'cnt-total': rows.length, ...jsonTable('adj', rows) },
  ]);
}

/** `show lldp neighbors | json`. */
export function lldpJson({ neighbors }: FakeDevice): JsonValue {
  const rows = neighbors.map((one) => ({
    chassis_type: '7',
    chassis_id: one.name,
    l_port_id: nxosShortName(one.interfaceName),
    hold_time: '120',
    capability: 'BR',
    port_type: '5',
    port_id: lldpPortId(one),
    mgmt_addr_type: 'IPV4',
    mgmt_addr: one.neighborMgmtIpv4,
  }));
  return { ...jsonTable('nbor', rows), neigh_count: String(rows.length) };
}

/** `show cdp neighbors | json`. */
export function cdpJson(device: FakeDevice): JsonValue {
  const rows = cdpNeighbors(device).map(({ one, peer }) => ({
    device_id: one.name,
    intf_id: one.interfaceName,
    ttl: '144',
    capability: ['router', 'Source-Route-Bridge'],
    platform_id: peer.hardware,
    port_id: one.neighborInterface,
  }));
  return { ...jsonTable('cdp_neighbor_brief_info', rows), neigh_count: String(rows.length) };
}
