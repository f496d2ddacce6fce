import { defineDto } from './define-dto';

/** Answer of `GET /readyz`: 200 when ready, else 503. */
export interface ReadinessDto {
  ready: boolean;
  /** A sentence for each thing that is missing; empty when ready. */
  reasons: string[];
  /** What an operator should look at although the server is ready: a fake network that did not start or has ended. */
  notes?: string[];
}

/** {@link ReadinessDto} with its schema and check. */
export const readinessDto = defineDto<ReadinessDto>('ReadinessDto', {
  type: 'object',
  properties: {
    ready: { type: 'boolean' },
    reasons: { type: 'array', items: { type: 'string' } },
    notes: { type: 'array', items: { type: 'string' } },
  },
  required: ['ready', 'reasons'],
});
