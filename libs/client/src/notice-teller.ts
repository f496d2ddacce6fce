import type { SessionStatusResponseDto } from '@remote-lab/protocol';

/** Passes on what the server tells about the session's lab, each notice once however often it is repeated. */
export function noticeTeller(
  onNotice: (notice: string) => void,
): (status: Pick<SessionStatusResponseDto, 'notice'>) => void {
  let last: string | undefined;
  return ({ notice }) => {
    if (notice !== undefined && notice !== last) onNotice(notice);
    last = notice;
  };
}
