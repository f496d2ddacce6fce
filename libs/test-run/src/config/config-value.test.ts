import { describe, expect, test } from '@jest/globals';
import { checkConfigValue, readConfigText } from './config-value';

describe('an environment variable', () => {
  test.each([
    ['text', 'http://lab-host:8000', 'http://lab-host:8000'],
    ['flag', 'yes', true],
    ['flag', 'FALSE', false],
    ['duration', '90', 90_000],
    ['duration', '0.5', 500],
    ['labels', 'team=core, site=zrh', { team: 'core', site: 'zrh' }],
    ['extraFiles', 'follow', 'follow'],
    ['extraFiles', 'r1.cfg,r2.cfg', ['r1.cfg', 'r2.cfg']],
  ] as const)('of kind %s with %j means %j', (kind, text, value) => {
    expect(readConfigText('REMOTE_LAB_X', kind, text)).toEqual(value);
  });

  test.each([undefined, '', '  '])('that is %j is not set', (text) => {
    expect(readConfigText('REMOTE_LAB_X', 'duration', text)).toBeUndefined();
  });

  test.each([
    ['flag', 'maybe', 'REMOTE_LAB_X must be true or false, not "maybe".'],
    ['duration', 'long', 'REMOTE_LAB_X must be a number of seconds above 0, not "long".'],
    ['duration', '-1', 'REMOTE_LAB_X must be a number of seconds above 0, not "-1".'],
    ['labels', 'core', 'REMOTE_LAB_X must be a list such as team=core,site=zrh, not "core".'],
  ] as const)('of kind %s with %j is refused with what it must be', (kind, text, message) => {
    expect(() => readConfigText('REMOTE_LAB_X', kind, text)).toThrow(message);
  });
});

describe('a value of the file', () => {
  test.each([
    ['url', 'text', 8000, 'url must be a text, not 8000.'],
    ['reuse', 'flag', 'yes', "reuse must be true or false, not 'yes'."],
    ['waitTimeout', 'duration', 0, 'waitTimeout must be a number of milliseconds above 0, not 0.'],
    ['topology', 'topology', ['a.yml'], 'topology must be a path, a URL, YAML text or an object'],
  ] as const)('%s that makes no sense is refused', (name, kind, value, message) => {
    expect(() => checkConfigValue(name, kind, value)).toThrow(message);
  });

  test('may be left out', () => {
    expect(() => checkConfigValue('url', 'text', undefined)).not.toThrow();
  });
});
