import { type NetworkDetailsDto, type NetworkHostDto, networksDto } from '@remote-lab/protocol';
import type { SshTarget } from './ssh-exec';
import type { Answer } from './wire';

/** A host of an inventory that takes any free port. */
export const FAKE_HOST = {
  platform: 'cisco_ios',
  port: 'auto',
  username: 'ann',
  password: 'secret',
} as const;

/** One request with a JSON body, or none. */
export async function askJson(
  url: string,
  method: string,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<Answer> {
  const response = await fetch(url + path, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
}

/** Starts a network; rejects unless every host listens. */
export async function startNetwork(
  url: string,
  network: string,
  inventory?: unknown,
): Promise<NetworkDetailsDto> {
  const answer = await askJson(url, 'POST', '/fakenos/networks', {
    network,
    ...(inventory === undefined ? {} : { inventory }),
  });
  return networkIn(answer, network);
}

/** A network in an answer that tells of it. */
export function networkIn({ status, body }: Answer, network: string): NetworkDetailsDto {
  const details = networksDto.is(body) ? body[network] : undefined;
  if (details === undefined) throw new Error(`Answered ${status} ${JSON.stringify(body)}`);
  return details;
}

/** A network as it is. */
export async function inspectNetwork(url: string, network: string): Promise<NetworkDetailsDto> {
  return networkIn(await askJson(url, 'GET', `/fakenos/networks/${network}`), network);
}

/** How to log in to a host of a network. */
export function loginOf({ hosts }: NetworkDetailsDto, name: string): SshTarget {
  const host: NetworkHostDto | undefined = hosts.find((each) => each.name === name);
  if (host === undefined) throw new Error(`There is no host ${name}.`);
  return { host: '127.0.0.1', port: host.port, user: host.username, password: host.password };
}
