import { describe, expect, test } from '@jest/globals';
import { sessionLost } from './session-lost';

const mine = { name: 'famous-owl-14', adopted: false };

describe('the error for a lost session', () => {
  test('is one sentence of what the server says in two', () => {
    const reason =
      'The session famous-owl-14 is over: expired after 5 s without a sign of life. Ask for a new one with POST /session.';
    for (const name of ['famous-owl-14', undefined])
      expect(sessionLost({ name, adopted: false }, { reason })).toMatchObject({
        message: 'Session famous-owl-14 is gone: expired after 5 s without a sign of life.',
        reason: 'expired after 5 s without a sign of life',
      });
  });

  test('is the same when the server knows nothing of the session', () => {
    const reason = 'This server knows no such session; ask for one with POST /session.';
    expect(sessionLost({ adopted: false }, { reason }).message).toBe(
      'The session is gone: This server knows no such session.',
    );
  });

  test('leaves other sentences as they are', () => {
    expect(sessionLost(mine, { reason: 'ended by an operator' })).toMatchObject({
      message: 'Session famous-owl-14 is gone: ended by an operator.',
      reason: 'ended by an operator',
    });
    expect(sessionLost(mine, {}).message).toContain('the server does not tell why');
  });

  test('tells who adopted it where it came from, and what keeps the next one alive', () => {
    expect(sessionLost({ ...mine, adopted: true }, { reason: 'expired after 5 s' }).message).toMatch(
      /^Session famous-owl-14 is gone: expired after 5 s\. .*REMOTE_LAB_SESSION, or the option session.*--active-timeout\.$/,
    );
  });
});
