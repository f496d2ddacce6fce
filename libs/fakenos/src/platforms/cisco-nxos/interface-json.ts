import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { dottedMac } from '../text/dotted-mac';
import { loopbacksLast } from '../text/interface-order';
import { traffic } from '../text/traffic';
import type { JsonValue } from './json-tables';
import { jsonTable } from './json-tables';
import { interfacesInVrf, nxosShortName } from './nxos-interfaces';
import { isRouted, LOOPBACK_MTU } from './show-interface';

/** `show interface | json`. */
export function interfaceJson(device: FakeDevice): JsonValue {
  return jsonTable(
    'interface',
    loopbacksLast(device).map((one) => ({
      interface: one.name,
      ...states(one),
      ...(one.kind === 'loopback' ? {} : hardware(one)),
      ...(one.description === undefined ? {} : { desc: one.description }),
      ...addresses(one),
      eth_mtu: String(one.kind === 'loopback' ? LOOPBACK_MTU : one.mtu),
      eth_bw: one.kind === 'loopback' ? 8_000_000 : 1_000_000,
      eth_mode: isRouted(one) || one.kind !== 'ethernet' ? 'routed' : 'access',
      ...(one.kind === 'loopback' ? {} : { eth_duplex: 'full', eth_speed: '1000 Mb/s' }),
      ...counters(device, one),
    })),
  );
}

/** `show interface status | json`. */
export function interfaceStatusJson(device: FakeDevice): JsonValue {
  return jsonTable(
    'interface',
    loopbacksLast(device).map((one) => ({
      interface: one.name,
      ...(one.description === undefined ? {} : { name: one.description }),
      state: one.linkUp ? 'connected' : one.adminUp ? 'notconnect' : 'disabled',
      vlan: isRouted(one) || one.kind !== 'ethernet' ? 'routed' : '1',
      duplex: one.kind === 'loopback' || !one.linkUp ? 'auto' : 'full',
      speed: one.kind === 'loopback' || !one.linkUp ? 'auto' : '1000',
      type: one.kind === 'ethernet' ? '10g' : '--',
    })),
  );
}

/** `show interface counters detailed | json`. */
export function interfaceCountersJson(device: FakeDevice): JsonValue {
  const ports = device.interfaces.filter(({ kind }) => kind !== 'loopback');
  return jsonTable(
    'interface',
    ports.map((one) => ({ interface: one.name, ...counters(device, one) })),
  );
}

/** `show ip interface brief | json`. */
export function ipInterfaceBriefJson(device: FakeDevice): JsonValue {
  return jsonTable(
    'intf',
    interfacesInVrf(device, 'default').flatMap((one): JsonValue[] => {
      const address = ipv4Prefix(one.ipv4)?.address;
      if (address === undefined) return [];
      const line = one.linkUp ? 'up' : 'down';
      return [
        {
          'vrf-name-out': 'default',
          'intf-name': nxosShortName(one.name),
          prefix: address,
          'ip-disabled': 'FALSE',
          iod: String(device.interfaces.indexOf(one) + 2),
          'proto-state': line,
          'link-state': line,
          'admin-state': one.adminUp ? 'up' : 'down',
        },
      ];
    }),
  );
}

function states({ linkUp, adminUp }: DeviceInterface): Readonly<Record<string, string>> {
  return {
    state: linkUp ? 'up' : 'down',
    ...(linkUp ? {} : { state_rsn_desc: adminUp ? 'Link not connected' : 'Administratively down' }),
    admin_state: adminUp ? 'up' : 'down',
  };
}

function hardware({ kind, mac }: DeviceInterface): Readonly<Record<string, string>> {
  const address = dottedMac(mac);
  return {
    eth_hw_desc: kind === 'mgmt' ? 'Ethernet' : '100/1000/10000 Ethernet',
    eth_hw_addr: address,
    eth_bia_addr: address,
  };
}

function addresses({ ipv4 }: DeviceInterface): Readonly<Record<string, JsonValue>> {
  const own = ipv4Prefix(ipv4);
  return own ? { eth_ip_addr: own.address, eth_ip_mask: own.length, eth_ip_prefix: own.network } : {};
}

function counters(device: FakeDevice, one: DeviceInterface): Readonly<Record<string, JsonValue>> {
  const { packets, bytes } = traffic(device, one);
  if (one.kind === 'loopback') return {};
  if (one.kind === 'mgmt') {
    return { mgmt_in_pkts: packets, mgmt_in_bytes: bytes, mgmt_out_pkts: packets, mgmt_out_bytes: bytes };
  }
  const way = (direction: 'in' | 'out') => ({
    [`eth_${direction}ucast`]: 0,
    [`eth_${direction}mcast`]: packets,
    [`eth_${direction}bcast`]: 0,
    [`eth_${direction}pkts`]: packets,
    [`eth_${direction}bytes`]: bytes,
    [`eth_${direction}err`]: '0',
    [`eth_${direction}discard`]: '0',
  });
  return { ...way('in'), ...way('out') };
}
