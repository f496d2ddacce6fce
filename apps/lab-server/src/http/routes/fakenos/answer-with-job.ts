import type { Request, Response } from 'express';
import { routePath } from '@remote-lab/protocol';
import type { Jobs } from '../../../jobs/jobs';
import type { JobTell, JobWork } from '../../../jobs/job-work';
import { clientGone } from '../../client-gone';
import { onAbort } from '../../on-abort';

/** Begins the work and answers with its job; false, and nothing is begun, when so many run that the request had better wait. */
export function answerWithJob(request: Request, response: Response, jobs: Jobs, work: JobWork): boolean {
  const job = jobs.start(work);
  if (job === undefined) return false;
  // Nobody else knows of it.
  onAbort(clientGone(request, response), () => job.cancel());
  response
    .status(202)
    .location(routePath('jobStatus', { job_id: job.id }))
    .json(job.describe());
  return true;
}

/** Told when the request itself waits for the work. */
export const NOBODY: JobTell = { progress: () => undefined, event: () => undefined };
