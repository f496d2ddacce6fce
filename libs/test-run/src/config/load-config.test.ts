import { expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { tempFolder } from '../test-fixtures/temp-folder';
import { loadConfig } from './load-config';

const execFileAsync = promisify(execFile);
const BUILT = path.resolve(__dirname, '../../dist/config/load-config.js');
const LOAD = `
  const { readFileSync, writeFileSync } = require('node:fs');
  const [, , built, file] = process.argv;
  const { loadConfig } = require(built);
  (async () => {
    const { url: first } = await loadConfig(file);
    writeFileSync(file, readFileSync(file, 'utf8').replace('one', 'two'));
    const { url: second } = await loadConfig(file);
    process.stdout.write(first + ' ' + second);
  })();`;

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

test.each([
  ['remote-lab.config.js', (url: string) => `module.exports = { url: '${url}' };`],
  ['remote-lab.config.mjs', (url: string) => `export default { url: '${url}' };`],
  ['remote-lab.config.json', (url: string) => JSON.stringify({ url })],
  ['remote-lab.config.ts', (url: string) => `export default { url: '${url}' as string };`],
])('%s that has changed is read anew', async (name, content) => {
  await using folder = await tempFolder({ [name]: content('http://one'), 'load.cjs': LOAD });
  // In a process of its own: modules are kept by Node, and Jest has a registry of its own in front of it.
  const loaded = await execFileAsync(process.execPath, [folder.file('load.cjs'), BUILT, folder.file(name)]);
  expect(loaded.stdout).toBe('http://one http://two');
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
