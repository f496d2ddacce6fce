import { describe, expect, test } from '@jest/globals';
import { HostBehavior } from '../behavior/host-behavior';
import { withBehavior } from '../behavior/with-behavior';
import { BenchSession } from '../test-fixtures/bench-session';
import type { BenchSessionOptions } from '../test-fixtures/bench-session';
import { FakeScheduler } from '../test-fixtures/fake-scheduler';
import type { RecorderLimits } from './session-recorder';
import { SessionRecorder } from './session-recorder';
import { withRecording } from './with-recording';

/** A recorder, and a way to open sessions that it records. */
function recording(limits: Partial<RecorderLimits> = {}) {
  const clock = new FakeScheduler();
  const recorder = new SessionRecorder({
    clock: { now: () => clock.now(), date: () => new Date(clock.now()) },
    limits,
  });
  const behavior = new HostBehavior('r1');
  const open = (options?: BenchSessionOptions) =>
    new BenchSession(
      (inner) =>
        withRecording(inner, {
          recorder,
          host: 'r1',
          behind: (device) => withBehavior(device, behavior, clock),
        }),
      options,
    );
  const shell = (typed: string, options?: BenchSessionOptions) => {
    const session = open(options);
    session.dialogue.interact();
    session.type(typed);
    return session;
  };
  return { clock, recorder, behavior, open, shell, last: () => recorder.recording(lastId(recorder)) };
}

function lastId(recorder: SessionRecorder): string {
  return recorder.sessions().at(-1)?.id ?? '';
}

describe('a recording', () => {
  test('has what was typed and what was said, in order and with its time', () => {
    const { clock, shell, last } = recording();
    const session = shell('');
    clock.pass(1_000);
    session.type('show ver');
    session.type('sion\r');
    clock.pass(500);
    session.type('exit\r');
    expect(last()).toEqual({
      id: 's1',
      host: 'r1',
      username: 'admin',
      transport: 'ssh',
      kind: 'shell',
      terminal: true,
      client_address: '192.0.2.7',
      started_at: '1970-01-01T00:00:00.000Z',
      ended_at: '1970-01-01T00:00:01.500Z',
      exit_status: 0,
      lines: 2,
      characters_in: 'show version\rexit\r'.length,
      characters_out: expect.any(Number),
      truncated: false,
      events: [
        { at_ms: 0, kind: 'out', text: 'Welcome to r1\r\nr1>' },
        { at_ms: 1_000, kind: 'in', text: 'show version\r', command: 'show version' },
        { at_ms: 1_000, kind: 'out', text: 'show version\r\nBench OS 1.0 on r1\r\nr1>' },
        { at_ms: 1_500, kind: 'in', text: 'exit\r', command: 'exit' },
        { at_ms: 1_500, kind: 'out', text: 'exit\r\n' },
      ],
    });
  });

  test('knows the command that edited keys made', () => {
    const { shell, last } = recording();
    shell('show vex\x7frsion\rsh\tver\t\r');
    const typed = last()?.events.filter(({ kind }) => kind === 'in');
    expect(typed?.map(({ command }) => command)).toEqual(['show version', 'show version']);
  });

  test('has the keys of a pager apart from what follows them', () => {
    const { shell, last } = recording();
    shell('enable\rsecret\rshow log\r \rqshow clock\r');
    const typed = last()?.events.filter(({ kind }) => kind === 'in');
    expect(typed?.slice(3)).toMatchObject([
      { text: ' ', key: true },
      { text: '\r', key: true },
      { text: 'q', key: true },
      { text: 'show clock\r', command: 'show clock' },
    ]);
  });

  test.each([
    'enable\rsecret\rshow clock\r',
    'enable\nsecret\nshow clock\n',
    'enable\r\nsecret\r\nshow clock\r\n',
  ])('has no password, however it was typed: %j', (typed) => {
    const { shell, last } = recording();
    shell(typed);
    expect(JSON.stringify(last())).not.toContain('secret');
    expect(last()?.events.flatMap(({ command }) => command ?? [])).toEqual(['enable', 'show clock']);
  });

  test('has no password that was typed while the device was slow', () => {
    const { shell, last, behavior, clock } = recording();
    behavior.change({ latency_ms: 100 });
    shell('enable\rsecret\rshow clock\r');
    clock.pass(1_000);
    expect(JSON.stringify(last())).not.toContain('secret');
    expect(last()?.lines).toBe(3);
  });

  test('has what the client heard, not what the device would have said', () => {
    const { shell, last, behavior, clock } = recording();
    behavior.change({ truncate_output: 5, latency_ms: 200, prompt: 'x#' });
    shell('show version\r');
    clock.pass(1_000);
    expect(last()?.events.filter(({ kind }) => kind === 'out')).toEqual([
      { at_ms: 200, kind: 'out', text: 'Welco\r\nx#' },
      { at_ms: 200, kind: 'out', text: 'show version' },
      { at_ms: 400, kind: 'out', text: '\r\nBench\r\nx#' },
    ]);
  });

  test('of a command that was executed has each of its lines', () => {
    const { open, last } = recording();
    open({ terminal: false }).dialogue.execute('show version\nfalse');
    expect(last()).toMatchObject({ kind: 'exec', exit_status: 3, terminal: false });
    expect(last()?.events).toEqual([
      { at_ms: 0, kind: 'in', text: 'show version\n', command: 'show version' },
      { at_ms: 0, kind: 'in', text: 'false\n', command: 'false' },
      { at_ms: 0, kind: 'out', text: 'Bench OS 1.0 on r1\r\n' },
    ]);
  });

  test('of a connection that broke off has an end without a status', () => {
    const { shell, last } = recording();
    const session = shell('show version\r');
    expect(last()?.ended_at).toBeNull();
    session.dialogue.hungUp?.();
    expect(last()).toMatchObject({ ended_at: '1970-01-01T00:00:00.000Z', exit_status: null });
  });

  test('changes nothing for the client', () => {
    const { open } = recording();
    const typed = 'enable\rsecret\rshow log\rqconf t\rinterface e1\rexit\r\x1ashow v?\x15exit\rexit\r';
    const said = [open(), new BenchSession((inner) => inner)].map((session) => {
      session.dialogue.interact();
      return [session.type(typed), session.status];
    });
    expect(said[0]).toEqual(said[1]);
    expect(said[0]?.[1]).toBe(0);
  });

  test('of piped input waits for a client that takes nothing', () => {
    const { open, last } = recording();
    const session = open({ terminal: false, room: 1 });
    session.dialogue.interact();
    session.type('enable\nsecret\nshow clock\n');
    session.dialogue.inputOver();
    for (let turns = 0; session.status === undefined && turns < 20; turns++) session.dialogue.resume();
    expect(session.status).toBe(0);
    expect(JSON.stringify(last())).not.toContain('secret');
  });
});

describe('what is kept', () => {
  test('is so many sessions: the oldest that has ended gives way first', () => {
    const { shell, recorder } = recording({ sessions: 3 });
    shell('');
    shell('exit\r');
    shell('exit\r');
    shell('');
    expect(recorder.sessions().map(({ id }) => id)).toEqual(['s1', 's3', 's4']);
    shell('');
    shell('');
    expect(recorder.sessions().map(({ id }) => id)).toEqual(['s4', 's5', 's6']);
    expect(recorder.recording('s1')).toBeUndefined();
  });

  test('is so much of all sessions', () => {
    const { shell, recorder } = recording({ characters: 1_000 });
    for (let session = 0; session < 20; session++) shell('show version\rexit\r');
    const { length } = recorder.sessions();
    expect(length).toBeGreaterThan(0);
    expect(length).toBeLessThan(5);
    expect(recorder.sessions().at(-1)?.truncated).toBe(false);
  });

  test('is so much of one session: its beginning', () => {
    const { shell, last } = recording({ charactersOfSession: 1_000 });
    const session = shell('');
    for (let line = 0; line < 100; line++) session.type('show version\r');
    expect(last()).toMatchObject({ truncated: true, lines: 100 });
    expect(last()?.events[0]?.text).toBe('Welcome to r1\r\nr1>');
    expect(JSON.stringify(last()?.events).length).toBeLessThan(3_000);
  });

  test('is bounded when no session ends, too', () => {
    const { shell, recorder } = recording({ characters: 500 });
    for (let session = 0; session < 10; session++) shell('show version\r');
    expect(recorder.sessions().filter(({ truncated }) => truncated).length).toBeGreaterThanOrEqual(8);
  });
});
