import type { Request, Response } from 'express';
import type { Broker } from '../../broker';
import type { EventSink } from '../../events/event-sink';
import type { Job } from '../../jobs/job';
import { ClientGone, isGone } from '../client-gone';
import { EventStream } from '../event-stream';
import { lastEventId } from '../last-event-id';
import { patience, readWait } from '../patience';
import type { Handler } from './handler';

/** `GET /jobs/{job_id}`: how a job stands, with `wait` as soon as it has finished. */
export const jobStatus: Handler = async (request, response, context) => {
  const wait = readWait(request) ?? 0;
  const { broker, jobs } = await context.lifecycle.services();
  const job = jobs.find(pathJob(request));
  using limit = patience(request, response, context, wait, stayFor(job, broker));
  if (wait > 0) await Promise.race([job.finished, aborted(limit.signal)]);
  if (isGone(request, response)) throw new ClientGone();
  if (job.state === 'succeeded') takeWhenSent(job, response);
  response.json(job.describe());
};

/** `GET /jobs/{job_id}/events`: what happens to a job, as it happens. */
export const jobEvents: Handler = async (request, response, context) => {
  const { broker, jobs } = await context.lifecycle.services();
  context.lifecycle.refuseNewWork();
  const job = jobs.find(pathJob(request));
  if (isGone(request, response)) throw new ClientGone();
  const stay = stayFor(job, broker);
  const stream = new EventStream(request, response, context);
  const sink: EventSink = {
    send(message) {
      if (message.event === 'job.finished') takeWhenSent(job, response);
      stream.send(message);
    },
    end: () => stream.end(),
  };
  const listening = job.open(lastEventId(request), sink);
  stream.onEnd(() => {
    listening[Symbol.dispose]();
    stay[Symbol.dispose]();
  });
};

/** `DELETE /jobs/{job_id}`: cancels a job, or gives back what nobody has taken. */
export const cancelJob: Handler = async (request, response, { lifecycle }) => {
  const { jobs } = await lifecycle.services();
  await jobs.find(pathJob(request)).cancel();
  response.status(204).end();
};

function pathJob({ params }: Request): string {
  return String(params['job_id']);
}

/** To look at a job is a sign of life of its session. */
function stayFor({ session }: Job, broker: Broker): Disposable {
  return session === undefined ? { [Symbol.dispose]: () => undefined } : broker.stay(session);
}

function takeWhenSent(job: Job, response: Response): void {
  response.once('finish', () => job.take());
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
