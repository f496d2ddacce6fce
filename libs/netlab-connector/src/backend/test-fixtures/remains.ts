import type { LabContainer } from '../container-engine';
import type { LabRemains } from '../lab-remains';

/** Nothing is left. */
export const NOTHING: LabRemains = {
  folder: false,
  copy: false,
  snapshot: false,
  lock: false,
  entry: false,
  status: undefined,
  containers: [],
  bridges: [],
  unknown: [],
  unseen: undefined,
};

/** A running container of lab7, described in `folder`. */
export function containerIn(folder: string, more: Partial<LabContainer> = {}): LabContainer {
  const topologyFile = `${folder}/clab.yml`;
  return {
    id: 'i1',
    name: 'clab-lab7-r1',
    lab: 'lab7',
    topologyFile,
    isRunning: true,
    networks: [],
    ...more,
  };
}
