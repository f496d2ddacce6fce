import { defineDto } from './define-dto';

/** Answer of `POST /session`. */
export interface CreateSessionResponseDto {
  /** A capability: whoever has it holds the session. */
  session_id: string;
  /** Sessions ahead at that moment; 0 is already active. */
  position: number;
  /** The session's public name, as logs and dashboards show it. */
  name?: string;
  /** Seconds without a sign of life after which the session ends while it waits. */
  waiting_timeout?: number;
  /** The same once it is active. */
  active_timeout?: number;
}

/** {@link CreateSessionResponseDto} with its schema and check. */
export const createSessionResponseDto = defineDto<CreateSessionResponseDto>('CreateSessionResponseDto', {
  type: 'object',
  properties: {
    session_id: { type: 'string', minLength: 1 },
    position: { type: 'integer', minimum: 0 },
    name: { type: 'string' },
    waiting_timeout: { type: 'number' },
    active_timeout: { type: 'number' },
  },
  required: ['session_id', 'position'],
});
