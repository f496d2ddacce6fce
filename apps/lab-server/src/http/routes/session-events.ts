import { Refusal } from '../../refusal';
import type { Handler } from './handler';

/** `GET /session/{session_id}/events`: what happens to a session, as it happens. */
export const sessionEvents: Handler = () => {
  throw new Refusal('not_found', 'Poll GET /session/{session_id}.');
};
