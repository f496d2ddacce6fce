import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { isMapping, textAt } from '../inspect/mapping';
import type { LabContainer } from './container-engine';

/** What netlab calls the network by which it reaches a lab's containers; with the plugin multilab it has a number. */
const NETLABS_OWN = /^(netlab_mgmt|nl_mgmt_\d+)$/;

/**
 * The networks through which a lab's containers are managed: as netlab told containerlab in the lab's folder, and those of
 * netlab's that its containers are in. containerlab leaves them behind when it has no container to remove any more.
 */
export async function managementNetworks(
  folder: string,
  containers: readonly LabContainer[],
): Promise<readonly string[]> {
  const text = await readFile(join(folder, 'clab.yml'), 'utf8').catch(() => '');
  const told = networkIn(text);
  const seen = containers.flatMap(({ networks }) => networks).filter((name) => NETLABS_OWN.test(name));
  return [...new Set(told === undefined ? seen : [told, ...seen])];
}

function networkIn(text: string): string | undefined {
  try {
    const data: unknown = load(text);
    const mgmt = isMapping(data) ? data['mgmt'] : undefined;
    return isMapping(mgmt) ? textAt(mgmt, 'network') : undefined;
  } catch {
    return undefined;
  }
}
