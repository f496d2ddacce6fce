import { describe, expect, test } from '@jest/globals';
import { readAnswer } from './http-answer';
import { readRefusal } from './refusal';

function refusal(status: number, body: unknown, location?: string) {
  return readRefusal(readAnswer(status, typeof body === 'string' ? body : JSON.stringify(body), location));
}

describe('reading a refusal', () => {
  test('a list of issues becomes a sentence', () => {
    const detail = [
      { type: 'missing', loc: ['header', 'X-Session-ID'], msg: 'Field required', input: null },
      { type: 'missing', loc: ['body', 'topology'], msg: 'Field required', input: null, ctx: {} },
    ];
    expect(refusal(422, { detail })).toMatchObject({
      code: 'validation_error',
      message: 'header X-Session-ID: Field required; body topology: Field required',
    });
  });

  test('issues in a strange shape are shown as they are', () => {
    expect(refusal(422, { detail: ['oops', { a: 1 }] }).message).toBe('"oops"; {"a":1}');
  });

  test.each([
    [404, 'Session not found', 'session_not_found'],
    [404, 'No lab running', 'no_lab'],
    [404, 'Not Found', 'not_found'],
    [423, 'Session is not active', 'session_not_active'],
    [423, 'Lab currently busy', 'lab_busy'],
    [409, 'Lab still in use', 'lab_in_use'],
    [405, 'Method Not Allowed', 'method_not_allowed'],
    [418, 'toString', 'unexpected_answer'],
  ])('%s %s of the original means %s', (status, detail, code) => {
    expect(refusal(status, { detail })).toMatchObject({ status, code, message: detail });
  });

  test('the code of the server comes before its text', () => {
    expect(refusal(423, { detail: 'Lab currently busy', code: 'brand_new' }).code).toBe('brand_new');
  });

  test('pages of proxies are quoted without their markup', () => {
    expect(refusal(502, '<html>\n<h1>502 Bad  Gateway</h1></html>').message).toBe(
      'The answer has status 502 and says "502 Bad Gateway".',
    );
    expect(refusal(504, '').message).toBe('The answer has status 504 and no explanation.');
  });

  test('a redirect tells the address to use', () => {
    expect(refusal(301, '', 'https://lab/').message).toContain('https://lab/: use that address as baseUrl');
  });
});
