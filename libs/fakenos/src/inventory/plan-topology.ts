import type { TopologyModel } from '@remote-lab/topology';
import { TopologyError, createTopologyBundle, deviceType, readTopology } from '@remote-lab/topology';
import { netmikoPlatform } from '@remote-lab/protocol';
import { refusedDocument } from '../documents/refuse-document';
import { FakeNosError } from '../errors';
import { loginOf } from '../inspect-node';
import type { NetworkPlan } from './network-plan';
import type { PlatformCatalogue } from './platform-catalogue';

/** What a topology becomes. */
export interface TopologyPlanOptions {
  readonly network: string;
  readonly bind: string;
  readonly catalogue: PlatformCatalogue;
  /** What the topology is called in messages. */
  readonly origin: string;
}

/**
 * A network out of a Netlab topology: every node a host on any free port, with netlab's login. Throws FakeNosError
 * `invalid_inventory`, with line and column of each problem, or `unsupported_device`.
 */
export function planTopology(
  text: string,
  { network, bind, catalogue, origin }: TopologyPlanOptions,
): NetworkPlan {
  const model = read(text, network, origin);
  const players = model.nodes.map((node) => ({ node, player: catalogue.find(node.device) }));
  const strange = players.filter(({ player }) => player?.kind !== 'platform');
  if (strange.length > 0) {
    const nodes = strange.map(({ node }) => `${node.name} (${node.device})`).join(', ');
    const message = `${origin}: there is no fake platform for ${nodes}. Use one of the device types that have one: ${catalogue.deviceTypes.join(', ')}.`;
    throw new FakeNosError('unsupported_device', message);
  }
  const nodes = model.nodes.map((node) => ({ name: node.name, port: 0, ...loginOf(node, model.provider) }));
  const platformOf = new Map(
    model.nodes.map(({ name, device }) => [name, netmikoPlatform(device, deviceType(device)?.networkOs)]),
  );
  return { order: { model, bind, nodes, modules: catalogue.modules }, platformOf, notices: [] };
}

function read(text: string, network: string, origin: string): TopologyModel {
  try {
    const content = Buffer.from(text, 'utf8');
    const bundle = createTopologyBundle({ topology: { path: 'topology.yml', content }, extraFiles: [] });
    return readTopology(bundle, { defaultName: network });
  } catch (error) {
    if (!(error instanceof TopologyError)) throw error;
    const problems = error.problems.map(({ line, column, path, message }) => ({
      path,
      message: `${message} (line ${line}, column ${column})`,
    }));
    const told = problems.length > 0 ? problems : [{ path: '', message: error.message }];
    throw refusedDocument('invalid_inventory', origin, told, { cause: error });
  }
}
