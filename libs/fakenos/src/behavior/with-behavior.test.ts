import { describe, expect, test } from '@jest/globals';
import { BenchSession } from '../test-fixtures/bench-session';
import type { BenchSessionOptions } from '../test-fixtures/bench-session';
import { FakeScheduler } from '../test-fixtures/fake-scheduler';
import type { Behavior } from './behavior';
import { HostBehavior } from './host-behavior';
import { withBehavior } from './with-behavior';

const VERSION = 'Bench OS 1.0 on r1\n';

/** A session of a device that behaves so, at its first prompt. */
function sessionWith(first: Behavior, options?: BenchSessionOptions) {
  const clock = new FakeScheduler();
  const behavior = new HostBehavior('r1');
  behavior.change(first);
  const session = new BenchSession((open) => withBehavior(open, behavior, clock), options);
  session.dialogue.interact();
  return { clock, behavior, session };
}

describe('a device without faults', () => {
  test('answers at once, and waits for nothing', () => {
    const { session, clock } = sessionWith({});
    expect(session.seen()).toBe('Welcome to r1\nr1>');
    expect(session.type('show version\rshow ver')).toBe(`show version\n${VERSION}r1>show ver`);
    expect(session.type('\rexit\r')).toBe(`\n${VERSION}r1>exit\n`);
    expect(session.status).toBe(0);
    expect(clock.waiting).toBe(0);
  });

  test('runs what is piped into it, and ends', () => {
    const { session } = sessionWith({}, { terminal: false });
    session.type('show version\nshow version');
    session.dialogue.inputOver();
    expect(session.seen()).toContain(`${VERSION}r1>`);
    expect(session.status).toBe(0);
  });

  test('waits for a client that takes nothing', () => {
    const { session } = sessionWith({}, { terminal: false, room: 1 });
    session.type('enable\nsecret\nshow flood\nshow flood\nexit\nexit\n');
    let seen = '';
    for (let turns = 0; session.status === undefined && turns < 20; turns++) {
      seen += session.seen();
      session.dialogue.resume();
    }
    expect((seen + session.seen()).match(/x\n/g)).toHaveLength(100_000);
    expect(session.status).toBe(0);
  });

  test('runs thousands of lines of a script at the pace of the client', () => {
    const behavior = new HostBehavior('r1');
    const session = new BenchSession((open) => withBehavior(open, behavior, new FakeScheduler()), {
      terminal: false,
      room: 1,
    });
    session.dialogue.execute('show flood\n'.repeat(3) + 'show version');
    let seen = '';
    for (let turns = 0; session.status === undefined && turns < 20; turns++) {
      seen += session.seen();
      session.dialogue.resume();
    }
    seen += session.seen();
    expect(seen).toHaveLength(3 * 50_000 * 80 + VERSION.length);
    expect(session.status).toBe(0);
  });
});

describe('latency', () => {
  test('holds back each answer; what is typed meanwhile waits', () => {
    const { session, clock } = sessionWith({ latency_ms: 100 });
    expect(session.seen()).toBe('');
    clock.pass(100);
    expect(session.seen()).toBe('Welcome to r1\nr1>');
    expect(session.type('show version\rshow clock\r')).toBe('show version');
    clock.pass(99);
    expect(session.seen()).toBe('');
    clock.pass(1);
    expect(session.seen()).toBe(`\n${VERSION}r1>show clock`);
    clock.pass(100);
    expect(session.seen()).toBe('\n1970-01-01T00:00:00.000Z\nr1>');
  });

  test('with jitter is different each time, and the same for the same seed', () => {
    const waits = (seed: number) => {
      const { session, clock } = sessionWith({ latency_ms: 10, jitter_ms: 1_000, seed });
      clock.pass(1_010);
      session.seen();
      return [1, 2, 3].map(() => {
        session.type('show version\r');
        let waited = 0;
        for (; !session.seen().endsWith('r1>'); waited++) clock.pass(1);
        return waited;
      });
    };
    const first = waits(1);
    expect(new Set(first).size).toBe(3);
    for (const wait of first) expect(wait).toBeGreaterThanOrEqual(10);
    for (const wait of first) expect(wait).toBeLessThanOrEqual(1_011);
    expect(waits(1)).toEqual(first);
    expect(waits(2)).not.toEqual(first);
  });

  test('holds back the end, too', () => {
    const { session, clock } = sessionWith({ latency_ms: 100 });
    session.type('exit\r');
    clock.pass(199);
    expect(session.status).toBeUndefined();
    clock.pass(1);
    expect([session.seen(), session.status]).toEqual(['Welcome to r1\nr1>exit\n', 0]);
    expect(clock.waiting).toBe(0);
  });

  test('that is taken away lets an answer that already waits come at once', () => {
    const { session, clock, behavior } = sessionWith({});
    session.seen();
    behavior.change({ latency_ms: 3_600_000 });
    session.type('show version\r');
    behavior.change({ latency_ms: 7_200 });
    behavior.change({ latency_ms: 3_600_000 });
    clock.pass(7_199);
    expect(session.seen()).not.toContain(VERSION);
    clock.pass(1);
    expect(session.seen()).toContain(VERSION);
    session.type('show version\r');
    session.seen();
    behavior.change({});
    clock.pass(0);
    expect(session.seen()).toContain(VERSION);
    expect(clock.waiting).toBe(0);
  });

  test('that is taken away lets the next answer come at once', () => {
    const { session, clock, behavior } = sessionWith({ latency_ms: 100 });
    clock.pass(100);
    session.seen();
    behavior.change({});
    expect(session.type('show version\r')).toBe(`show version\n${VERSION}r1>`);
  });
});

describe('slow output', () => {
  test('comes so many characters a second', () => {
    const { session, clock } = sessionWith({ characters_per_second: 100 });
    clock.pass(1_000);
    session.seen();
    session.type('show version\r');
    clock.pass(120);
    session.seen();
    clock.pass(100);
    expect(session.seen()).toHaveLength(10);
    clock.pass(1_000);
    expect(session.seen()).toMatch(/r1>$/);
  });

  test('can become faster while it is printed', () => {
    const { session, clock, behavior } = sessionWith({ characters_per_second: 1 });
    clock.pass(1_000);
    behavior.change({});
    clock.pass(1_000);
    expect(session.seen()).toBe('Welcome to r1\nr1>');
  });

  test('never splits a character', () => {
    const platform = { characters_per_second: 1, answers: [{ command: 'x', output: '😀😀' }] };
    const { session, clock } = sessionWith(platform);
    clock.pass(60_000);
    session.seen();
    session.type('x\r');
    let seen = '';
    for (let second = 0; second < 20; second++) {
      clock.pass(1_000);
      const piece = session.seen();
      expect(piece).toBe(Buffer.from(piece).toString());
      seen += piece;
    }
    expect(seen.replaceAll('\r', '')).toContain('😀😀\nr1>');
  });
});

describe('connections that break off', () => {
  test.each([0, 1, 3])('after %d lines', (drop_after_lines) => {
    const { session } = sessionWith({ drop_after_lines });
    for (let line = 0; line < drop_after_lines; line++) {
      expect(session.hungUp).toBe(false);
      expect(session.type('show version\r')).toContain(VERSION);
    }
    expect(session.type('show version\r')).not.toContain(VERSION);
    expect(session.hungUp).toBe(true);
  });

  test('after a time, counted from the beginning of the session', () => {
    const { session, clock, behavior } = sessionWith({});
    clock.pass(4_000);
    behavior.change({ drop_after_seconds: 5 });
    clock.pass(999);
    expect(session.hungUp).toBe(false);
    clock.pass(1);
    expect(session.hungUp).toBe(true);
  });

  test('at once, those that are open', () => {
    const { session, clock, behavior } = sessionWith({});
    behavior.change({ drop_after_seconds: 0 });
    clock.pass(0);
    expect(session.hungUp).toBe(true);
  });

  test('by chance, and by the same chance for the same seed', () => {
    const lasts = (seed: number) => {
      const { session } = sessionWith({ drop_probability: 0.2, seed });
      let lines = 0;
      for (; !session.hungUp; lines++) session.type('show version\r');
      return lines;
    };
    const lines = [1, 2, 3, 4, 5].map(lasts);
    expect(new Set(lines).size).toBeGreaterThan(1);
    expect([1, 2, 3, 4, 5].map(lasts)).toEqual(lines);
  });

  test.each([{ drop_after_lines: 0 }, { drop_probability: 1 }])('before a command is run: %j', (dropping) => {
    const behavior = new HostBehavior('r1');
    behavior.change(dropping);
    const session = new BenchSession((open) => withBehavior(open, behavior, new FakeScheduler()));
    session.dialogue.execute('show version');
    expect([session.seen(), session.hungUp]).toEqual(['', true]);
  });
});

describe('a stall', () => {
  test('answers nothing, not even with a prompt, until it is over', () => {
    const { session, behavior } = sessionWith({ stall_after_lines: 0 });
    expect(session.type('show version\r')).toBe('');
    behavior.change({});
    expect(session.seen()).toBe(`Welcome to r1\nr1>show version\n${VERSION}r1>`);
  });

  test('after some lines', () => {
    const { session } = sessionWith({ stall_after_lines: 1 });
    expect(session.type('show version\r')).toContain(VERSION);
    expect(session.type('show version\r')).toBe('');
    expect(session.hungUp).toBe(false);
  });

  test('takes no more than so much typed ahead', () => {
    const { session } = sessionWith({ stall_after_lines: 0 });
    for (let megabytes = 0; megabytes < 2; megabytes++) session.type('x'.repeat(1_000_000));
    expect(session.hungUp).toBe(true);
  });
});

describe('what is said', () => {
  test('a wrong prompt stands in place of every prompt', () => {
    const { session, behavior } = sessionWith({ prompt: 'who?' });
    expect(session.seen()).toBe('Welcome to r1\nwho?');
    expect(session.type('enable\r')).toBe('enable\nPassword: ');
    expect(session.type('secret\r')).toBe('\nwho?');
    behavior.change({});
    expect(session.type('\r')).toBe('\nr1#');
  });

  test('a canned answer stands in place of the real one, so many times over all sessions', () => {
    const answers = [{ command: 'show version', output: 'Bench OS 0.9', times: 2 }];
    const { session, clock, behavior } = sessionWith({ answers });
    const other = new BenchSession((open) => withBehavior(open, behavior, clock));
    session.seen();
    expect(session.type('show version\r')).toBe('show version\nBench OS 0.9\nr1>');
    expect(other.type('show version\r')).toContain('Bench OS 0.9\nr1>');
    expect(session.type('show version\r')).toContain(VERSION);
    behavior.change({ answers });
    expect(session.type('show version\r')).toContain('Bench OS 0.9');
  });

  test('canned answers follow each other, and may take their time', () => {
    const answers = [
      { command: 'show clock', output: 'one', times: 1, delay_ms: 50 },
      { command: 'show clock', output: '' },
    ];
    const { session, clock } = sessionWith({ answers });
    session.seen();
    expect(session.type('show clock\r')).toBe('show clock');
    clock.pass(50);
    expect(session.seen()).toBe('\none\nr1>');
    expect(session.type('show clock\r')).toBe('show clock\nr1>');
  });

  test('output is cut, the prompt is not', () => {
    const { session } = sessionWith({ truncate_output: 5 });
    expect(session.seen()).toBe('Welco\nr1>');
    expect(session.type('show version\r')).toBe('show version\nBench\nr1>');
    expect(session.type('\r')).toBe('\nr1>');
  });
});

describe('a client that is gone', () => {
  test('leaves nothing behind that waits', () => {
    const { session, clock, behavior } = sessionWith({ latency_ms: 100, drop_after_seconds: 60 });
    session.type('show version\r');
    session.dialogue.hungUp?.();
    expect(clock.waiting).toBe(0);
    behavior.change({ drop_after_seconds: 0 });
    expect(clock.waiting).toBe(0);
    expect(session.type('show version\r')).toBe('');
  });
});

test('a session says what the next line is typed as', () => {
  const { session } = sessionWith({});
  session.type('enable\r');
  expect(session.dialogue.awaits).toBe('secret');
});
