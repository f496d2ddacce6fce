import { describe, expect, test } from '@jest/globals';
import { BenchSession } from '../test-fixtures/bench-session';
import { FakeScheduler } from '../test-fixtures/fake-scheduler';
import { recordedPlatform } from './recorded-platform';
import type { Recording } from './recording';
import { replayDialogue } from './replay-dialogue';
import { SessionRecorder } from './session-recorder';
import { withRecording } from './with-recording';

/** What the bench platform is recorded to say to this. */
function record(typed: string, { terminal = true, exec = false } = {}): Recording {
  const clock = new FakeScheduler();
  const recorder = new SessionRecorder({ clock: { now: () => clock.now(), date: () => new Date(0) } });
  const session = new BenchSession((open) => withRecording(open, { recorder, host: 'r1' }), { terminal });
  if (exec) session.dialogue.execute(typed);
  else session.dialogue.interact();
  if (!exec) session.type(typed);
  if (!terminal && !exec) session.dialogue.inputOver();
  const recording = recorder.recording('s1');
  if (!recording) throw new Error('Nothing was recorded.');
  return recording;
}

function replay(recording: Recording, terminal = true): BenchSession {
  const session = new BenchSession(() => replayDialogue(recording), { terminal });
  return session;
}

describe('a replayed session', () => {
  test('says the same to the same', () => {
    const typed = 'show version\renable\rsecret\rshow log\rqshow clock\rexit\rexit\r';
    const original = new BenchSession((open) => open);
    original.dialogue.interact();
    const expected = original.type(typed);

    const session = replay(record(typed));
    session.dialogue.interact();

    expect(session.type(typed)).toBe(expected);
    expect(session.status).toBe(original.status);
  });

  test('echoes and edits, but not where a password was typed', () => {
    const session = replay(record('enable\rsecret\rshow clock\r'));
    session.dialogue.interact();
    session.seen();
    expect(session.type('enxable')).toBe('enxable');
    expect(session.type('\x15enable\r')).toContain('enable\nPassword: ');
    expect(session.dialogue.awaits).toBe('secret');
    expect(session.type('anything\r')).toBe('\nr1#');
  });

  test('answers a line as it was answered next, in the end as it was first', () => {
    const recording = record('show clock\rshow clock\rshow version\r');
    const [, , first, , second] = recording.events;
    const changed: Recording = {
      ...recording,
      events: recording.events.map((event) =>
        event === second ? { ...event, text: event.text.replace('1970', '1971') } : event,
      ),
    };
    expect(first?.text).toContain('1970');
    const session = replay(changed);
    expect(session.type('show clock\r')).toContain('1970');
    expect(session.type('show clock\r')).toContain('1971');
    expect(session.type('show clock\r')).toContain('1970');
  });

  test('refuses what was never typed, and prompts as before', () => {
    const session = replay(record('show version\r'));
    session.dialogue.interact();
    session.seen();
    expect(session.type('show clock\r')).toBe('show clock\n% "show clock" was not recorded.\nr1>');
    expect(session.type('\r')).toBe('\nr1>');
  });

  test('ends where the input ends', () => {
    const session = replay(record('show version\nshow clock', { terminal: false }), false);
    session.dialogue.interact();
    session.dialogue.input(Buffer.from('show version\nshow clock'));
    session.dialogue.inputOver();
    expect(session.seen()).toContain('Bench OS 1.0 on r1\nr1>\n1970');
    expect(session.status).toBe(0);
  });

  test.each([
    ['a command', record('false', { terminal: false, exec: true }), 'false', '', 3],
    [
      'a command of an interactive session',
      record('show version\r'),
      'show version',
      'Bench OS 1.0 on r1\n',
      0,
    ],
  ])('executes %s', (_name, recording, command, said, status) => {
    const session = replay(recording, false);
    session.dialogue.execute(command);
    expect([session.seen(), session.status]).toEqual([said, status]);
  });
});

describe('a platform made of a session', () => {
  test('has its command lines, prompts and the end', () => {
    const platform = recordedPlatform(
      record('show version\renable\rsecret\rshow clock\rexit\rexit\r'),
      'mine',
    );
    const help = 'Answered as in the session s1 of r1';
    expect(platform).toEqual({
      name: 'mine',
      initial_prompt: '{base_prompt}>',
      commands: {
        'show version': { output: 'Bench OS 1.0 on r1', help, prompt: ['{base_prompt}>'] },
        enable: { output: null, help, prompt: ['{base_prompt}>'], new_prompt: '{base_prompt}#' },
        'show clock': { output: '1970-01-01T00:00:00.000Z', help, prompt: ['{base_prompt}#'] },
        exit: {
          output: null,
          help,
          prompt: ['{base_prompt}#', '{base_prompt}>'],
          new_prompt: '{base_prompt}>',
        },
      },
    });
  });

  test('quotes braces, and closes where the session was closed', () => {
    const recording = record('show version\rlogout\r');
    const events = recording.events.map((event) => ({
      ...event,
      text: event.text.replace('Bench OS', '{ os }'),
    }));
    const { commands } = recordedPlatform({ ...recording, events }, 'mine');
    expect(commands['show version']?.output).toBe('{{ os }} 1.0 on r1');
    expect(commands['logout']?.output).toBe(true);
  });
});
