import { expect, test } from '@jest/globals';
import { unmatched } from './unmatched';

test.each([
  ['/session', ['POST']],
  ['/session/heartbeat', ['DELETE', 'GET', 'POST']],
  ['/session/some-id', ['DELETE', 'GET']],
  ['/lab', ['DELETE', 'GET', 'POST']],
  ['/healthz', ['GET']],
])('%s is known, with other methods', (path, allow) => {
  expect(unmatched(path)).toEqual({ kind: 'method_not_allowed', allow });
});

test('a trailing slash is redirected to the path without it', () => {
  expect(unmatched('/lab/devices/')).toEqual({ kind: 'redirect', path: '/lab/devices' });
});

test.each(['/', '/nowhere', '/nowhere/', '/labs', '/session/a/b', '/openapiXjson'])(
  '%s is not there',
  (path) => {
    expect(unmatched(path)).toEqual({ kind: 'not_found' });
  },
);
