import type { LabHolder } from './errors';
import { errorCode } from './error-code';
import { LabError } from './errors';
import type { StartFailure } from './lab-state';

/** `shutting_down`. */
export function shuttingDown(): LabError {
  return new LabError('shutting_down', 'The server is going down; ask again after its restart.');
}

/** `start_cancelled`, because the lab went down before its acquire was answered. */
export function startCancelled(): LabError {
  const words = 'The lab was taken down before it could be handed over; acquire it again.';
  return new LabError('start_cancelled', words);
}

/** `no_lab`. */
export function noLab(): LabError {
  return new LabError('no_lab', 'Start one with an acquire.');
}

/** `slot_quarantined`. */
export function slotQuarantined(reason: string): LabError {
  const words = `What is left of an earlier lab could not be removed: ${reason}. An operator must clear it.`;
  return new LabError('slot_quarantined', words);
}

/** `lab_busy`. */
export function labBusy(holder: LabHolder): LabError {
  const words =
    holder === 'own_session'
      ? 'Another acquire of this session holds it; release that one, or wait until it is released.'
      : 'Another session holds it; wait until it is released.';
  return new LabError('lab_busy', words, { holder });
}

/** `self_deadlock`. */
export function selfDeadlock(): LabError {
  const words =
    'This session waits for itself: its own references kept the lab busy all the time. ' +
    'Release them (once for each acquire) or destroy the lab.';
  return new LabError('self_deadlock', words, { holder: 'own_session' });
}

/** What backends refuse a bundle with, in `check` or later. */
const REFUSALS = ['invalid_topology', 'unsupported_device', 'foreign_lab'];

/** Whether a start failed for the bundle's sake or the host's, in words that the backend chose for whoever asked. */
export function isRefusal(cause: unknown): cause is Error {
  const code = errorCode(cause);
  return cause instanceof Error && typeof code === 'string' && REFUSALS.includes(code);
}

/** `lab_start_failed`. */
export function labStartFailed({ message, output }: StartFailure, cause: unknown): LabError {
  return new LabError('lab_start_failed', `The lab could not be started: ${message}`, { output, cause });
}
