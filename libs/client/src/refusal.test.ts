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
      'The answer has status 502 and says "502 Bad Gateway". Is the lab server behind it running?',
    );
    expect(refusal(504, '').message).toContain('The answer has status 504 and no explanation.');
  });

  test('another program at the address is asked about, and quoted in short', () => {
    const page =
      '<!DOCTYPE HTML>\n<html><head>\n<title>Error response</title><style>a { b: c }</style></head>\n' +
      '<body><h1>Error  response</h1>\n<p>Error code: 501</p></body></html>';
    const answer = { ...readAnswer(501, page), from: 'http://127.0.0.1:8000' };
    expect(readRefusal(answer).message).toBe(
      'The answer of http://127.0.0.1:8000 has status 501 and says "Error response Error code: 501". ' +
        'Is there a lab server at this address?',
    );
    const long = refusal(404, `<p>${'word '.repeat(1_000)}</p>`).message;
    expect(long).toContain('word word');
    expect(long.length).toBeLessThan(250);
  });

  test('a redirect tells the address to use', () => {
    expect(refusal(301, '', 'https://lab/').message).toContain('https://lab/: use that address as baseUrl');
  });

  describe('says nothing twice', () => {
    const problem = { file: 'dup.yml', line: 3, column: 1, path: '', message: 'duplicate key "nodes"' };
    const deep = { file: 'dup.yml', line: 30, column: 1, path: 'nodes.r1', message: 'unknown device' };
    const first = 'dup.yml:3:1: duplicate key "nodes"';
    const second = 'dup.yml:30:1: nodes.r1: unknown device';
    const message = (detail: string, more: object): string =>
      refusal(422, { detail, code: 'invalid_topology', ...more }).message;

    test('when the sentence is the list of the problems', () => {
      const detail = `${first}\n${second}`;
      expect(message(detail, { problems: [problem, deep] })).toBe(detail);
    });

    test('and adds the problems that the sentence leaves out', () => {
      expect(message(first, { problems: [problem, deep] })).toBe(`${first}. ${second}`);
      expect(message('It is broken.', { problems: [problem, deep] })).toBe(
        `It is broken. ${first}. ${second}`,
      );
    });

    test('the same words at another place are another problem', () => {
      const again = { ...problem, line: 33 };
      expect(message(first, { problems: [problem, again] })).toBe(
        `${first}. dup.yml:33:1: duplicate key "nodes"`,
      );
    });

    test('a sentence that counts those it leaves out stays as short as it is', () => {
      const detail = `${first}\nand 1 more problems`;
      expect(refusal(422, { detail, code: 'invalid_topology', problems: [problem, deep] })).toMatchObject({
        message: detail,
        problems: [problem, deep],
      });
    });

    test('when the reason is in the sentence', () => {
      expect(message('No start: no image', { reason: 'no image' })).toBe('No start: no image');
      expect(message('No start', { reason: 'no image' })).toBe('No start. no image');
    });
  });
});
