import type { AddressPools } from '../addressing/address-pools';
import {
  FAMILIES,
  addressBits,
  formatInterface,
  hostAt,
  networkAddress,
  parseInterface,
} from '../addressing/ip';
import { emptyMap, isMap, lookUp, textOf, type Data } from '../yaml/data';
import { VIRTUAL_STEP } from './add-interface';
import type { BuiltNode } from './built-node';
import type { Draft } from './draft';
import { freeIfindex } from './free-ifindex';
import { MAX_INTERFACES, refuseMoreThan } from './limits';
import type { EndAddresses } from './link-addresses';

/** Gives routers a loopback per VRF where `vrf.loopback` or the VRF's own `loopback` asks for it. */
export function addVrfLoopbacks(
  draft: Draft,
  nodes: ReadonlyMap<string, BuiltNode>,
  pools: AddressPools,
): void {
  for (const node of nodes.values()) {
    if (!node.modules.includes('vrf') || node.device.loopbackName === undefined) continue;
    const everywhere = lookUp(node.draft.data, 'vrf.loopback') ?? lookUp(draft.root, 'vrf.loopback') ?? null;
    for (const vrf of vrfsOf(node)) {
      const what = `interfaces on the node ${node.draft.name}`;
      const { place, name } = node.draft;
      refuseMoreThan(draft, MAX_INTERFACES, node.interfaces.length + 1, what, place, `nodes.${name}.vrfs`);
      const own =
        lookUp(node.draft.data, `vrfs.${vrf}.loopback`) ?? lookUp(draft.root, `vrfs.${vrf}.loopback`) ?? null;
      const wanted = isOn(own) ? own : everywhere;
      if (isOn(wanted)) addLoopback(node, vrf, wanted, pools);
    }
  }
}

function isOn(value: Data): boolean {
  return (
    value === true ||
    (isMap(value) && Object.keys(value).length > 0) ||
    (typeof value === 'string' && value !== '')
  );
}

function vrfsOf(node: BuiltNode): string[] {
  const written = node.draft.data['vrfs'];
  const used = node.interfaces.map((one) => one.attributes['vrf']).filter((vrf) => typeof vrf === 'string');
  return [...new Set([...(isMap(written) ? Object.keys(written) : []), ...used])];
}

function addLoopback(node: BuiltNode, vrf: string, wanted: Data, pools: AddressPools): void {
  const addresses: EndAddresses = {};
  const settings = isMap(wanted) ? wanted : emptyMap();
  const written = FAMILIES.filter((family) => typeof settings[family] === 'string');
  for (const family of written) {
    const address = parseInterface(textOf(settings[family]));
    if (address?.family !== family) continue;
    const isPrefix =
      address.prefixLength < addressBits(family) && networkAddress(address) === address.address;
    addresses[family] = formatInterface(isPrefix ? { ...address, address: address.address + 1n } : address);
  }
  if (written.length === 0) {
    const { prefix } = pools.take(typeof settings['pool'] === 'string' ? settings['pool'] : 'vrf_loopback');
    for (const family of FAMILIES) {
      const network = prefix[family];
      if (typeof network !== 'object') continue;
      const host = hostAt(network, network.prefixLength === addressBits(family) ? 0 : 1);
      if (host !== undefined) addresses[family] = formatInterface(host);
    }
  }
  const ifindex = freeIfindex(node, 'loopback', true, VIRTUAL_STEP + 1);
  const attributes = emptyMap();
  attributes['vrf'] = vrf;
  node.interfaces.push({
    node: node.draft.name,
    ifindex,
    ifname: node.device.loopbackName?.(ifindex - VIRTUAL_STEP) ?? '',
    name: `VRF Loopback ${vrf}`,
    linkindex: 0,
    type: 'loopback',
    virtual: true,
    addresses,
    bridge: undefined,
    role: undefined,
    mtu: undefined,
    macAddress: undefined,
    linkName: undefined,
    attributes,
    neighbors: [],
    vlan: undefined,
    vlanName: undefined,
    parentIfname: undefined,
  });
}
