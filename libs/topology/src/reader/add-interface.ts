import { formatMacInWords } from '../addressing/mac';
import type { LinkType } from '../topology-model';
import { lookUp, type DataMap } from '../yaml/data';
import type { BuiltInterface, BuiltNode } from './built-node';
import { reportValue, type Draft, type EndDraft, type LinkDraft } from './draft';
import { freeIfindex } from './free-ifindex';
import type { EndAddresses } from './link-addresses';

/** netlab numbers virtual interfaces from {@link VIRTUAL_STEP} times their place in this list. */
const VIRTUAL_TYPES: readonly LinkType[] = ['loopback', 'tunnel', 'lag'];
/** Distance between the numbers of virtual interfaces of different types. */
export const VIRTUAL_STEP = 10_000;

/** What of an interface's attributes the model has fields for. */
const FIELDS: ReadonlySet<string> = new Set([
  'ifindex',
  'ifname',
  'name',
  'ipv4',
  'ipv6',
  'mtu',
  'role',
  'bridge',
  'type',
  'node',
  'linkindex',
  'pool',
  'unnumbered',
]);

/** An end of a link on its way to become an interface. */
export interface InterfaceValues {
  readonly link: LinkDraft;
  readonly end: EndDraft;
  readonly node: BuiltNode;
  readonly type: LinkType;
  readonly linkindex: number;
  readonly bridge: string | undefined;
  readonly addresses: EndAddresses;
}

/** Adds an interface to its node: index, name and MTU follow from the device. */
export function addInterface(
  draft: Draft,
  values: InterfaceValues,
  others: readonly string[],
  merged: DataMap,
): BuiltInterface {
  const { link, end, node, type, linkindex, addresses } = values;
  const virtual = VIRTUAL_TYPES.includes(type);
  const ifindex = chooseIfindex(draft, values, virtual);
  const written = end.data['ifname'];
  const name = merged['name'];
  const role = merged['role'];
  const attributes = Object.fromEntries(Object.entries(merged).filter(([key]) => !FIELDS.has(key)));
  const ifname = typeof written === 'string' ? written : generatedName(draft, values, virtual, ifindex);
  const added: BuiltInterface = {
    node: end.node,
    ifindex,
    ifname,
    name: typeof name === 'string' && name !== '' ? name : describeInterface(draft, end.node, others),
    linkindex,
    type,
    virtual,
    addresses,
    bridge: virtual ? undefined : values.bridge,
    role: typeof role === 'string' ? role : undefined,
    mtu: interfaceMtu(draft, node, merged, type, `${link.path}.mtu`),
    macAddress:
      node.device.generatesMac && !virtual && type !== 'vlan_member'
        ? generatedMac(node, ifindex)
        : undefined,
    linkName: node.provider === 'clab' && !virtual ? node.device.linkName?.(ifindex) : undefined,
    attributes,
    neighbors: [],
    vlan: end.vlan === undefined ? undefined : { ...end.vlan, isRoutedLink: link.vlan?.routed === true },
    vlanName: link.vlan?.name,
    parentIfname: undefined,
  };
  node.interfaces.push(added);
  return added;
}

function chooseIfindex(draft: Draft, { link, end, node, type }: InterfaceValues, virtual: boolean): number {
  const written = end.data['ifindex'] ?? null;
  const path = `${link.path}.${end.node}.ifindex`;
  const lowest = virtual
    ? (VIRTUAL_TYPES.indexOf(type) + 1) * VIRTUAL_STEP + (type === 'loopback' ? 1 : 0)
    : node.device.firstIfindex;
  if (typeof written === 'number' && Number.isInteger(written)) {
    if (!virtual && written < lowest) {
      reportValue(
        draft,
        end.data,
        'ifindex',
        path,
        `the first interface of ${node.device.name} is number ${lowest}, not ${written}`,
      );
    }
    return written;
  }
  if (written !== null) reportValue(draft, end.data, 'ifindex', path, 'must be a whole number');
  return freeIfindex(node, type, virtual, lowest);
}

function generatedName(
  draft: Draft,
  { link, end, node, type }: InterfaceValues,
  virtual: boolean,
  ifindex: number,
): string {
  const { device } = node;
  if (!virtual) return device.interfaceName(ifindex);
  const number = type === 'lag' ? lookUp(end.data, 'lag.ifindex') : undefined;
  if (typeof number === 'number' && device.lagName !== undefined) return device.lagName(number);
  const name =
    type === 'loopback' ? device.loopbackName : type === 'tunnel' ? device.tunnelName : device.lagName;
  if (name !== undefined) return name(ifindex - (VIRTUAL_TYPES.indexOf(type) + 1) * VIRTUAL_STEP);
  const hint =
    type === 'loopback'
      ? `the device ${device.name} has no loopback links`
      : `${device.name} needs an "ifname" here`;
  draft.problems.add(end.place ?? link.place, `${link.path}.${end.node}`, hint);
  return '';
}

/** `r1 -> r2`, `r1 -> [r2,r3]`, `r1 -> stub`; SR Linux takes neither arrows nor brackets. */
export function describeInterface(
  draft: Draft,
  node: string,
  others: readonly string[],
  isShared = false,
): string {
  const max = numberSetting(draft, 'const.ifname.neighbors', 5);
  const maxLength = numberSetting(draft, 'const.ifname.maxlength', 255);
  if (others.length === 0) return `${node} -> stub`;
  if (others.length === 1 && !isShared) return `${node} -> ${others.join('')}`;
  const list = others.slice(0, max).join(',') + (others.length > max ? '...' : '');
  const name = `${node} -> [${list}]`;
  return name.length >= maxLength ? `${name.slice(0, maxLength - 3)}...` : name;
}

function interfaceMtu(
  draft: Draft,
  node: BuiltNode,
  merged: DataMap,
  type: LinkType,
  path: string,
): number | undefined {
  const written = merged['mtu'] ?? null;
  if (written !== null && typeof written !== 'number')
    reportValue(draft, merged, 'mtu', path, 'must be a number of bytes');
  if (type === 'loopback') return undefined;
  if (typeof written === 'number') return node.device.systemMtu && written === node.mtu ? undefined : written;
  return node.device.systemMtu ? undefined : node.mtu;
}

/** The MAC address netlab makes of a node's id and an interface's number. */
export function generatedMac(node: BuiltNode, ifindex: number): string {
  const prefix = 0xcaf000000000n + (BigInt(Math.floor(ifindex / VIRTUAL_STEP)) << 32n);
  return formatMacInWords(prefix + BigInt(node.id) * 65536n + BigInt(ifindex % VIRTUAL_STEP));
}

function numberSetting(draft: Draft, path: string, fallback: number): number {
  const value = lookUp(draft.defaults, path);
  return typeof value === 'number' ? value : fallback;
}
