import { NetlabError } from '../errors';

/** The error for something that every release of netlab known to us writes otherwise. */
export function unreadableTopology(path: string, value: unknown, wanted: string): NetlabError {
  const found = value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 80);
  return new NetlabError(
    'netlab_unusable',
    `netlab's transformed topology has ${found} at ${path} where ${wanted} belongs. Use a release of netlab from 1.9.5 to 26.03, or read topologies without netlab.`,
  );
}
