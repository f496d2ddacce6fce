import { expect, test } from '@jest/globals';
import { readLogLine } from './read-log-line';

test.each([
  [
    '{"message":"lab-server 1.0.0 listens on http://127.0.0.1:5","url":"http://127.0.0.1:5"}',
    { url: 'http://127.0.0.1:5', ready: false },
  ],
  ['{"message":"ready"}', { ready: true }],
  ['{"message":"acquired","url":"http://elsewhere"}', { ready: false, message: 'acquired' }],
  ['Error: out of memory', { ready: false, message: 'Error: out of memory' }],
  ['17', { ready: false, message: '17' }],
])('%s', (line, read) => {
  const got = readLogLine(line);
  expect(got).toMatchObject(read);
  expect('url' in got).toBe('url' in read);
});
