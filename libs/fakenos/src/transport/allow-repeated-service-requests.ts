import type { Connection } from 'ssh2';
import { privateMember } from './private-member';

const SERVICE = 'ssh-userauth';

/**
 * Lets a client ask for the authentication service before each of its attempts, as paramiko does; ssh2 hangs up on the second
 * request. RFC 4252 has nothing against it. ssh2 keeps its handlers to itself; where that has changed it hangs up as before.
 */
export function allowRepeatedServiceRequests(connection: Connection): void {
  const protocol: unknown = privateMember(connection, '_protocol');
  const handlers = privateMember(protocol, '_handlers');
  const accept = privateMember(protocol, 'serviceAccept');
  const first = privateMember(handlers, 'SERVICE_REQUEST');
  if (!isRecord(handlers) || typeof accept !== 'function' || typeof first !== 'function') return;
  let asked = false;
  let loggedIn = false;
  connection.once('ready', () => (loggedIn = true));
  handlers['SERVICE_REQUEST'] = (own: unknown, service: unknown): void => {
    const isRepeated = asked && service === SERVICE && !loggedIn;
    asked = true;
    if (isRepeated) Reflect.apply(accept, protocol, [SERVICE]);
    else Reflect.apply(first, handlers, [own, service]);
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
