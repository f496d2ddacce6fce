import { oldestReferenceOf, type References } from '@remote-lab/topology';
import type { LabHolder } from './errors';
import type { LabState, TeardownReason } from './lab-state';

/** What an acquire asks for. */
export interface AcquireWish {
  readonly session: string;
  readonly identity: string;
  readonly reuse: boolean;
}

/** What is to be done about an acquire. */
export type AcquireDecision =
  | { readonly act: 'start' }
  /** One more reference on the lab that is up. */
  | { readonly act: 'attach' }
  /** One more reference on the start that is under way. */
  | { readonly act: 'join' }
  /** The idle lab goes down, then decide again. */
  | { readonly act: 'replace'; readonly reason: TeardownReason }
  /** A teardown is under way: decide again when it is over. */
  | { readonly act: 'wait' }
  /** `soon` while a start is under way, for which waiting is the right thing to do. */
  | { readonly act: 'busy'; readonly holder: LabHolder; readonly soon: boolean }
  | { readonly act: 'quarantined'; readonly reason: string };

/** The reuse matrix: decides an acquire from the state alone. */
export function decideAcquire(state: LabState, wish: AcquireWish): AcquireDecision {
  switch (state.name) {
    case 'none':
    case 'failed':
      return { act: 'start' };
    case 'stopping':
      return { act: 'wait' };
    case 'quarantined':
      return { act: 'quarantined', reason: state.reason };
    case 'idle':
      if (state.lab.identity !== wish.identity) return { act: 'replace', reason: 'topology_switch' };
      return wish.reuse ? { act: 'attach' } : { act: 'replace', reason: 'exclusive_request' };
    case 'starting': {
      const holder = holderFor(wish.session, state.references);
      const joins = wish.reuse && state.lab.identity === wish.identity && holder === 'own_session';
      return joins ? { act: 'join' } : { act: 'busy', holder, soon: true };
    }
    case 'in_use':
      if (wish.reuse && state.lab.identity === wish.identity) return { act: 'attach' };
      return { act: 'busy', holder: holderFor(wish.session, state.references), soon: false };
  }
}

function holderFor(session: string, references: References): LabHolder {
  return oldestReferenceOf(references, session) !== undefined ? 'own_session' : 'other_session';
}
