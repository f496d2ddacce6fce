import type { SessionQueue } from '@remote-lab/session-queue';

/**
 * Resolves when it is worth looking at the session again: at the next change of its status or position, at its end, when the
 * signal aborts, and when the queue closes.
 */
export async function nextChange(
  queue: Pick<SessionQueue, 'changed'>,
  sessionId: string,
  signal: AbortSignal,
): Promise<void> {
  try {
    await queue.changed(sessionId, signal);
  } catch (error) {
    if (!signal.aborted && !isClosed(error)) throw error;
  }
}

function isClosed(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'queue_closed';
}
