import { defineDto } from './define-dto';
import type { SessionStatusResponseDto } from './session-status-response-dto';

/** Answer of `GET /active-session`. */
export interface ActiveSessionResponseDto extends Pick<
  SessionStatusResponseDto,
  'status' | 'position' | 'name'
> {
  /** Given in trusted mode only, as the original does. */
  session_id: string;
}

/** {@link ActiveSessionResponseDto} with its schema and check. */
export const activeSessionResponseDto = defineDto<ActiveSessionResponseDto>('ActiveSessionResponseDto', {
  type: 'object',
  properties: {
    session_id: { type: 'string' },
    status: { type: 'string', enum: ['waiting', 'active'] },
    position: { type: 'integer', minimum: 0 },
    name: { type: 'string' },
  },
  required: ['session_id', 'status', 'position'],
});
