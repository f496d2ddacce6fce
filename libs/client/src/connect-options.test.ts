import { describe, expect, test } from '@jest/globals';
import { connectSettings } from './connect-options';
import { readEnvironment } from './environment';
import { RemoteLabClient } from './remote-lab-client';

describe('settings', () => {
  test('come from the environment where the caller says nothing', () => {
    const environment = readEnvironment({
      REMOTE_LAB_URL: 'http://lab-host:8000/',
      REMOTE_LAB_REQUEST_TIMEOUT: '5',
      REMOTE_LAB_SESSION_TIMEOUT: '1200',
      REMOTE_LAB_ACQUISITION_TIMEOUT: '0.5',
    });
    const settings = connectSettings({}, environment);
    expect(String(settings.baseUrl)).toBe('http://lab-host:8000/');
    expect(settings).toMatchObject({ requestTimeout: 5_000, waitTimeout: 1_200_000, acquireTimeout: 500 });
    expect(settings.request.wait_timeout).toBe(1210);
  });

  test('of the caller come first', () => {
    const environment = readEnvironment({ REMOTE_LAB_URL: 'http://a', REMOTE_LAB_SESSION_TIMEOUT: '1' });
    const settings = connectSettings({ baseUrl: 'https://b/labs//', waitTimeout: 70 }, environment);
    expect([settings.baseUrl.href, settings.waitTimeout]).toEqual(['https://b/labs', 70]);
  });

  test('have defaults where the environment is empty', () => {
    const environment = readEnvironment({
      REMOTE_LAB_URL: '',
      REMOTE_LAB_REQUEST_TIMEOUT: '',
      REMOTE_LAB_SESSION_TIMEOUT: ' ',
    });
    expect(environment).toEqual({});
    expect(connectSettings({ baseUrl: 'http://a' }, environment)).toMatchObject({
      requestTimeout: 30_000,
      waitTimeout: 600_000,
      acquireTimeout: 600_000,
    });
  });

  test.each([[Infinity], [366 * 86_400_000]])('without a limit (%d) tell the server none', (waitTimeout) => {
    expect(connectSettings({ baseUrl: 'http://a', waitTimeout }, {}).request.wait_timeout).toBeUndefined();
  });

  test.each([
    [{}, 'set REMOTE_LAB_URL'],
    [
      { baseUrl: 'lab-host:8000' },
      'baseUrl must be an address such as http://lab-host:8000, not "lab-host:8000"',
    ],
    [{ baseUrl: 'http://a/?x=1' }, 'nothing after ? or #'],
    [
      { ...{ baseURL: 'http://a' }, baseUrl: 'http://a' },
      'connect has no option "baseURL". Did you mean baseUrl?',
    ],
    [{ baseUrl: 'http://a', waitTimeout: 0 }, 'waitTimeout must be milliseconds above 0, not 0'],
    [{ baseUrl: 'http://a', pollInterval: Number.NaN }, 'pollInterval must be'],
  ])('%j are refused', (options, message) => {
    expect(() => connectSettings(options, {})).toThrow(message);
  });

  test.each([
    [
      'http://a',
      "connect's argument must be an object such as { baseUrl: 'http://lab-host:8000' }, not \"http://a\".",
    ],
    [null, 'not null.'],
    [{ baseUrl: 8000 }, 'baseUrl must be an address such as http://lab-host:8000, not 8000.'],
    [{ baseUrl: 'http://a', requestTimeout: '5' }, 'requestTimeout must be milliseconds above 0, not "5".'],
    [{ baseUrl: 'http://a', teardownTimeout: -1 }, 'teardownTimeout must be milliseconds above 0, not -1.'],
    [{ baseUrl: 'http://a', owner: 7 }, 'owner must be a text, not 7.'],
    [
      { baseUrl: 'http://a', labels: ['x'] },
      "labels must be an object of texts such as { team: 'core' }, not",
    ],
    [{ baseUrl: 'http://a', labels: { a: 1 } }, 'labels must be'],
    [{ baseUrl: 'http://a', onPosition: 'log' }, 'onPosition must be a function, not "log".'],
    [
      { baseUrl: 'http://a', signal: new AbortController() },
      'signal must be an AbortSignal, which is the signal',
    ],
  ])('of plain JavaScript are refused in words: %p', async (options, message) => {
    // As JavaScript calls it: without a compiler that would object.
    const call: unknown = Reflect.apply(RemoteLabClient.connect.bind(RemoteLabClient), undefined, [options]);
    await expect(call).rejects.toMatchObject({
      code: 'invalid_option',
      message: expect.stringContaining(message),
    });
  });

  test('of the environment are named when they are wrong', () => {
    expect(() => readEnvironment({ REMOTE_LAB_REQUEST_TIMEOUT: '30s' })).toThrow(
      'REMOTE_LAB_REQUEST_TIMEOUT must be a number of seconds above 0, not "30s".',
    );
    expect(() => connectSettings({}, readEnvironment({ REMOTE_LAB_URL: 'ftp://a' }))).toThrow(
      'REMOTE_LAB_URL must be',
    );
  });
});
