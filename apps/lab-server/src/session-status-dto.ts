import type { LabSnapshot } from '@remote-lab/lab-manager';
import type { LabSummaryDto, SessionHolderDto, SessionStatusResponseDto } from '@remote-lab/protocol';
import type { Session } from '@remote-lab/session-queue';
import type { Broker } from './broker';

/** How a session stands, with what it may know of the others: public names and what they said about themselves. */
export function sessionStatusDto(
  session: Session,
  broker: Pick<Broker, 'activeSession' | 'estimatedWait' | 'lab' | 'notice'>,
  now: Date,
): SessionStatusResponseDto {
  const { id, status, position, name } = session;
  const standing = { status, position, name };
  if (status === 'active') {
    const notice = broker.notice(id);
    return { ...standing, lab: summaryDto(broker.lab()), ...(notice === undefined ? {} : { notice }) };
  }
  const holder = broker.activeSession();
  const wait = broker.estimatedWait(position);
  return {
    ...standing,
    ...(holder === undefined ? {} : { holder: holderDto(holder, now) }),
    ...(wait === undefined ? {} : { estimated_wait: seconds(wait) }),
  };
}

function holderDto({ name, request, activeSince }: Session, now: Date): SessionHolderDto {
  const { owner, purpose, url } = request;
  return {
    name,
    ...(owner === undefined ? {} : { owner }),
    ...(purpose === undefined ? {} : { purpose }),
    ...(url === undefined ? {} : { url }),
    // The wall clock may have been set back.
    active_for: seconds(Math.max(now.getTime() - (activeSince ?? now).getTime(), 0)),
  };
}

function summaryDto({ state, topology, generation, identity }: LabSnapshot): LabSummaryDto {
  return {
    state,
    ...(topology === undefined ? {} : { topology }),
    ...(generation === undefined ? {} : { generation }),
    ...(identity === undefined ? {} : { identity }),
  };
}

function seconds(ms: number): number {
  return Math.round(ms / 100) / 10;
}
