import { readPlan } from '../lab-folder/lab-plan';
import type { LabContainer } from './container-engine';

/** What netlab calls the network by which it reaches a lab's containers; with the plugin multilab it has a number. */
const NETLABS_OWN = /^(netlab_mgmt|nl_mgmt_\d+)$/;

/** Whether a network is netlab's, by its name. */
export function isNetlabsNetwork(name: string): boolean {
  return NETLABS_OWN.test(name);
}

/**
 * The networks through which a lab's containers are managed: as netlab told containerlab in one of these files, and those of
 * netlab's that its containers are in. containerlab leaves them behind when it has no container to remove any more.
 */
export async function managementNetworks(
  plans: readonly string[],
  containers: readonly LabContainer[],
): Promise<readonly string[]> {
  const told = await Promise.all(plans.map(async (file) => (await readPlan(file))?.network ?? []));
  const seen = containers.flatMap(({ networks }) => networks).filter(isNetlabsNetwork);
  return [...new Set([...told.flat(), ...seen])];
}
