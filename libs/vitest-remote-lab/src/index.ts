import './provided-context.js';

export {
  type HeldLab,
  type LabOptions,
  type RemoteLabConfig,
  type RemoteLabConfigExport,
  type TestLab,
} from '@remote-lab/test-run';
export { getLab, lab, remoteLab } from './labs.js';
