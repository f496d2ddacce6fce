import type { SshLogin } from '@remote-lab/lab-manager';
import { netmikoPlatform } from '@remote-lab/protocol';
import { isMapping, type Mapping, textAt } from './mapping';

const SSH_PORT = 22;
/** Connections of Ansible that are no SSH: netlab reaches such a node through its container engine. */
const CONTAINER_CONNECTIONS = ['docker', 'community.docker.docker'];

/** Where a node's SSH server would be. */
export interface SshPlace {
  readonly host: string;
  readonly port: number;
  /** False when netlab itself does not use SSH for this node, so that only asking tells whether it has any. */
  readonly isCertain: boolean;
}

/**
 * Where to log in to a node, or a sentence that says why there is no such place. For container-native nodes netlab gives the
 * container's name, which means nothing elsewhere; their address is in `mgmt`.
 */
export function sshPlace(raw: Mapping): SshPlace | string {
  const native = CONTAINER_CONNECTIONS.includes(textAt(raw, 'ansible_connection') ?? '');
  const host = native ? managementAddress(raw) : (textAt(raw, 'ansible_host') ?? managementAddress(raw));
  if (host === undefined) return 'This node has no SSH: netlab gave it no management address.';
  return { host, port: portIn(raw), isCertain: !native };
}

/** The login at a place. The user is root where netlab names none, as with the containers that it reaches as root. */
export function sshLogin(raw: Mapping, { host, port }: SshPlace): SshLogin {
  const password = wordAt(raw, 'ansible_ssh_pass') ?? wordAt(raw, 'ansible_password');
  return {
    host,
    port,
    user: wordAt(raw, 'ansible_user') ?? 'root',
    ...(password === undefined ? {} : { password }),
    platform: netmikoPlatform(textAt(raw, 'device'), textAt(raw, 'ansible_network_os')),
  };
}

/** YAML makes a number of a password of digits. */
function wordAt(raw: Mapping, key: string): string | undefined {
  const value = raw[key];
  return typeof value === 'number' ? String(value) : textAt(raw, key);
}

/** What a topology says need not be a port. */
function portIn(raw: Mapping): number {
  const port = Number(wordAt(raw, 'ansible_port'));
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : SSH_PORT;
}

function managementAddress(raw: Mapping): string | undefined {
  const mgmt = raw['mgmt'];
  return isMapping(mgmt) ? (textAt(mgmt, 'ipv4') ?? textAt(mgmt, 'ipv6')) : undefined;
}
