import { stripVTControlCharacters } from 'node:util';
import type { SessionStatusResponseDto } from '@remote-lab/protocol';

/** Who has the lab host. */
export interface SessionHolder {
  /** The session's public name. */
  readonly name: string;
  readonly owner?: string;
  readonly purpose?: string;
  /** As the holder gave it, usually the page of a CI job: show it, do not fetch it. */
  readonly url?: string;
  /** For how many milliseconds. */
  readonly activeFor: number;
}

/** Where a session stands in the queue. */
export interface QueuePlace {
  /** Sessions ahead; 0 is active. */
  readonly position: number;
  /** Where the server tells. */
  readonly holder?: SessionHolder;
  /** Milliseconds until the session's turn, as far as the server can judge. */
  readonly estimatedWait?: number;
}

/** From the wire's words to ours. */
export function queuePlace({ position, holder, estimated_wait }: SessionStatusResponseDto): QueuePlace {
  return {
    position,
    ...(holder !== undefined && { holder: sessionHolder(holder) }),
    ...(estimated_wait !== undefined && { estimatedWait: estimated_wait * 1000 }),
  };
}

function sessionHolder({
  name,
  owner,
  purpose,
  url,
  active_for,
}: NonNullable<SessionStatusResponseDto['holder']>): SessionHolder {
  return {
    name: shown(name),
    ...(owner !== undefined && { owner: shown(owner) }),
    ...(purpose !== undefined && { purpose: shown(purpose) }),
    ...(url !== undefined && { url: shown(url) }),
    activeFor: active_for * 1000,
  };
}

/** Somebody else wrote it, and it goes to terminals and logs: one line, and nothing that a terminal obeys. */
function shown(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}
