import { ROUTES } from '@remote-lab/protocol';

const SESSION_ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const AFTER_SESSION = /(\/session\/)[^/]+/gi;
const LONGEST = 200;

/**
 * A request's path as it may stand in a log or an answer: a session id, which is a capability, is left out, wherever
 * a proxy or a typing error has put it.
 */
export function publicPath(path: string): string {
  if (path === ROUTES.heartbeat.path) return path;
  return path.replace(AFTER_SESSION, '$1…').replace(SESSION_ID, '…').slice(0, LONGEST);
}
