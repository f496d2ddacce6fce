import { WaitTimeoutError } from './errors';
import type { QueueReport } from './queue-report';

/** The error for a wait that was too long; `what` says how long, as the beginning of a sentence. */
export function waitTimeout(what: string, { position, holder, heldFor }: QueueReport): WaitTimeoutError {
  const who = [holder?.owner, holder?.purpose].filter((part) => part !== undefined).join(', ');
  const held =
    holder === undefined
      ? ''
      : `; ${holder.name}${who === '' ? '' : ` (${who})`} has had the lab host for ${duration(heldFor)}`;
  const whom = holder === undefined ? 'see who holds the lab' : `ask ${holder.owner ?? holder.name} for it`;
  return new WaitTimeoutError(
    'wait_timeout',
    `${what}, with ${position ?? 'some'} ahead in the queue${held}. Wait longer with waitTimeout ` +
      `(REMOTE_LAB_SESSION_TIMEOUT), or ${whom}${holder?.url === undefined ? '.' : `: ${holder.url}`}`,
    { holder: holder?.name },
  );
}

/** Whether it is what the server says of a session that waited as long as it had asked for. */
export function isWaitTimeout(explanation: string | undefined): boolean {
  return explanation !== undefined && /^gave up after .* of waiting\b/.test(explanation);
}

function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
