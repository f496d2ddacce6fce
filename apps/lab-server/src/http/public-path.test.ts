import { expect, test } from '@jest/globals';
import { publicPath } from './public-path';

test.each([
  ['/session', '/session'],
  ['/session/heartbeat', '/session/heartbeat'],
  ['/session/0b5a3f3e', '/session/…'],
  ['/session/0b5a3f3e/events', '/session/…/events'],
  ['//session/0b5a3f3e', '//session/…'],
  ['/proxy/session/0b5a3f3e', '/proxy/session/…'],
  ['/Session/0b5a3f3e', '/Session/…'],
  ['/0B5A3F3E-0000-4000-8000-000000000000/x', '/…/x'],
  ['/lab/devices', '/lab/devices'],
])('%s is logged as %s', (path, logged) => {
  expect(publicPath(path)).toBe(logged);
});
