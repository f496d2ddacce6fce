import { ERROR_CODES } from '@remote-lab/protocol';
import { expect, test } from '@jest/globals';
import { Refusal } from '../refusal';
import { errorAnswer } from './error-answer';
import { HTTP_ERRORS } from './http-errors';

test('every code of the protocol has a status', () => {
  expect(Object.keys(HTTP_ERRORS).sort()).toEqual(Object.keys(ERROR_CODES).sort());
});

test("a fixed text of the original stays the detail, and the error's own sentence is the reason", () => {
  expect(
    errorAnswer(new Refusal('session_not_found', 'It expired after 300 s without a sign of life.')),
  ).toEqual({
    status: 404,
    body: {
      detail: 'Session not found',
      code: 'session_not_found',
      reason: 'It expired after 300 s without a sign of life.',
    },
  });
});

test('an error of a library is known by its code', () => {
  const error = Object.assign(new Error('pair.yml:2:3: bad'), {
    code: 'invalid_topology',
    problems: [{ file: 'pair.yml', line: 2, column: 3, message: 'bad' }],
  });
  expect(errorAnswer(error)).toEqual({
    status: 422,
    body: {
      detail: 'pair.yml:2:3: bad',
      code: 'invalid_topology',
      problems: [{ file: 'pair.yml', line: 2, column: 3, message: 'bad' }],
    },
  });
});

test('a problem in a document that is no file is told with the name of the document', () => {
  const error = Object.assign(new Error('It is not valid.'), {
    code: 'invalid_inventory',
    problems: [{ path: 'hosts.r1.port', message: 'must be a port' }],
  });
  expect(errorAnswer(error)).toEqual({
    status: 422,
    body: {
      detail: 'It is not valid.',
      code: 'invalid_inventory',
      problems: [{ file: 'inventory', path: 'hosts.r1.port', message: 'must be a port' }],
    },
  });
});

test('a service that is being closed is a server that goes down', () => {
  const error = Object.assign(new Error('Ask again after the restart.'), { code: 'service_closed' });
  expect(errorAnswer(error)).toMatchObject({ status: 503, body: { code: 'shutting_down' } });
});

test('who holds the lab and the last output go along', () => {
  const busy = Object.assign(new Error('Held by calm-otter.'), { code: 'lab_busy', holder: 'calm-otter' });
  expect(errorAnswer(busy).body).toMatchObject({ detail: 'Lab currently busy', holder: 'calm-otter' });
  const failed = Object.assign(new Error('It failed.'), { code: 'lab_start_failed', output: ['last words'] });
  expect(errorAnswer(failed)).toMatchObject({ status: 502, body: { output: ['last words'] } });
});

test.each([
  new Error('secret path /etc'),
  Object.assign(new Error('x'), { code: 'ENOENT' }),
  'a string',
  undefined,
])('what has no code of ours tells nothing about the inside: %p', (error) => {
  expect(errorAnswer(error)).toEqual({
    status: 500,
    body: { detail: 'Internal Server Error', code: 'internal_error' },
  });
});
