import { defineDto } from './define-dto';

/** Data of the event `job.progress`. */
export interface JobProgressEventDto {
  /** What is being done now, in words. */
  message: string;
  /** Where the work can be counted: so many are done. */
  up?: number;
  /** Of so many. */
  of?: number;
}

/** {@link JobProgressEventDto} with its schema and check. */
export const jobProgressEventDto = defineDto<JobProgressEventDto>('JobProgressEventDto', {
  type: 'object',
  properties: {
    message: { type: 'string' },
    up: { type: 'integer', minimum: 0 },
    of: { type: 'integer', minimum: 0 },
  },
  required: ['message'],
});
