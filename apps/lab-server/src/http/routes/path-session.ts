import type { Request } from 'express';

/** The session that the path names. */
export function pathSession({ params }: Request): string {
  return String(params['session_id']);
}
