import { nearestName } from '@remote-lab/topology';
import type { Behavior } from '../behavior/behavior';
import { behaviorSchema } from '../behavior/behavior-schema';
import { documentChecker } from '../documents/document-checker';
import { refusedDocument } from '../documents/refuse-document';
import { FakeNosError } from '../errors';
import type { ServedNetwork } from './served-network';

const behaviors = documentChecker<Behavior>(behaviorSchema);

/**
 * Has hosts of a network behave so; resolves to how each of its hosts behaves. Rejects with `invalid_behavior`,
 * `host_unknown` or `network_not_running`.
 */
export async function changeBehavior(
  served: ServedNetwork,
  hosts: 'all' | readonly string[],
  behavior: unknown,
): Promise<Readonly<Record<string, Behavior>>> {
  if (!behaviors.is(behavior))
    throw refusedDocument('invalid_behavior', 'The behaviour', behaviors.problems(behavior));
  const names = new Set(served.devices.map(({ name }) => name));
  const strange = hosts === 'all' ? undefined : hosts.find((host) => !names.has(host));
  if (strange !== undefined) {
    const nearest = nearestName(strange, names);
    const guess = nearest === undefined ? '' : ` Did you mean ${nearest}?`;
    throw new FakeNosError('host_unknown', `The network ${served.name} has no host ${strange}.${guess}`);
  }
  return served.ask('setBehavior', { hosts, behavior });
}
