import type { Platform } from '../engine/platform';
import type { PlatformEntry } from './platform-index';
import { platformIndex } from './platform-index';

const byName = new Map(
  [
    ...platformIndex.map((entry) => [entry.name, entry] as const),
    ...platformIndex.flatMap((entry) => (entry.aliases ?? []).map((name) => [name, entry] as const)),
    ...platformIndex.flatMap((entry) => entry.netlabDevices.map((name) => [name, entry] as const)),
  ].reverse(),
);

/** What {@link platformFor} would load; undefined when there is no such platform. */
export function platformEntryFor(name: string): PlatformEntry | undefined {
  return byName.get(name);
}

/**
 * The platform that plays a netlab device type (`eos`), or that has this name (`arista_eos`); undefined when none does.
 * Where several platforms have a name the first one of the list is meant. It is loaded when it is first asked for.
 */
export function platformFor(name: string): Platform | undefined {
  return platformEntryFor(name)?.load();
}
