import type { LabEvent } from '@remote-lab/lab-manager';

/** What happened to a lab, for people. */
export function labSentence(event: LabEvent): string {
  switch (event.type) {
    case 'lab.starting':
      return `building ${event.topology}`;
    case 'lab.output':
      return event.line;
    case 'lab.up':
      return `${event.topology} has ${event.devices} devices`;
    case 'lab.adopted':
      return `${event.topology} goes on with its ${event.devices} devices`;
    case 'lab.idle':
      return `${event.topology} waits for whoever wants the same`;
    case 'lab.stopping':
      return `${event.topology} goes (${event.reason})`;
    case 'lab.down':
      return event.problem === undefined
        ? `${event.topology} is gone`
        : `${event.topology} is gone, but ${event.problem}`;
    case 'lab.failed':
      return event.failure.message;
    case 'lab.quarantined':
      return event.reason;
  }
}
