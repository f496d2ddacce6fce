import type { Device } from '@remote-lab/lab-manager';
import type { Mapping } from './mapping';
import { probePort } from './probe-port';
import { sshLogin, sshPlace } from './ssh-access';

/** A container on the same host answers or refuses at once; silence means a filter. */
const PROBE_MS = 500;

/** Tells whether an SSH server listens at a place. */
export type SshProbe = (host: string, port: number) => Promise<boolean>;

/** The devices of a lab out of netlab's mappings by node, in their order. */
export function labDevices(
  nodes: Readonly<Record<string, Mapping>>,
  probe: SshProbe = (host, port) => probePort(host, port, PROBE_MS),
): Promise<readonly Device[]> {
  return Promise.all(
    Object.entries(nodes).map(async ([name, raw]) => ({ name, raw, ssh: await sshOf(raw, probe) })),
  );
}

async function sshOf(raw: Mapping, probe: SshProbe): Promise<Device['ssh']> {
  const place = sshPlace(raw);
  if (typeof place === 'string') return place;
  if (place.isCertain || (await probe(place.host, place.port))) return sshLogin(raw, place);
  return (
    `This node has no SSH: nothing listens on port ${place.port} of ${place.host}, and netlab itself reaches ` +
    'it through its container. Use an image with an SSH server to log in.'
  );
}
