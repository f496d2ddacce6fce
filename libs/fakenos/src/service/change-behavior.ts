import { nearestName } from '@remote-lab/topology';
import type { Behavior } from '../behavior/behavior';
import { behaviorSchema } from '../behavior/behavior-schema';
import { documentChecker } from '../documents/document-checker';
import { refusedDocument } from '../documents/refuse-document';
import { FakeNosError } from '../errors';
import type { ServedNetwork } from './served-network';

/** Of all hosts' behaviours together, as they are told between processes and shown to whoever asks. */
const MOST_CHARACTERS = 33_554_432;

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
  const wanted = hosts === 'all' ? names.size : hosts.length;
  if (JSON.stringify(behavior).length * wanted > MOST_CHARACTERS) {
    const message = `is too long for ${wanted} hosts, each of which is shown with it; give long answers to fewer hosts`;
    throw refusedDocument('invalid_behavior', 'The behaviour', [{ path: 'answers', message }]);
  }
  return served.ask('setBehavior', { hosts, behavior });
}
