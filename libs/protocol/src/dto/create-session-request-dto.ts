import { defineDto } from './define-dto';

/** Optional body of `POST /session`: who asks and why, shown to those who wait behind. */
export interface CreateSessionRequestDto {
  owner?: string;
  purpose?: string;
  /** Where the holder can be found, usually the CI job's page. */
  url?: string;
  labels?: Record<string, string>;
  /** Seconds after which the session leaves the queue when it is still waiting; at most a year. */
  wait_timeout?: number;
}

/** {@link CreateSessionRequestDto} with its schema and check. */
export const createSessionRequestDto = defineDto<CreateSessionRequestDto>('CreateSessionRequestDto', {
  type: 'object',
  properties: {
    owner: { type: 'string', maxLength: 200 },
    purpose: { type: 'string', maxLength: 500 },
    url: { type: 'string', maxLength: 2000 },
    labels: {
      type: 'object',
      maxProperties: 32,
      additionalProperties: { type: 'string', maxLength: 200 },
    },
    wait_timeout: { type: 'number', exclusiveMinimum: 0, maximum: 31_536_000 },
  },
  required: [],
});
