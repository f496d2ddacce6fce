import { defineDto } from './define-dto';

/** Answer of `GET /debug/health`. */
export interface DebugHealthDto {
  status: 'ok';
  /** Wall clock, seconds since 1970. */
  timestamp: number;
  /** Seconds since the server started. */
  uptime: number;
  sessions: number;
  queue_length: number;
}

/** {@link DebugHealthDto} with its schema and check. */
export const debugHealthDto = defineDto<DebugHealthDto>('DebugHealthDto', {
  type: 'object',
  properties: {
    status: { type: 'string', const: 'ok' },
    timestamp: { type: 'number' },
    uptime: { type: 'number', minimum: 0 },
    sessions: { type: 'integer', minimum: 0 },
    queue_length: { type: 'integer', minimum: 0 },
  },
  required: ['status', 'timestamp', 'uptime', 'sessions', 'queue_length'],
});
