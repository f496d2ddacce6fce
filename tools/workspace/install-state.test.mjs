import { describe, expect, test } from '@jest/globals';
import { reasonToInstall } from './install-state.mjs';

const lock = (packages) => JSON.stringify({ lockfileVersion: 3, packages });
const ajv = { version: '8.20.0', resolved: 'https://registry.example/ajv-8.20.0.tgz' };
const link = { resolved: 'libs/client', link: true };
const macOnly = { version: '1.0.0', resolved: 'https://registry.example/mac.tgz', optional: true };

describe('reasonToInstall', () => {
  test('an installation equal to the lock file needs nothing', () => {
    const wanted = lock({ '': { name: 'root' }, 'node_modules/ajv': ajv, 'node_modules/client': link });
    expect(
      reasonToInstall(wanted, lock({ 'node_modules/ajv': ajv, 'node_modules/client': link })),
    ).toBeUndefined();
  });

  test('no installation at all', () => {
    expect(reasonToInstall(lock({ 'node_modules/ajv': ajv }), undefined)).toBe('nothing is installed yet');
  });

  test('a record that was cut off counts as interrupted', () => {
    expect(reasonToInstall(lock({ 'node_modules/ajv': ajv }), '{"packages": {"node_mod')).toContain(
      'interrupted',
    );
  });

  test('a package that the lock file gained', () => {
    expect(reasonToInstall(lock({ 'node_modules/ajv': ajv }), lock({}))).toBe('node_modules/ajv is missing');
  });

  test('a package in another version', () => {
    const installed = lock({ 'node_modules/ajv': { ...ajv, version: '8.19.0' } });
    expect(reasonToInstall(lock({ 'node_modules/ajv': ajv }), installed)).toBe(
      'node_modules/ajv has changed',
    );
  });

  test('packages of other platforms may be missing', () => {
    expect(reasonToInstall(lock({ 'node_modules/mac': macOnly }), lock({}))).toBeUndefined();
  });

  test('packages too many are no reason', () => {
    expect(reasonToInstall(lock({}), lock({ 'node_modules/ajv': ajv }))).toBeUndefined();
  });
});
