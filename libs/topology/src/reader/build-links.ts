import type { AddressPools } from '../addressing/address-pools';
import { formatInterface } from '../addressing/ip';
import type { LinkModel, LinkType } from '../topology-model';
import { emptyMap, isMap, lookUp, type Data, type DataMap } from '../yaml/data';
import { addInterface } from './add-interface';
import type { BuiltInterface, BuiltNode } from './built-node';
import { checkKeys } from './check-keys';
import { reportValue, type Draft, type LinkDraft } from './draft';
import { INTERFACE_KEYS, LINK_KEYS, MODULES } from './known-keys';
import { checkLinkSizes } from './limits';
import { linkAddresses } from './link-addresses';
import { externalRole } from './external-role';
import { LinkPrefixes } from './link-prefix';
import { defaultType, linkType } from './link-type';
import { buildVlanInterfaces } from './vlan-interfaces';
import { applyVlans } from './vlan-links';
import { VlanPlan } from './vlan-plan';
import { vlanRoles } from './vlan-roles';

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
  checkLinkSizes(draft, all);
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
  const forAll = sharedAttributes(link);
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
    return [addInterface(draft, values, others, attributesOf(draft, forAll, end.data, node))];
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
  if (typeof id === 'number' && Number.isInteger(id)) return id;
  return typeof everywhere === 'number' && Number.isInteger(everywhere) ? everywhere : -2;
}

/** What a link says for its interfaces. */
function sharedAttributes(link: LinkDraft): readonly (readonly [string, Data])[] {
  return Object.entries(link.data).filter(
    ([key]) => !['prefix', 'interfaces', 'gateway', 'vlan', 'dhcp'].includes(key) && !key.startsWith('_'),
  );
}

/** What an interface says itself, and what its link says for all: link attributes, and settings of the node's modules. */
function attributesOf(
  draft: Draft,
  forAll: readonly (readonly [string, Data])[],
  own: DataMap,
  node: BuiltNode,
): DataMap {
  const shared = emptyMap();
  for (const [key, value] of forAll) {
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
