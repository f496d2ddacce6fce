import { defineDto } from './define-dto';

/** Data of the event `job.progress`. */
export interface JobProgressEventDto {
  /** What is being done now, in words. */
  message: string;
}

/** {@link JobProgressEventDto} with its schema and check. */
export const jobProgressEventDto = defineDto<JobProgressEventDto>('JobProgressEventDto', {
  type: 'object',
  properties: { message: { type: 'string' } },
  required: ['message'],
});
