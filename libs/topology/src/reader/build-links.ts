import type { AddressPools } from '../addressing/address-pools';
import { formatInterface } from '../addressing/ip';
import type { LinkModel, LinkType } from '../topology-model';
import { emptyMap, isMap, lookUp, textOf, type DataMap } from '../yaml/data';
import { addInterface } from './add-interface';
import type { BuiltInterface, BuiltNode } from './built-node';
import { checkKeys } from './check-keys';
import { reportValue, type Draft, type LinkDraft } from './draft';
import { suggestion } from './identifiers';
import { INTERFACE_KEYS, LINK_KEYS, LINK_TYPES, MODULES } from './known-keys';
import { externalRole } from './external-role';
import { linkAddresses } from './link-addresses';
import { LinkPrefixes } from './link-prefix';
import { buildVlanInterfaces } from './vlan-interfaces';
import { applyVlans } from './vlan-links';
import { VlanPlan } from './vlan-plan';

const MAX_BRIDGE_LENGTH = 15;

/** Builds every link: its type, prefix and name, and an interface with address and neighbors on each of its nodes. */
export function buildLinks(
  draft: Draft,
  nodes: ReadonlyMap<string, BuiltNode>,
  pools: AddressPools,
): LinkModel[] {
  const prefixes = new LinkPrefixes(draft, pools);
  const plan = new VlanPlan(draft, nodes, prefixes);
  const all = applyVlans(draft, nodes, plan);
  const first = draft.defaults['link_index'];
  const start = typeof first === 'number' ? first : 1;
  const links = all.map((link, index) => {
    checkLink(draft, link);
    const type = linkType(draft, link, nodes);
    const isComplete = link.ends.every((end) => nodes.has(end.node));
    return type === undefined || !isComplete
      ? undefined
      : buildLink(draft, link, type, start + index, nodes, prefixes);
  });
  buildVlanInterfaces(draft, nodes, plan, vlanRoles(draft, all, nodes));
  for (const node of nodes.values()) forgetLagLinks(node);
  return links
    .filter((_, index) => all[index]?.isLag !== true)
    .filter((link) => link !== undefined)
    .filter((link) => link.type !== 'vlan_member');
}

function checkLink(draft: Draft, link: LinkDraft): void {
  checkKeys(draft, link.data, LINK_KEYS, 'link', 'node or link attribute', link.path);
  for (const end of link.ends) {
    checkKeys(
      draft,
      end.data,
      INTERFACE_KEYS,
      'interface',
      'interface attribute',
      `${link.path}.${end.node}`,
    );
  }
}

/** netlab's rule: what is written, else two routers p2p, a single node stub, hosts or more nodes lan. */
function linkType(
  draft: Draft,
  link: LinkDraft,
  nodes: ReadonlyMap<string, BuiltNode>,
): LinkType | undefined {
  const written = link.data['type'] ?? null;
  const count = link.ends.length;
  if (count === 0) {
    draft.problems.add(link.place, link.path, 'the link has no nodes');
    return undefined;
  }
  const [only] = link.ends;
  let type = written ?? link.vlan?.type ?? null;
  const device = only === undefined ? undefined : nodes.get(only.node)?.device;
  if (count === 1 && device?.stubLoopback === true && device.loopbackName !== undefined) type = 'loopback';
  if (type !== 'vlan_member' && needsBridge(draft, link, nodes)) type = 'lan';
  type ??= defaultType(link, nodes);
  const refuse = (message: string): undefined => {
    if (written === null) draft.problems.add(link.place, link.path, message);
    else reportValue(draft, link.data, 'type', `${link.path}.type`, message);
    return undefined;
  };
  if (typeof type !== 'string' || !LINK_TYPES.includes(type)) {
    return refuse(
      `unknown link type ${JSON.stringify(type)}${suggestion(textOf(type), LINK_TYPES)}; known: ${LINK_TYPES.join(', ')}`,
    );
  }
  if (type === 'stub' && count > 1) return refuse(`a stub link has one node, not ${count}`);
  if (type === 'p2p' && count !== 2) return refuse(`a point-to-point link has two nodes, not ${count}`);
  if (type === 'loopback' && count !== 1) return refuse(`a loopback link has one node, not ${count}`);
  return type as LinkType;
}

/** libvirt connects nodes of different providers, and links with traffic control, with a bridge. */
function needsBridge(draft: Draft, link: LinkDraft, nodes: ReadonlyMap<string, BuiltNode>): boolean {
  const providers = new Set(link.ends.map((end) => nodes.get(end.node)?.provider));
  const isLibvirtLab = [...nodes.values()].some((node) => node.provider === 'libvirt');
  if (isLibvirtLab && [...providers].some((provider) => provider !== 'libvirt')) return true;
  const shaped = 'tc' in link.data || link.ends.some((end) => 'tc' in end.data);
  const everywhere = lookUp(draft.defaults, 'providers.libvirt.p2p_bridge') === true;
  const wired = (link.data['type'] ?? 'p2p') === 'p2p' && !('vlan' in link.data);
  return providers.has('libvirt') && (shaped || (everywhere && wired && link.ends.length === 2));
}

function defaultType(link: LinkDraft, nodes: ReadonlyMap<string, BuiltNode>): LinkType {
  const hosts = link.ends.some((end) => nodes.get(end.node)?.role === 'host');
  if (link.ends.length > 2 || hosts) return 'lan';
  return link.ends.length === 2 ? 'p2p' : 'stub';
}

function buildLink(
  draft: Draft,
  link: LinkDraft,
  type: LinkType,
  linkindex: number,
  nodes: ReadonlyMap<string, BuiltNode>,
  prefixes: LinkPrefixes,
): LinkModel {
  const routers = link.ends.filter((end) => isRouter(nodes.get(end.node))).length;
  const written =
    link.data['role'] ?? (link.vlan?.name === undefined ? externalRole(draft, link.ends, nodes) : undefined);
  const role =
    typeof written === 'string'
      ? written
      : routers <= 1 && type !== 'loopback' && link.vlan?.name === undefined
        ? 'stub'
        : undefined;
  if (role !== undefined) link.data['role'] = role;
  const bridge = bridgeName(draft, link, type, linkindex);
  const base = defaultType(link, nodes);
  const inherited = link.vlan?.prefix;
  const prefix =
    inherited === undefined
      ? prefixes.assign(link.data, [...new Set([base, 'lan'])], link.path, link.place)
      : (inherited ?? undefined);
  const gatewayId = gatewayOf(draft, link, nodes);
  const addresses = linkAddresses({ draft, link, type, nodes, gatewayId }, prefix);
  const names = link.ends.map((end) => end.node);
  const interfaces = link.ends.flatMap((end, index) => {
    const node = nodes.get(end.node);
    if (node === undefined) return [];
    const others = names.filter((_, other) => other !== index);
    const values = {
      link,
      end,
      node,
      type: link.isLag === true ? 'lag' : type,
      linkindex,
      bridge,
      addresses: addresses[index] ?? {},
    };
    return [addInterface(draft, values, others, attributesOf(draft, link, end.data, node))];
  });
  connect(interfaces);
  refuseSharedAddresses(draft, link, interfaces);
  return {
    linkindex,
    type,
    ...(typeof prefix?.ipv4 === 'object' ? { ipv4: formatInterface(prefix.ipv4) } : {}),
    ...(typeof prefix?.ipv6 === 'object' ? { ipv6: formatInterface(prefix.ipv6) } : {}),
    ...(bridge === undefined ? {} : { bridge }),
    ...(role === undefined ? {} : { role }),
    ends: interfaces.map(({ node, ifname }) => ({ node, ifname })),
  };
}

/** A LAG is no link any more once its interfaces are there: its wires are. */
function forgetLagLinks(node: BuiltNode): void {
  for (const one of node.interfaces) if (one.type === 'lag') one.linkindex = 0;
}

/** Roles of VLANs: written, or that between autonomous systems when their nodes are in several. */
function vlanRoles(
  draft: Draft,
  links: readonly LinkDraft[],
  nodes: ReadonlyMap<string, BuiltNode>,
): ReadonlyMap<string, string> {
  const ends = new Map<string, LinkDraft['ends'][number][]>();
  for (const link of links) {
    const name = link.vlan?.name;
    if (name !== undefined) ends.set(name, [...(ends.get(name) ?? []), ...link.ends]);
  }
  const roles = new Map<string, string>();
  for (const [name, all] of ends) {
    const written = lookUp(draft.root, `vlans.${name}.role`);
    const isGlobal =
      isMap(lookUp(draft.root, `vlans.${name}`)) || lookUp(draft.root, `vlans.${name}`) === null;
    const external = isGlobal ? externalRole(draft, all, nodes) : undefined;
    const role = typeof written === 'string' ? written : external;
    if (role !== undefined) roles.set(name, role);
  }
  return roles;
}

/** A service such as BIRD is a host and a router. */
function isRouter(node: BuiltNode | undefined): boolean {
  return node !== undefined && (node.role !== 'host' || node.device.daemon);
}

function bridgeName(draft: Draft, link: LinkDraft, type: LinkType, linkindex: number): string | undefined {
  const written = link.data['bridge'] ?? null;
  if (['p2p', 'loopback', 'vlan_member'].includes(type))
    return typeof written === 'string' ? written : undefined;
  if (written === null) return `${draft.labName.slice(0, 10)}_${linkindex}`;
  if (typeof written === 'string' && written.length <= MAX_BRIDGE_LENGTH) return written;
  reportValue(
    draft,
    link.data,
    'bridge',
    `${link.path}.bridge`,
    `must be a name of at most ${MAX_BRIDGE_LENGTH} characters`,
  );
  return undefined;
}

function gatewayOf(draft: Draft, link: LinkDraft, nodes: ReadonlyMap<string, BuiltNode>): number | undefined {
  const gateway = link.data['gateway'] ?? false;
  const used = link.ends.some((end) => nodes.get(end.node)?.modules.includes('gateway'));
  if (gateway === false || !used) return undefined;
  const id = isMap(gateway) ? gateway['id'] : undefined;
  const everywhere = lookUp(draft.root, 'gateway.id');
  if (typeof id === 'number') return id;
  return typeof everywhere === 'number' ? everywhere : -2;
}

/** What an interface says itself, and what its link says for all: link attributes, and settings of the node's modules. */
function attributesOf(draft: Draft, link: LinkDraft, own: DataMap, node: BuiltNode): DataMap {
  const shared = emptyMap();
  for (const [key, value] of Object.entries(link.data)) {
    if (['prefix', 'interfaces', 'gateway', 'vlan', 'dhcp'].includes(key) || key.startsWith('_')) continue;
    if (LINK_KEYS.has(key) && !MODULES.includes(key)) shared[key] = value;
    else if (node.modules.includes(key)) shared[key] = value;
  }
  return draft.places.merge(shared, own);
}

function connect(interfaces: readonly BuiltInterface[]): void {
  for (const one of interfaces) {
    for (const other of interfaces) {
      if (other === one) continue;
      one.neighbors.push({ node: other.node, ifname: other.ifname, addresses: other.addresses });
    }
  }
}

function refuseSharedAddresses(draft: Draft, link: LinkDraft, interfaces: readonly BuiltInterface[]): void {
  if (lookUp(draft.defaults, 'warnings.duplicate_address') === false) return;
  const owners = new Map<string, string>();
  for (const { node, addresses } of interfaces) {
    for (const address of [addresses.ipv4, addresses.ipv6]) {
      if (typeof address !== 'string') continue;
      const owner = owners.get(address);
      const end = link.ends.find((candidate) => candidate.node === node);
      if (owner !== undefined)
        draft.problems.add(
          end?.place ?? link.place,
          link.path,
          `${node} and ${owner} have the same address ${address}`,
        );
      owners.set(address, node);
    }
  }
}
