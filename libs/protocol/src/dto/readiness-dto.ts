import { defineDto } from './define-dto';

/** Answer of `GET /readyz`: 200 when ready, else 503. */
export interface ReadinessDto {
  ready: boolean;
  /** A sentence for each thing that is missing; empty when ready. */
  reasons: string[];
}

/** {@link ReadinessDto} with its schema and check. */
export const readinessDto = defineDto<ReadinessDto>('ReadinessDto', {
  type: 'object',
  properties: {
    ready: { type: 'boolean' },
    reasons: { type: 'array', items: { type: 'string' } },
  },
  required: ['ready', 'reasons'],
});
