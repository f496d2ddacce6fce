import { expect, test } from '@jest/globals';
import { publicPath } from './public-path';

test.each([
  ['/session', '/session'],
  ['/session/heartbeat', '/session/heartbeat'],
  ['/session/0b5a3f3e', '/session/…'],
  ['/session/0b5a3f3e/events', '/session/…'],
  ['/lab/devices', '/lab/devices'],
])('%s is logged as %s', (path, logged) => {
  expect(publicPath(path)).toBe(logged);
});
