import { defineDto } from './define-dto';
import { type LabStateDto, LAB_STATES } from './lab-status-dto';

/** `waiting` or `active`; readers treat any other word as "keep waiting". */
export type SessionStatusDto = 'waiting' | 'active';

/** Who has the lab host, as it is shown to those who wait behind. */
export interface SessionHolderDto {
  /** The session's public name. */
  name: string;
  owner?: string;
  purpose?: string;
  /** Where the holder can be found, usually the CI job's page. As the holder gave it: show it, do not fetch it. */
  url?: string;
  /** For how many seconds it has had the lab host. */
  active_for: number;
}

/** The lab as the session that may use it sees it without asking for its devices. */
export interface LabSummaryDto {
  state: LabStateDto;
  topology?: string;
  generation?: number;
  identity?: string;
}

/** Answer of `GET /session/{session_id}`, and what the event stream tells as `snapshot`, `session.moved` and `session.active`. */
export interface SessionStatusResponseDto {
  status: SessionStatusDto;
  /** Sessions ahead; 0 is the active one. */
  position: number;
  name?: string;
  /** While waiting: who has the lab host. */
  holder?: SessionHolderDto;
  /** While waiting: seconds until the session's turn, judged by how long others had the lab host; absent while nobody knows. */
  estimated_wait?: number;
  /** While active: the lab. */
  lab?: LabSummaryDto;
  /** While active: what happened to the session's lab behind its back. */
  notice?: string;
}

/** {@link SessionStatusResponseDto} with its schema and check. */
export const sessionStatusResponseDto = defineDto<SessionStatusResponseDto>('SessionStatusResponseDto', {
  type: 'object',
  properties: {
    status: { type: 'string', enum: ['waiting', 'active'] },
    position: { type: 'integer', minimum: 0 },
    name: { type: 'string' },
    holder: {
      type: 'object',
      properties: {
        name: { type: 'string' },
        owner: { type: 'string' },
        purpose: { type: 'string' },
        url: { type: 'string' },
        active_for: { type: 'number', minimum: 0 },
      },
      required: ['name', 'active_for'],
    },
    estimated_wait: { type: 'number', minimum: 0 },
    lab: {
      type: 'object',
      properties: {
        state: { type: 'string', enum: LAB_STATES },
        topology: { type: 'string' },
        generation: { type: 'integer' },
        identity: { type: 'string' },
      },
      required: ['state'],
    },
    notice: { type: 'string' },
  },
  required: ['status', 'position'],
});
