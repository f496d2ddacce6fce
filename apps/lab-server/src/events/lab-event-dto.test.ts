import { expect, test } from '@jest/globals';
import type { LabEvent } from '@remote-lab/lab-manager';
import { labEventDto as toDto } from './lab-event-dto';

const facts = { generation: 3, identity: 'abc', topology: 'pair.yml' };
const event = (more: Partial<LabEvent>): LabEvent =>
  ({ ...facts, at: new Date(0), session: 'a', users: ['a'], ...more }) as LabEvent;
const output = event({ type: 'lab.output', line: 'a secret' });
const failed = event({ type: 'lab.failed', failure: { message: 'exit code 1', output: ['a secret'] } });

test('the users of a lab hear what is printed, and why it failed', () => {
  expect(toDto(output, 'a')).toEqual({ ...facts, line: 'a secret' });
  expect(toDto(failed, 'a')).toEqual({ ...facts, reason: 'exit code 1', output: ['a secret'] });
});

test('others hear what happens to it, and nothing that is printed', () => {
  expect(toDto(output, 'b')).toBeUndefined();
  expect(toDto(failed, 'b')).toEqual(facts);
  const stopping = event({ type: 'lab.stopping', reason: 'session_lost' });
  expect(toDto(stopping, 'b')).toEqual({ ...facts, reason: 'session_lost' });
});

test('no session is named', () => {
  const events = [
    event({ type: 'lab.starting', session: 'secret-id', users: ['secret-id'] }),
    event({ type: 'lab.up', devices: 2, session: 'secret-id', users: ['secret-id'] }),
  ];
  for (const each of events) expect(JSON.stringify(toDto(each, 'secret-id'))).not.toContain('secret-id');
});
