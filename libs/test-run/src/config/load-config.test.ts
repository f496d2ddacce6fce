import { expect, test } from '@jest/globals';
import { tempFolder } from '../test-fixtures/temp-folder';
import { loadConfig } from './load-config';

test.each([
  ['remote-lab.config.json', '{ "topology": "pair.yml" }'],
  ['remote-lab.config.cjs', "module.exports = { topology: 'pair.yml' };"],
  ['remote-lab.config.js', "module.exports = () => ({ topology: 'pair.yml' });"],
  ['remote-lab.config.mjs', "export default { topology: 'pair.yml' };"],
  [
    'remote-lab.config.ts',
    "const topology: string = 'pair.yml';\nexport default async () => ({ topology });",
  ],
  ['remote-lab.config.mts', "export default { topology: 'pair.yml' } satisfies object;"],
])('%s is read', async (name, content) => {
  await using folder = await tempFolder({ [name]: content });
  expect(await loadConfig(folder.file(name))).toEqual({ topology: 'pair.yml' });
});

test('a file that has changed is read anew', async () => {
  await using folder = await tempFolder({ 'c.cjs': "module.exports = { url: 'http://one' };" });
  await loadConfig(folder.file('c.cjs'));
  await folder.write({ 'c.cjs': "module.exports = { url: 'http://two' };" });
  expect(await loadConfig(folder.file('c.cjs'))).toEqual({ url: 'http://two' });
});

test.each([
  ['a mistake in its code', 'module.exports = {', 'config_unreadable', /c\.cjs cannot be read: /],
  [
    'an error that it throws',
    "throw new Error('no such\\n  thing');",
    'config_unreadable',
    /cannot be read: no such thing$/,
  ],
  ['no object', 'module.exports = 5;', 'invalid_config', /c\.cjs must export an object/],
  [
    'an unknown key',
    "module.exports = { topolgy: 'a.yml' };",
    'invalid_config',
    /unknown key "topolgy". Did you mean topology\?/,
  ],
  [
    'a wrong value',
    "module.exports = { reuse: 'yes' };",
    'invalid_config',
    /reuse in .*c\.cjs must be true or false/,
  ],
])('%s is told, in one line', async (_, content, code, message) => {
  await using folder = await tempFolder({ 'c.cjs': content });
  const failure: unknown = await loadConfig(folder.file('c.cjs')).catch((error: unknown) => error);
  expect(failure).toMatchObject({ code, message: expect.stringMatching(message) });
  expect(failure).toMatchObject({ message: expect.not.stringContaining('\n') });
});
