import type { OpenDialogue } from '../engine/dialogue';
import { BehavingDialogue } from './behaving-dialogue';
import type { HostBehavior } from './host-behavior';
import type { Scheduler } from './scheduler';
import { systemScheduler } from './scheduler';

/** Sessions that behave as the host does at the moment; they follow its changes while they last. */
export function withBehavior(
  open: OpenDialogue,
  behavior: HostBehavior,
  scheduler: Scheduler = systemScheduler,
): OpenDialogue {
  return (client) => new BehavingDialogue(client, { open, behavior, scheduler });
}
