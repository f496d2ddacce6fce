import type { Request } from 'express';

/** The last event that the client has seen, from the header or, for those who cannot set one, the query. */
export function lastEventId(request: Request): string | undefined {
  const { last_event_id: given } = request.query;
  return request.get('Last-Event-ID') ?? (typeof given === 'string' ? given : undefined);
}
