/** One vocabulary for the log line, the audit row, the event stream and the metric label. */
export const EVENT_NAMES = [
  'session.queued',
  'session.active',
  'session.ended',
  'session.moved',
  'lab.starting',
  'lab.output',
  'lab.up',
  'lab.adopted',
  'lab.idle',
  'lab.stopping',
  'lab.down',
  'lab.failed',
  'lab.quarantined',
  'fakenos.started',
  'fakenos.restarted',
  'fakenos.stopped',
  'fakenos.died',
  'fakenos.failed',
  'job.progress',
  'job.finished',
] as const;

/** One of {@link EVENT_NAMES}. */
export type EventName = (typeof EVENT_NAMES)[number];

/** The first event of every stream: how things stand. What happens afterwards has one of {@link EVENT_NAMES}. */
export const SNAPSHOT_EVENT = 'snapshot';
