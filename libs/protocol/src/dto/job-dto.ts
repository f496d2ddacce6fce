import { defineDto } from './define-dto';
import { type ErrorDto, errorSchema } from './error-dto';

/** The states of a job: it runs until it has succeeded, failed, or was cancelled. */
export const JOB_STATES = ['running', 'succeeded', 'failed', 'cancelled'] as const;

/** One of {@link JOB_STATES}; readers treat any other word as "still running". */
export type JobStateDto = (typeof JOB_STATES)[number];

/** Work that goes on after its request was answered with 202. */
export interface JobDto {
  /** A capability: whoever has it can see the result and cancel the job. */
  id: string;
  /** What is being done: `lab.acquire`, `fakenos.start`, `fakenos.restart`; a reader must expect new ones. */
  kind: string;
  status: JobStateDto;
  /** ISO 8601. */
  created_at: string;
  finished_at?: string;
  /** What is being done at the moment, in words. */
  progress?: string;
  /** `succeeded`: what the request would have been answered with. */
  result?: unknown;
  /** `failed`: the body the request would have been refused with, and its status. */
  error?: ErrorDto;
  error_status?: number;
}

/** {@link JobDto} with its schema and check. */
export const jobDto = defineDto<JobDto>('JobDto', {
  type: 'object',
  properties: {
    id: { type: 'string', minLength: 1 },
    kind: { type: 'string' },
    status: { type: 'string', enum: JOB_STATES },
    created_at: { type: 'string' },
    finished_at: { type: 'string' },
    progress: { type: 'string' },
    result: {},
    error: errorSchema,
    error_status: { type: 'integer' },
  },
  required: ['id', 'kind', 'status', 'created_at'],
});
