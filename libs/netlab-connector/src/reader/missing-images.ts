import { deviceType } from '@remote-lab/topology';
import { netlabComplaints } from './netlab-complaints';

const NO_IMAGE = /No image specified for device ([\w-]+) \(provider ([a-z]+)\)/;

/**
 * Settings with which netlab no longer misses the images it misses in these lines; undefined when it misses none. A
 * topology without a provider is one for libvirt, and there are no libvirt boxes of SR Linux: a reader that starts
 * nothing needs none. For devices of the topology's own a missing image stays a mistake. Daemons have no settings as
 * devices: with any, netlab reads nothing at all.
 */
export function missingImages(lines: readonly string[]): Readonly<Record<string, string>> | undefined {
  const settings = netlabComplaints(lines).flatMap((complaint) => {
    const [, device = '', provider = ''] = NO_IMAGE.exec(complaint) ?? [];
    const known = deviceType(device);
    if (known === undefined || known.daemon === true) return [];
    return [[`NETLAB_DEVICES_${variablePart(device)}_${variablePart(provider)}_IMAGE`, 'none'] as const];
  });
  return settings.length === 0 ? undefined : Object.fromEntries(settings);
}

/** netlab reads `_` as the dot of a path, and two of them as one `_`. */
function variablePart(name: string): string {
  return name.replaceAll('_', '__').toUpperCase();
}
