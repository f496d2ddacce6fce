import type { LabEvent, LabManager } from '@remote-lab/lab-manager';
import type { QueueEvent, SessionQueue } from '@remote-lab/session-queue';
import { labSentence } from './lab-sentence';
import type { Logger } from './logging/logger';

/** Writes every event of queue and lab to the log, and those of the lab to the history as well. */
export function logEvents(queue: SessionQueue, labs: LabManager, logger: Logger): Disposable {
  const subscriptions = [
    queue.onEvent((event) => logQueueEvent(event, logger)),
    labs.onEvent((event) => {
      const session = event.session === undefined ? undefined : publicName(queue, event.session);
      logLabEvent(event, session, logger);
      if (event.type === 'lab.output') return;
      queue
        .record({
          kind: event.type,
          lab: String(event.generation),
          detail: labSentence(event),
          ...(session === undefined ? {} : { session }),
        })
        .catch((error: unknown) => logger.warning(`The history could not be written: ${String(error)}`));
    }),
  ];
  return {
    [Symbol.dispose]() {
      for (const subscription of subscriptions) subscription[Symbol.dispose]();
    },
  };
}

function logQueueEvent(event: QueueEvent, logger: Logger): void {
  switch (event.type) {
    case 'session.queued': {
      const { name: session, position, request } = event.session;
      logger.info('session.queued', {
        session,
        position,
        ...(request.owner === undefined ? {} : { owner: request.owner }),
      });
      return;
    }
    case 'session.active':
      logger.info('session.active', { session: event.session.name });
      return;
    case 'session.ended':
      logger.info(`session.ended: ${event.session.explanation}`, { session: event.session.name });
      return;
    case 'session.moved':
      logger.debug('session.moved', { sessions: event.count });
      return;
  }
}

function logLabEvent(event: LabEvent, session: string | undefined, logger: Logger): void {
  const fields = { lab: event.generation, ...(session === undefined ? {} : { session }) };
  const line = `${event.type}: ${labSentence(event)}`;
  switch (event.type) {
    case 'lab.output':
      return logger.debug(line, fields);
    case 'lab.failed':
    case 'lab.quarantined':
      return logger.error(line, fields);
    case 'lab.starting':
    case 'lab.up':
    case 'lab.adopted':
    case 'lab.idle':
    case 'lab.stopping':
    case 'lab.down':
      return logger.info(line, fields);
  }
}

function publicName(queue: SessionQueue, id: string): string | undefined {
  return queue.find(id)?.name ?? queue.loss(id)?.name;
}
