import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { isMapping, type Mapping } from './mapping';

/** Asks netlab for {@link readDevicesFile}'s file; works with all supported releases. */
export const DEVICES_FILE_SETTING = { NETLAB_NETLAB_CREATE_OUTPUT_DEVICES: '{}' } as const;

/**
 * All nodes of a lab out of the file that `netlab up` and `create` write, whole and with the group variables: one file
 * instead of a process for each node. Undefined when there is none that can be understood.
 */
export async function readDevicesFile(
  folder: string,
): Promise<Readonly<Record<string, Mapping>> | undefined> {
  const text = await readFile(join(folder, 'netlab-devices.yml'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const data = parsed(text);
  if (!isMapping(data)) return undefined;
  const nodes = Object.entries(data).flatMap(([name, node]) =>
    isMapping(node) ? [[name, { ...node, name }] as const] : [],
  );
  return nodes.length === 0 ? undefined : Object.fromEntries(nodes);
}

function parsed(text: string): unknown {
  try {
    return load(text);
  } catch {
    return undefined;
  }
}
