import type { NodeModel } from '@remote-lab/topology';
import type { LabPort } from './lab-ports';
import { nodeAttribute, numberAttribute } from './node-attribute';

/** How OSPF runs on an interface. */
export interface OspfSettings {
  /** In dotted form: `0.0.0.0`. */
  readonly area: string;
  readonly cost: number;
  readonly passive: boolean;
  readonly network: 'point-to-point' | 'broadcast';
}

const DEFAULT_COST = 10;

/** Whether the node is an OSPF router at all. */
export function runsOspf(node: NodeModel): boolean {
  return node.role !== 'host' && node.modules.includes('ospf');
}

/** OSPF on a link's interface: undefined where the module, the link or an inter-AS link says it does not run. */
export function ospfSettings({ node, port, peers }: LabPort): OspfSettings | undefined {
  if (!runsOspf(node) || port.ipv4 === undefined) return undefined;
  if (nodeAttribute(port.attributes, 'ospf') === false) return undefined;
  // Whoever configures OSPF on an interface gets it; a topology leaves it off between autonomous systems.
  const configured = nodeAttribute(port.attributes, 'ospf.configured') === true;
  if (port.role === 'external' && !configured) return undefined;
  const ownAs = numberAttribute(node.attributes, 'bgp.as');
  const interAs = peers.some((peer) => {
    const peerAs = numberAttribute(peer.node.attributes, 'bgp.as');
    return ownAs !== undefined && peerAs !== undefined && peerAs !== ownAs;
  });
  if (interAs && !configured) return undefined;

  const quietRole = port.role === 'stub' || port.role === 'passive';
  const hasRouter = peers.some((peer) => peer.node.role !== 'host');
  const passive = nodeAttribute(port.attributes, 'ospf.passive');
  return {
    area: ospfArea(
      nodeAttribute(port.attributes, 'ospf.area') ?? nodeAttribute(node.attributes, 'ospf.area'),
    ),
    cost: numberAttribute(port.attributes, 'ospf.cost') ?? DEFAULT_COST,
    passive: typeof passive === 'boolean' ? passive : quietRole || !hasRouter,
    network: port.type === 'p2p' ? 'point-to-point' : 'broadcast',
  };
}

/** The area in dotted form from what a topology may say: `0`, `"1"`, `0.0.0.0`; the backbone when it says nothing. */
export function ospfArea(value: unknown): string {
  if (typeof value === 'string' && value.includes('.')) return value;
  const number = Number(value ?? 0);
  if (!Number.isInteger(number) || number < 0) return '0.0.0.0';
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');
}
