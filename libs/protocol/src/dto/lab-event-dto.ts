import { defineDto } from './define-dto';

/** Data of the events `lab.*`; which of the optional parts are there depends on the event. */
export interface LabEventDto {
  generation: number;
  /** The topology file's name as uploaded. */
  topology: string;
  identity?: string;
  /** `lab.output`: a line that the backend printed. */
  line?: string;
  /** `lab.up`, `lab.adopted`: how many devices there are. */
  devices?: number;
  /** `lab.stopping`, `lab.down`, `lab.failed`, `lab.quarantined`: why. */
  reason?: string;
  /** `lab.failed`: the last lines of the backend's output. */
  output?: string[];
}

/** {@link LabEventDto} with its schema and check. */
export const labEventDto = defineDto<LabEventDto>('LabEventDto', {
  type: 'object',
  properties: {
    generation: { type: 'integer' },
    topology: { type: 'string' },
    identity: { type: 'string' },
    line: { type: 'string' },
    devices: { type: 'integer', minimum: 0 },
    reason: { type: 'string' },
    output: { type: 'array', items: { type: 'string' } },
  },
  required: ['generation', 'topology'],
});
