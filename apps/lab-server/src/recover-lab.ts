import type { LabManager, RecoveryReport } from '@remote-lab/lab-manager';
import type { SessionQueue } from '@remote-lab/session-queue';
import { labIsUp } from './lab-is-up';
import type { Logger } from './logging/logger';

/** What {@link recoverLab} works with. */
export interface RecoveryParts {
  readonly labs: LabManager;
  readonly queue: SessionQueue;
  /** What is known of the lab that a dead server had; undefined when it had none, or none died. */
  readonly predecessor: string | undefined;
  readonly logger: Logger;
}

/** Goes on with a dead server's lab or removes it, and tells the log which and why, and who is still in the queue. */
export async function recoverLab({ labs, queue, predecessor, logger }: RecoveryParts): Promise<void> {
  const heir = queue.active();
  try {
    report(await labs.reclaim(heir?.id), predecessor, logger);
  } catch (error) {
    // The slot is quarantined, /readyz says so, and an operator needs a running server to clear it.
    if (!(error instanceof Error && 'code' in error && error.code === 'slot_quarantined')) throw error;
    logger.error(`not reclaimed: ${error.message}`);
  }
  const { waiting } = queue.counts();
  if (heir !== undefined) {
    const words = labIsUp(labs.status())
      ? 'and so is its lab'
      : 'but its lab is gone and must be acquired again';
    logger.warning(`The active session is kept, ${words}.`, { session: heir.name });
  }
  if (waiting > 0) logger.info(`The queue is kept: sessions waiting at their old positions: ${waiting}.`);
}

function report(
  { adopted, notAdopted, reclaimed, foreign, left = [] }: RecoveryReport,
  predecessor: string | undefined,
  logger: Logger,
): void {
  if (predecessor !== undefined && adopted !== undefined) {
    logger.warning(`adopted: ${predecessor}; all of it still runs, and it goes on`);
  } else if (predecessor !== undefined) {
    const because = notAdopted === undefined ? '' : `, because ${notAdopted}`;
    logger.warning(`reclaimed: ${predecessor}; nothing of it is left${because}`);
  }
  for (const sentence of reclaimed) logger.warning(`reclaimed: ${sentence}`);
  for (const sentence of left) logger.error(`could not be removed: ${sentence}`);
  for (const sentence of foreign) logger.error(`in the way, and not ours to touch: ${sentence}`);
}
