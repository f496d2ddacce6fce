export {
  type HeldLab,
  type LabOptions,
  type RemoteLabConfig,
  type RemoteLabConfigExport,
  type TestLab,
} from '@remote-lab/test-run';
export { groupByLab } from './group-by-lab';
export { getLab, lab, remoteLab } from './labs';
