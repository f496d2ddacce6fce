import type { SessionStatus, SessionTimeouts } from './session';

/** How long a session of this status may be silent, in milliseconds. */
export function silenceAllowed(status: SessionStatus, timeouts: SessionTimeouts): number {
  return status === 'active' ? timeouts.activeMs : timeouts.waitingMs;
}

/** Whether something that began at `since` has lasted longer than `allowedMs`; exactly as long is not longer. */
export function hasRunOut(now: number, since: number, allowedMs: number): boolean {
  return now - since > allowedMs;
}

/** The first whole millisecond at which {@link hasRunOut} says so. */
export function runsOutAt(since: number, allowedMs: number): number {
  return since + allowedMs + 1;
}
