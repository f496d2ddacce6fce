import type { AcquiredLab, LabEvent } from '@remote-lab/lab-manager';
import type { AcquireResponseDto } from '@remote-lab/protocol';
import type { Broker } from '../../broker';
import type { AcquireRequest } from '../../broker-parts';
import { labEventDto } from '../../events/lab-event-dto';
import type { JobTell, JobWork } from '../../jobs/job-work';
import { labSentence } from '../../lab-sentence';
import { writeReference } from '../reference-name';
import { deviceDtos } from './device-dtos';

/** The work of `POST /lab`, whether its request waits for it or not. Its session cannot expire while it runs. */
export function acquireWork(broker: Broker, order: Omit<AcquireRequest, 'signal'>): JobWork {
  return {
    kind: 'lab.acquire',
    session: order.sessionId,
    async run(signal, tell) {
      using visit = broker.visit(order.sessionId);
      const listening = broker.onLabEvent((event) => pass(event, visit.session.id, tell));
      try {
        const lab = await broker.acquire({ ...order, signal });
        const announcement = { from: broker.announcedHost(), to: order.advertiseHost };
        const result: AcquireResponseDto = {
          reused: lab.reused,
          devices: deviceDtos(lab.devices, announcement),
          identity: lab.identity,
          generation: lab.generation,
          reference: writeReference(lab.reference),
        };
        return { result, undo: abandoning(broker, lab) };
      } finally {
        listening[Symbol.dispose]();
      }
    },
  };
}

// Made here because it outlives the work, and a function holds all that is around it: the upload, there.
function abandoning(broker: Broker, lab: AcquiredLab): () => Promise<void> {
  return () => broker.abandon(lab);
}

function pass(event: LabEvent, session: string, tell: JobTell): void {
  const data = labEventDto(event, session);
  if (data === undefined) return;
  if (event.type === 'lab.output') tell.event(event.type, data);
  // Why somebody else's lab failed is theirs to know.
  else if (event.type !== 'lab.failed' || data.reason !== undefined) tell.progress(labSentence(event));
}
