import type { LinkType } from '../topology-model';
import { lookUp, textOf } from '../yaml/data';
import type { BuiltNode } from './built-node';
import { reportValue, type Draft, type LinkDraft } from './draft';
import { suggestion } from './identifiers';
import { LINK_TYPES } from './known-keys';

/** netlab's rule: what is written, else two routers p2p, a single node stub, hosts or more nodes lan. */
export function linkType(
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

/** What a link is when nothing else is said, and so the pool that it takes its prefix from. */
export function defaultType(link: LinkDraft, nodes: ReadonlyMap<string, BuiltNode>): LinkType {
  const hosts = link.ends.some((end) => nodes.get(end.node)?.role === 'host');
  if (link.ends.length > 2 || hosts) return 'lan';
  return link.ends.length === 2 ? 'p2p' : 'stub';
}
