import type { Device } from '@remote-lab/lab-manager';
import type { DeviceInfoDto } from '@remote-lab/protocol';

/** Under which host name devices that listen on this host were announced, and what this client knows the host as. */
export interface Announcement {
  readonly from: string | undefined;
  readonly to: string;
}

/**
 * Devices as the wire gives them. A lab may have been started for a client that reached this server at another
 * address; whoever gets it next must be told an address that works for them. Devices with addresses of their own
 * are left as they are.
 */
export function deviceDtos(devices: readonly Device[], { from, to }: Announcement): DeviceInfoDto[] {
  return devices.map(({ name, raw, ssh }) => ({
    name,
    raw: raw['ansible_host'] === from ? announcedAs(raw, to) : raw,
    ...sshDto(ssh, { from, to }),
  }));
}

function sshDto(ssh: Device['ssh'], { from, to }: Announcement): Pick<DeviceInfoDto, 'ssh' | 'ssh_reason'> {
  if (ssh === undefined) return {};
  if (typeof ssh === 'string') return { ssh: null, ssh_reason: ssh };
  return { ssh: { ...ssh, host: ssh.host === from ? to : ssh.host } };
}

function announcedAs(raw: Device['raw'], host: string): Device['raw'] {
  const { mgmt } = raw;
  const moved =
    typeof mgmt === 'object' && mgmt !== null && 'ipv4' in mgmt && mgmt.ipv4 === raw['ansible_host'];
  return { ...raw, ansible_host: host, ...(moved ? { mgmt: { ...mgmt, ipv4: host } } : {}) };
}
