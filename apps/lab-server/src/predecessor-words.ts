import type { HostLock } from '@remote-lab/lab-manager';

type Predecessor = Pick<HostLock, 'predecessor'>;

/** What to log about the dead server from which the instance guard was taken over; nothing when there was none. */
export function deadServerWords({ predecessor }: Predecessor): string | undefined {
  if (predecessor === undefined) return undefined;
  const since =
    typeof predecessor['started_at'] === 'string' ? `, started ${predecessor['started_at']},` : '';
  return `the state dir of the server with pid ${predecessor.pid}${since} that ended without a shutdown`;
}

/** What to log about the lab that the dead server had; nothing when it had none. */
export function deadLabWords({ predecessor }: Predecessor): string | undefined {
  const lab = predecessor?.data['lab'];
  if (typeof lab !== 'object' || lab === null || !('generation' in lab) || !('topology' in lab))
    return undefined;
  return `lab ${String(lab.generation)} (${String(lab.topology)}) of the server that ended without a shutdown`;
}
