import type { NetlabRunner } from './netlab-runner';

/** Whether there is a Docker engine that this user may talk to; without one, netlab can build no lab of containers. */
export function dockerAnswers(runner: Pick<NetlabRunner, 'isAvailable'>): Promise<boolean> {
  return runner.isAvailable('docker', ['version']);
}
