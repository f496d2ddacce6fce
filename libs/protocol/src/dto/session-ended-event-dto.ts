import { defineDto } from './define-dto';

/** Data of the event `session.ended`, the last one of a session's stream. */
export interface SessionEndedEventDto {
  /** `released`, `crashed`, `expired`, `destroyed` or `wait_timeout`; a reader must expect new ones. */
  reason: string;
  /** The reason in words with its numbers, as a clause that fits behind the session's name. */
  explanation: string;
  name: string;
}

/** {@link SessionEndedEventDto} with its schema and check. */
export const sessionEndedEventDto = defineDto<SessionEndedEventDto>('SessionEndedEventDto', {
  type: 'object',
  properties: {
    reason: { type: 'string' },
    explanation: { type: 'string' },
    name: { type: 'string' },
  },
  required: ['reason', 'explanation', 'name'],
});
