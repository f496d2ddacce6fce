import type { LabEvent } from '@remote-lab/lab-manager';
import type { LabEventDto } from '@remote-lab/protocol';

/**
 * What a session may hear of a lab. Of a lab that is not its own it hears what happens to it, for that keeps its own
 * waiting, but nothing that was printed; undefined when nothing is left to tell.
 */
export function labEventDto(event: LabEvent, session: string): LabEventDto | undefined {
  const { generation, topology, identity } = event;
  const lab = { generation, topology, identity };
  const own = event.users.includes(session);
  switch (event.type) {
    case 'lab.starting':
    case 'lab.idle':
      return lab;
    case 'lab.output':
      return own ? { ...lab, line: event.line } : undefined;
    case 'lab.up':
    case 'lab.adopted':
      return { ...lab, devices: event.devices };
    case 'lab.stopping':
    case 'lab.down':
    case 'lab.quarantined':
      return { ...lab, reason: event.reason };
    case 'lab.failed':
      return own ? { ...lab, reason: event.failure.message, output: [...event.failure.output] } : lab;
  }
}
