import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { LabReference } from './lab-requests';
import type { Gate, ScriptedCall } from './scripted-backend';
import { openBench, ticks, wish } from './test-fixtures/lab-bench';

const session = fc.constantFrom('a', 'b');
const step = fc.oneof(
  fc.record({
    do: fc.constant('acquire' as const),
    session,
    topology: fc.constantFrom('x', 'y'),
    reuse: fc.boolean(),
  }),
  fc.record({
    do: fc.constant('patient' as const),
    session,
    topology: fc.constantFrom('x', 'y'),
    reuse: fc.boolean(),
  }),
  fc.record({ do: fc.constant('abort' as const), which: fc.nat(3) }),
  fc.record({ do: fc.constant('release' as const), session }),
  fc.record({ do: fc.constant('release handle' as const), which: fc.nat(3) }),
  fc.record({
    do: fc.constant('end' as const),
    session,
    manner: fc.constantFrom('clean' as const, 'lost' as const),
  }),
  fc.record({ do: fc.constant('destroy' as const), session, force: fc.boolean() }),
  fc.record({ do: fc.constant('hold' as const), call: fc.constantFrom<ScriptedCall>('check', 'up', 'down') }),
  fc.record({ do: fc.constant('fail' as const), call: fc.constantFrom<ScriptedCall>('up', 'down') }),
  fc.record({ do: fc.constant('open' as const), which: fc.nat(3) }),
  fc.record({ do: fc.constant('clear' as const) }),
  fc.record({ do: fc.constant('time' as const) }),
  fc.record({ do: fc.constant('tick' as const) }),
);

test('whatever happens in whatever order: one lab at most, nothing overlaps, nothing is left', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const bench = await openBench({ idleTtlMs: 1_000, selfDeadlockMs: 5_000 });
      const { labs, backend, clock, events, lock } = bench;
      const gates: Gate[] = [];
      const aborts: AbortController[] = [];
      const references: LabReference[] = [];
      const answers: Promise<unknown>[] = [];
      const note = (answer: Promise<unknown>): void => {
        answers.push(answer.catch((error: { code?: unknown }) => expect(typeof error.code).toBe('string')));
      };
      for (const one of steps) {
        switch (one.do) {
          case 'acquire':
          case 'patient': {
            const abort = new AbortController();
            aborts.push(abort);
            const request = { ...wish(one), signal: abort.signal };
            const lab =
              one.do === 'acquire'
                ? labs.tryAcquire(request)
                : labs.acquire({ ...request, deadlineMs: 2_000 });
            note(lab.then(({ reference }) => references.push(reference)));
            break;
          }
          case 'abort':
            aborts[one.which]?.abort();
            break;
          case 'release':
            note((async () => Promise.resolve(labs.release(one.session)))());
            break;
          case 'release handle':
            references[one.which]?.release();
            break;
          case 'end':
            labs.endSession(one.session, one.manner);
            break;
          case 'destroy':
            note(labs.destroy(one.session, one));
            break;
          case 'hold':
            gates.push(backend.hold(one.call));
            break;
          case 'fail':
            backend.failNext(one.call, 'no');
            break;
          case 'open':
            gates[one.which]?.open();
            break;
          case 'clear':
            note(labs.clearQuarantine());
            break;
          case 'time':
            clock.advance(1_000);
            break;
          case 'tick':
            await ticks();
            break;
        }
        const { state, references: count, devices } = labs.status();
        expect(backend.running.size).toBeLessThanOrEqual(1);
        expect(count > 0).toBe(state === 'starting' || state === 'in_use');
        expect(devices.length > 0).toBe(state === 'in_use' || state === 'idle');
      }
      for (const gate of gates) gate.open();
      for (let round = 0; round < 20; round += 1) {
        clock.advance(1_000);
        await ticks();
      }
      await Promise.all(answers);

      for (const reference of references) reference.release();
      await labs.settled();
      expect(labs.status().references).toBe(0);
      const starts = events.filter((event) => event.type === 'lab.starting').map((event) => event.generation);
      expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
      expect(backend.overlapped).toBe(false);
      // Failures still scripted may quarantine the slot; they are used up after a few attempts.
      for (let i = 0; i < 45; i += 1) await labs.clearQuarantine().catch(() => undefined);
      const { left } = await labs.close();
      for (let i = 0; i < 45; i += 1) await labs.clearQuarantine().catch(() => undefined);
      expect(left.length).toBe(lock.releases === 0 ? 1 : 0);
      expect(backend.running.size).toBe(0);
      expect(clock.pending).toBe(0);
    }),
    { numRuns: 300 },
  );
});
