import {
  addReference,
  dropReference,
  dropReferencesOf,
  type Reference,
  type References,
} from '@remote-lab/topology';
import type { Device } from './lab-backend';

/** Which lab: its fencing number, the SHA-256 of its content and its file's name. */
export interface LabFacts {
  readonly generation: number;
  readonly identity: string;
  readonly topology: string;
}

/** Why a start did not give a lab, or a lab that was up ended by itself. */
export interface StartFailure {
  readonly message: string;
  /** The last lines of output, oldest first. */
  readonly output: readonly string[];
}

/** Why a lab goes down. */
export type TeardownReason =
  | 'released'
  | 'idle_ttl'
  | 'topology_switch'
  | 'exclusive_request'
  | 'session_ended'
  | 'session_lost'
  | 'destroyed'
  | 'cancelled'
  | 'start_failed'
  | 'lab_died'
  | 'shutdown'
  | 'reclaim'
  | 'clear_quarantine';

/** How a session ended: by its own wish, or evicted, destroyed or crashed. */
export type EndManner = 'clean' | 'lost';

interface Shared {
  readonly lab: LabFacts;
  /** Sessions that used this lab and have not ended; when one is lost, so is the lab. */
  readonly users: readonly string[];
}

interface Held extends Shared {
  /** Owned by sessions. */
  readonly references: References;
  /** Somebody acquired with `reuse=false`: torn down at zero references. */
  readonly disposable: boolean;
}

/**
 * The states of the slot.
 * - none: at first and after a teardown; nothing runs; left by a start (or by reclaiming or adopting a predecessor's lab).
 * - starting: `up` is running for at least one reference; left when it is up, fails, or nobody wants it any more.
 * - in_use: the lab is up with at least one reference; left when the last goes or by a teardown.
 * - idle: the lab is up without references, kept for the next; left by an acquire or a teardown.
 * - stopping: something is being removed (a lab, a failed or cancelled start, a predecessor's lab); left when
 *   nothing is left of it or when it cannot be removed.
 * - failed: the last start failed, or the lab ended by itself, and nothing is left of it; left by the next start.
 * - quarantined: something could not be removed; left only by an operator's new attempt.
 */
export type LabState =
  | { readonly name: 'none' }
  | ({ readonly name: 'starting' } & Held)
  | ({ readonly name: 'in_use'; readonly devices: readonly Device[] } & Held)
  | ({ readonly name: 'idle'; readonly devices: readonly Device[]; readonly idleSince: Date } & Shared)
  | {
      readonly name: 'stopping';
      readonly lab: LabFacts | undefined;
      readonly reason: TeardownReason;
      readonly failure?: StartFailure;
    }
  | { readonly name: 'failed'; readonly lab: LabFacts; readonly failure: StartFailure }
  | { readonly name: 'quarantined'; readonly lab: LabFacts | undefined; readonly reason: string };

/** What can happen to the slot: commands, and what the backend reports. */
export type LabChange =
  | {
      readonly type: 'start';
      readonly lab: LabFacts;
      readonly reference: Reference;
      readonly reuse: boolean;
    }
  | { readonly type: 'attach'; readonly reference: Reference; readonly reuse: boolean }
  | { readonly type: 'release'; readonly id: number }
  | { readonly type: 'session_end'; readonly session: string; readonly manner: EndManner }
  | { readonly type: 'teardown'; readonly reason: TeardownReason }
  | { readonly type: 'reclaim'; readonly lab: LabFacts | undefined }
  /** A predecessor's lab goes on as it was: held while there are references, else idle. */
  | ({ readonly type: 'adopt'; readonly devices: readonly Device[] } & Held)
  | { readonly type: 'up'; readonly generation: number; readonly devices: readonly Device[] }
  | { readonly type: 'up_failed'; readonly generation: number; readonly failure: StartFailure }
  /** The lab has ended without anybody having asked for it. */
  | { readonly type: 'died'; readonly generation: number; readonly failure: StartFailure }
  | { readonly type: 'down' }
  | { readonly type: 'stuck'; readonly reason: string };

/** What a transition needs to know besides state and change. */
export interface TransitionContext {
  readonly at: Date;
  /** False when the idle TTL is 0: a lab without references goes down at once. */
  readonly keepIdle: boolean;
}

/** The state after the change; the very same object when the change means nothing in this state. */
export function nextLabState(state: LabState, change: LabChange, context: TransitionContext): LabState {
  switch (change.type) {
    case 'start':
      return start(state, change);
    case 'attach':
      return attach(state, change);
    case 'release':
      return drop(state, (held) => dropReference(held, change.id), 'released', context);
    case 'session_end':
      return endSession(state, change.session, change.manner, context);
    case 'teardown':
      return teardown(state, change.reason);
    case 'reclaim':
      return state.name === 'none' ? { name: 'stopping', lab: change.lab, reason: 'reclaim' } : state;
    case 'adopt':
      return adopt(state, change, context);
    case 'up': {
      if (state.name !== 'starting' || state.lab.generation !== change.generation) return state;
      return { ...state, name: 'in_use', devices: change.devices };
    }
    case 'up_failed': {
      if (state.name !== 'starting' || state.lab.generation !== change.generation) return state;
      return { name: 'stopping', lab: state.lab, reason: 'start_failed', failure: change.failure };
    }
    case 'died': {
      if (state.name !== 'in_use' && state.name !== 'idle') return state;
      if (state.lab.generation !== change.generation) return state;
      return { name: 'stopping', lab: state.lab, reason: 'lab_died', failure: change.failure };
    }
    case 'down': {
      if (state.name !== 'stopping') return state;
      const { lab, failure } = state;
      return lab !== undefined && failure !== undefined ? { name: 'failed', lab, failure } : { name: 'none' };
    }
    case 'stuck':
      return state.name === 'stopping'
        ? { name: 'quarantined', lab: state.lab, reason: change.reason }
        : state;
  }
}

function adopt(
  state: LabState,
  { lab, devices, references, users, disposable }: Extract<LabChange, { type: 'adopt' }>,
  context: TransitionContext,
): LabState {
  if (state.name !== 'none') return state;
  if (references.length > 0) return { name: 'in_use', lab, devices, references, users, disposable };
  return { name: 'idle', lab, devices, users, idleSince: context.at };
}

function start(state: LabState, change: Extract<LabChange, { type: 'start' }>): LabState {
  if (state.name !== 'none' && state.name !== 'failed') return state;
  const { lab, reference, reuse } = change;
  return {
    name: 'starting',
    lab,
    references: [reference],
    users: [reference.owner],
    disposable: !reuse,
  };
}

function attach(state: LabState, change: Extract<LabChange, { type: 'attach' }>): LabState {
  const { reference, reuse } = change;
  switch (state.name) {
    case 'starting':
    case 'in_use':
      return {
        ...state,
        references: addReference(state.references, reference),
        users: [...new Set([...state.users, reference.owner])],
        disposable: state.disposable || !reuse,
      };
    case 'idle': {
      const { lab, devices } = state;
      const users = [...new Set([...state.users, reference.owner])];
      return { name: 'in_use', lab, devices, users, references: [reference], disposable: !reuse };
    }
    case 'none':
    case 'stopping':
    case 'failed':
    case 'quarantined':
      return state;
  }
}

function drop(
  state: LabState,
  give: (held: References) => References,
  reason: TeardownReason,
  context: TransitionContext,
): LabState {
  if (state.name !== 'starting' && state.name !== 'in_use') return state;
  const references = give(state.references);
  if (references === state.references) return state;
  if (references.length > 0) return { ...state, references };
  const { lab, users } = state;
  if (state.name === 'starting') {
    return { name: 'stopping', lab, reason: reason === 'released' ? 'cancelled' : reason };
  }
  if (state.disposable || !context.keepIdle) return { name: 'stopping', lab, reason };
  return { name: 'idle', lab, users, devices: state.devices, idleSince: context.at };
}

function endSession(
  state: LabState,
  session: string,
  manner: EndManner,
  context: TransitionContext,
): LabState {
  if (state.name !== 'starting' && state.name !== 'in_use' && state.name !== 'idle') return state;
  if (!state.users.includes(session)) return state;
  const users = state.users.filter((user) => user !== session);
  const lost = manner === 'lost';
  if (state.name === 'idle') return lost ? teardown(state, 'session_lost') : { ...state, users };
  // A lab that a lost session shared with a living one is not taken from the living one, but goes after it.
  const left = { ...state, users, disposable: state.disposable || lost };
  return drop(
    left,
    (held) => dropReferencesOf(held, session),
    lost ? 'session_lost' : 'session_ended',
    context,
  );
}

function teardown(state: LabState, reason: TeardownReason): LabState {
  switch (state.name) {
    case 'starting':
    case 'in_use':
    case 'idle':
    case 'quarantined':
      return { name: 'stopping', lab: state.lab, reason };
    case 'none':
    case 'stopping':
    case 'failed':
      return state;
  }
}
