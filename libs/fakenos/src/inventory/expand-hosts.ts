import { documentPath } from '../documents/document-path';
import type { DocumentProblem } from '../errors';
import type { HostDocument, InventoryDocument, PortDocument } from './inventory-document';
import type { InventoryHost } from './inventory-host';
import type { MergedHost } from './merge-host';
import { mergeHost } from './merge-host';

/** Every host of an inventory, replicas written out, and what is wrong with some of them. */
export interface ExpandedHosts {
  readonly hosts: readonly InventoryHost[];
  readonly problems: readonly DocumentProblem[];
}

/**
 * Writes hosts out: `sw` with three replicas on `[6000, 6009]` is sw0 on 6000, sw1 on 6001 and sw2 on 6002, always.
 * A range may be wider than it need be.
 */
export function expandHosts({ default: defaults, hosts }: InventoryDocument): ExpandedHosts {
  const expanded = new Map<string, InventoryHost>();
  const problems: DocumentProblem[] = [];
  for (const [name, block] of Object.entries(hosts)) {
    const host = block ?? {};
    const path = ['hosts', name];
    const merged = mergeHost(defaults ?? {}, host);
    const ports = portsOf(host, merged.block.port);
    if (typeof ports === 'string') {
      problems.push({ path: documentPath([...path, 'port']), message: ports });
      continue;
    }
    ports.forEach((port, index) => {
      const full = host.replicas === undefined ? name : `${name}${index}`;
      const other = expanded.get(full);
      if (other) problems.push({ path: documentPath(path), message: `gives a second host the name ${full}` });
      else expanded.set(full, inventoryHost(full, path, port, merged));
    });
  }
  return { hosts: [...expanded.values()], problems };
}

/** A port for each replica, or what is wrong. */
function portsOf({ replicas }: HostDocument, port: PortDocument): readonly number[] | string {
  if (port === 'auto' || port === 0) return new Array<number>(replicas ?? 1).fill(0);
  if (typeof port === 'number') {
    if (replicas === undefined) return [port];
    return `must be a range for ${count(replicas)}: [${port}, ${port + replicas - 1}], or auto`;
  }
  const [first, last] = port;
  if (replicas === undefined)
    return `is a range, which is for replicas; give one port, or say replicas as well`;
  const room = last - first + 1;
  if (first === 0 || room < replicas) {
    const low = Math.max(1, first);
    return `must have room for ${count(replicas)}: [${low}, ${low + replicas - 1}], or auto`;
  }
  return Array.from({ length: replicas }, (_, index) => first + index);
}

function count(replicas: number): string {
  return replicas === 1 ? '1 replica' : `${replicas} replicas`;
}

function inventoryHost(
  name: string,
  path: readonly string[],
  port: number,
  { block, plugin }: MergedHost,
): InventoryHost {
  const { username, password, platform, behavior, configuration_file: configurationFile } = block;
  const commands = block.nos?.configuration?.commands;
  return {
    name,
    path,
    port,
    username,
    password,
    plugin: plugin.value,
    pluginPath: [...(plugin.from.block === 'default' ? ['default'] : path), ...plugin.from.key],
    server: block.server?.configuration ?? {},
    shell: block.shell?.configuration ?? {},
    ...(platform !== undefined && { platform }),
    ...(configurationFile && { configurationFile }),
    ...(commands && { commands }),
    ...(behavior && { behavior }),
  };
}
