import { expect, test } from '@jest/globals';
import { routePath } from './routes';

test('a path is filled with its parameters, percent-encoded', () => {
  expect(routePath('sessionStatus', { session_id: 'a/b c' })).toBe('/session/a%2Fb%20c');
  expect(routePath('acquireLab')).toBe('/lab');
});

test('a missing parameter is named', () => {
  expect(() => routePath('endSession')).toThrow('/session/{session_id} needs a value for session_id');
});
