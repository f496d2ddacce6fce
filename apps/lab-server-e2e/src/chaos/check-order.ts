import type { LogEntry } from '../support/server-process';

/** Reads the server's own log and lists every break of the queue's rules: FIFO, and never two active sessions. */
export function orderViolations(log: readonly LogEntry[]): readonly string[] {
  const violations: string[] = [];
  let waiting: string[] = [];
  let active: string | undefined;
  for (const { message, session } of log) {
    if (session === undefined) continue;
    if (message === 'session.queued') waiting.push(session);
    if (message === 'session.active') {
      if (active !== undefined) violations.push(`${session} became active while ${active} was`);
      if (waiting[0] !== session) violations.push(`${session} overtook ${waiting[0] ?? 'nobody'}`);
      waiting = waiting.filter((each) => each !== session);
      active = session;
    }
    if (message.startsWith('session.ended')) {
      waiting = waiting.filter((each) => each !== session);
      if (active === session) active = undefined;
    }
  }
  return violations;
}
