import type { LabSnapshot } from '@remote-lab/lab-manager';

/** Whether there is a lab with devices, held or idle. */
export function labIsUp({ state }: Pick<LabSnapshot, 'state'>): boolean {
  return state === 'in_use' || state === 'idle';
}
