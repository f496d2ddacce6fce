import type { EndReason } from '../session';
import { TIMEOUTS } from './queue-on-store';

interface Member {
  readonly id: string;
  active: boolean;
  heard: number;
  pins: number;
  /** When its limited wait is over; Infinity when it is not limited. */
  waitEnds: number;
  readonly waitTimeoutMs: number | undefined;
}

/** The queue as one would explain it: a list. Slow, synchronous and plainly right; what the real one is held against. */
export class ReferenceQueue {
  members: Member[] = [];
  readonly lost = new Map<string, EndReason>();

  enqueue(id: string, waitTimeoutMs: number | undefined, now: number): void {
    const waitEnds = waitTimeoutMs === undefined ? Infinity : now + waitTimeoutMs;
    this.members.push({ id, active: false, heard: now, pins: 0, waitEnds, waitTimeoutMs });
    this.promote(now);
  }

  end(id: string, reason: EndReason, now: number): void {
    if (!this.members.some((member) => member.id === id)) return;
    this.members = this.members.filter((member) => member.id !== id);
    this.lost.set(id, reason);
    this.promote(now);
  }

  renew(id: string, now: number): void {
    for (const member of this.members) if (member.id === id) member.heard = now;
  }

  pin(id: string, by: 1 | -1, now: number): void {
    for (const member of this.members) {
      if (member.id !== id) continue;
      member.pins += by;
      if (by < 0 && member.pins === 0) member.heard = now;
    }
  }

  /** Ends who is due and answers their ids in order. */
  expire(now: number): string[] {
    const due: { readonly id: string; readonly reason: EndReason }[] = [];
    for (const member of this.members) {
      const { id, active, waitEnds } = member;
      if (!active && now > waitEnds) due.push({ id, reason: 'wait_timeout' });
      else if (now > this.leaseEnds(member)) due.push({ id, reason: 'expired' });
    }
    this.members = this.members.filter((member) => !due.some(({ id }) => id === member.id));
    for (const { id, reason } of due) this.lost.set(id, reason);
    this.promote(now);
    return due.map(({ id }) => id);
  }

  /** The last moment at which nobody is due. */
  quietUntil(): number {
    const ends = this.members.map((member) =>
      Math.min(this.leaseEnds(member), member.active ? Infinity : member.waitEnds),
    );
    return Math.min(Infinity, ...ends);
  }

  restart(now: number): void {
    for (const member of this.members) {
      member.pins = 0;
      member.heard = now;
      member.waitEnds = member.waitTimeoutMs === undefined ? Infinity : now + member.waitTimeoutMs;
    }
  }

  private leaseEnds({ pins, heard, active }: Member): number {
    return pins > 0 ? Infinity : heard + (active ? TIMEOUTS.activeMs : TIMEOUTS.waitingMs);
  }

  private promote(now: number): void {
    const [first] = this.members;
    if (first === undefined || first.active) return;
    first.active = true;
    if (first.pins === 0) first.heard = now;
  }
}
