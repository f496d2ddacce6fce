import type { PoolPrefix } from '../addressing/address-pools';
import {
  FAMILIES,
  formatInterface,
  hostAt,
  networkAddress,
  networkSize,
  parseInterface,
  type Family,
  type IpNetwork,
} from '../addressing/ip';
import { lookUp } from '../yaml/data';
import type { BuiltNode, InterfaceAddress } from './built-node';
import { reportValue, type Draft, type EndDraft, type LinkDraft } from './draft';

/** Addresses of one end of a link. */
export type EndAddresses = Partial<Record<Family, InterfaceAddress>>;

type Policy = 'p2p' | 'id_based' | 'sequential' | 'loopback';
const POLICIES: readonly string[] = ['p2p', 'id_based', 'sequential'];

interface Allocation {
  readonly draft: Draft;
  readonly link: LinkDraft;
  readonly type: string;
  readonly nodes: ReadonlyMap<string, BuiltNode>;
  /** Host number of the link's first-hop gateway, where it has one. */
  readonly gatewayId: number | undefined;
}

/** The addresses of a link's ends, in the order of the ends, by netlab's rules of allocation. */
export function linkAddresses(allocation: Allocation, prefix: PoolPrefix | undefined): EndAddresses[] {
  const result: EndAddresses[] = allocation.link.ends.map(() => ({}));
  for (const family of FAMILIES) {
    const addresses = familyAddresses(allocation, prefix, family);
    addresses.forEach((address, index) => {
      const end = result[index];
      if (end !== undefined && address !== undefined) end[family] = address;
    });
  }
  return result;
}

function familyAddresses(
  allocation: Allocation,
  prefix: PoolPrefix | undefined,
  family: Family,
): (InterfaceAddress | undefined)[] {
  const { draft, link } = allocation;
  const network = prefix?.[family];
  if (prefix?.unnumbered === true)
    return link.ends.map((end) => unnumbered(allocation, end, family, undefined));
  if (network === undefined) return link.ends.map((end) => written(allocation, end, family, undefined));
  if (typeof network === 'boolean')
    return link.ends.map((end) => unnumbered(allocation, end, family, network));
  const policy = choosePolicy(allocation, network, prefix?.allocation);
  if (policy === undefined) {
    const message = `the prefix ${formatInterface(network)} is too small for ${link.ends.length} nodes`;
    draft.problems.add(link.place, link.path, message);
    return [];
  }
  const numbers = hostNumbers(allocation, network, policy);
  return link.ends.map((end, index) => {
    if (policy === 'loopback')
      return formatInterface({ ...network, prefixLength: family === 'ipv4' ? 32 : 128 });
    return written(allocation, end, family, { network, host: numbers[index] ?? 0 });
  });
}

/** An end's own address, or the one the link has for it. */
function written(
  { draft, link }: Allocation,
  end: EndDraft,
  family: Family,
  given: { network: IpNetwork; host: number } | undefined,
): InterfaceAddress | undefined {
  const own = end.data[family] ?? null;
  const path = `${link.path}.${end.node}.${family}`;
  if (own === false || isDhcpClient(link, end, family)) return undefined;
  if (own === true) return true;
  if (typeof own === 'string') {
    const address = parseInterface(own);
    if (address?.family !== family) {
      reportValue(
        draft,
        end.data,
        family,
        path,
        `${JSON.stringify(own)} is no ${family === 'ipv4' ? 'IPv4' : 'IPv6'} address`,
      );
      return undefined;
    }
    if (!own.includes('/') && given === undefined) {
      reportValue(
        draft,
        end.data,
        family,
        path,
        `${JSON.stringify(own)} needs a prefix length: the link has no prefix`,
      );
      return undefined;
    }
    return checkHost(
      draft,
      end,
      family,
      path,
      own.includes('/') ? address : { ...address, prefixLength: given?.network.prefixLength ?? 32 },
    );
  }
  if (given === undefined) {
    if (typeof own === 'number')
      reportValue(draft, end.data, family, path, `the link has no ${family} prefix to take host ${own} from`);
    return undefined;
  }
  const host = typeof own === 'number' ? own : given.host;
  const address = hostAt(given.network, host);
  if (address !== undefined) return checkHost(draft, end, family, path, address);
  reportValue(
    draft,
    end.data,
    family,
    path,
    `the prefix ${formatInterface(given.network)} has no host ${host}`,
  );
  return undefined;
}

/** The node asks a server for its address, so the file has none. */
function isDhcpClient(link: LinkDraft, end: EndDraft, family: Family): boolean {
  if (end.data[family] === 'dhcp') return true;
  const own = lookUp(end.data, `dhcp.client.${family}`);
  return own === true || (own === undefined && lookUp(link.data, `dhcp.client.${family}`) === true);
}

function checkHost(
  draft: Draft,
  end: EndDraft,
  family: Family,
  path: string,
  address: IpNetwork,
): string | undefined {
  const text = formatInterface(address);
  const size = networkSize(address);
  const first = networkAddress(address);
  const multicast = family === 'ipv4' ? address.address >> 28n === 14n : address.address >> 120n === 255n;
  const reason = multicast
    ? 'is a multicast address'
    : size > 2n && address.address === first
      ? 'is the address of the subnet'
      : size > 2n && address.address === first + size - 1n
        ? 'is the broadcast address of the subnet'
        : undefined;
  if (reason !== undefined) {
    const place = draft.places.ofValue(end.data, family) ?? end.place;
    draft.problems.add(place, path, `${text} ${reason}`);
  }
  return text;
}

function unnumbered(
  allocation: Allocation,
  end: EndDraft,
  family: Family,
  on: boolean | undefined,
): InterfaceAddress | undefined {
  const { draft, link, nodes } = allocation;
  const own = end.data[family] ?? null;
  if (typeof own === 'number') {
    reportValue(
      draft,
      end.data,
      family,
      `${link.path}.${end.node}.${family}`,
      `the link is unnumbered, it has no host ${own}`,
    );
    return undefined;
  }
  if (own !== null) return written(allocation, end, family, undefined);
  if (on !== undefined) return on ? true : undefined;
  const loopback = nodes.get(end.node)?.loopback;
  const has = loopback === undefined ? family === 'ipv6' : loopback[family] !== undefined;
  return has ? true : undefined;
}

function choosePolicy(
  allocation: Allocation,
  network: IpNetwork,
  wanted: string | undefined,
): Policy | undefined {
  if (wanted !== undefined && POLICIES.includes(wanted)) return wanted as Policy;
  const { link, type, nodes, gatewayId = 0 } = allocation;
  const ends = link.ends.length;
  let size = networkSize(network);
  if (type === 'p2p' && gatewayId === 0) return size > 1n ? 'p2p' : undefined;
  if (size > 2n) size -= BigInt(gatewayId < 0 ? Math.max(2, 1 - gatewayId) : 2);
  else if (size === 2n && ends === 2) return 'p2p';
  if (networkSize(network) === 1n) return ends === 1 ? 'loopback' : undefined;
  const maxId = Math.max(...link.ends.map((end) => nodes.get(end.node)?.id ?? 0));
  if (BigInt(maxId) <= size) return 'id_based';
  const needed = ends + (networkSize(network) > 2n && gatewayId > 0 ? 1 : 0);
  return BigInt(needed) <= size ? 'sequential' : undefined;
}

function hostNumbers({ link, nodes, gatewayId }: Allocation, network: IpNetwork, policy: Policy): number[] {
  let start = networkSize(network) > 2n ? 1 : 0;
  if (policy === 'id_based') return link.ends.map((end) => nodes.get(end.node)?.id ?? 0);
  if (policy === 'sequential') {
    return link.ends.map((_, index) => {
      if (index + start === gatewayId) start += 1;
      return index + start;
    });
  }
  const order = link.ends.map((end, index) => ({ index, node: end.node }));
  order.sort((a, b) => (a.node < b.node ? -1 : a.node > b.node ? 1 : a.index - b.index));
  const numbers: number[] = [];
  order.forEach(({ index }, position) => (numbers[index] = position + start));
  return numbers;
}
