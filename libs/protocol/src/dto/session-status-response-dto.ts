import { defineDto } from './define-dto';

/** `waiting` or `active`; readers treat any other word as "keep waiting". */
export type SessionStatusDto = 'waiting' | 'active';

/** Answer of `GET /session/{session_id}`. */
export interface SessionStatusResponseDto {
  status: SessionStatusDto;
  /** Sessions ahead; 0 is the active one. */
  position: number;
  name?: string;
}

/** {@link SessionStatusResponseDto} with its schema and check. */
export const sessionStatusResponseDto = defineDto<SessionStatusResponseDto>('SessionStatusResponseDto', {
  type: 'object',
  properties: {
    status: { type: 'string', enum: ['waiting', 'active'] },
    position: { type: 'integer', minimum: 0 },
    name: { type: 'string' },
  },
  required: ['status', 'position'],
});
