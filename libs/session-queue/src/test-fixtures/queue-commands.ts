import fc from 'fast-check';
import type { EndReason } from '../session';

/** Something done to a queue; `who` picks among all sessions there ever were, counted from the newest. */
export type QueueCommand =
  | { readonly do: 'enqueue'; readonly waitTimeoutMs: number | undefined }
  | { readonly do: 'end'; readonly who: number; readonly reason: EndReason }
  | { readonly do: 'renew' | 'pin' | 'unpin'; readonly who: number }
  | { readonly do: 'advance'; readonly ms: number }
  | { readonly do: 'expire' }
  | { readonly do: 'fail' }
  | { readonly do: 'restart'; readonly how: 'closed' | 'killed' };

const who = fc.nat(12);
const command = <T extends QueueCommand>(arbitrary: fc.Arbitrary<T>) =>
  arbitrary as fc.Arbitrary<QueueCommand>;

/** Any command; arrivals and signs of life are the most common, as they are in life. */
export const anyCommand: fc.Arbitrary<QueueCommand> = fc.oneof(
  {
    weight: 6,
    arbitrary: command(
      fc.record({
        do: fc.constant('enqueue' as const),
        waitTimeoutMs: fc.option(fc.integer({ min: 1, max: 900_000 }), { nil: undefined }),
      }),
    ),
  },
  {
    weight: 4,
    arbitrary: command(
      fc.record({
        do: fc.constant('end' as const),
        who,
        reason: fc.constantFrom<EndReason>('released', 'crashed', 'destroyed'),
      }),
    ),
  },
  { weight: 6, arbitrary: command(fc.record({ do: fc.constantFrom('renew', 'pin', 'unpin'), who })) },
  {
    weight: 4,
    arbitrary: command(
      fc.record({
        do: fc.constant('advance' as const),
        ms: fc.constantFrom(1, 1_000, 150_000, 300_000, 600_001),
      }),
    ),
  },
  { weight: 4, arbitrary: command(fc.record({ do: fc.constant('expire' as const) })) },
  { weight: 2, arbitrary: command(fc.record({ do: fc.constant('fail' as const) })) },
  {
    weight: 1,
    arbitrary: command(
      fc.record({ do: fc.constant('restart' as const), how: fc.constantFrom('closed', 'killed') }),
    ),
  },
);
