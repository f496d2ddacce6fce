import { ROUTES } from '@remote-lab/protocol';

const SESSION_PREFIX = `${ROUTES.createSession.path}/`;

/** A request's path as it may stand in a log: a session id, which is a capability, is left out. */
export function publicPath(path: string): string {
  if (!path.startsWith(SESSION_PREFIX) || path === ROUTES.heartbeat.path) return path;
  return `${SESSION_PREFIX}…`;
}
