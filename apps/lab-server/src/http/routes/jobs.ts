import { Refusal } from '../../refusal';
import type { Handler } from './handler';

/** `GET /jobs/{job_id}`: how a job stands. */
export const jobStatus: Handler = () => refuse();

/** `GET /jobs/{job_id}/events`: what happens to a job, as it happens. */
export const jobEvents: Handler = () => refuse();

/** `DELETE /jobs/{job_id}`: cancels a job. */
export const cancelJob: Handler = () => refuse();

function refuse(): never {
  throw new Refusal('job_not_found', 'There is no such job.');
}
