import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { npmCommand } from './npm-command.mjs';

let folder;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'npm-command-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function file(...parts) {
  const name = path.join(folder, ...parts);
  await mkdir(path.dirname(name), { recursive: true });
  await writeFile(name, '');
  return name;
}

describe('npmCommand', () => {
  test('prefers the npm that started us', async () => {
    const execPath = await file('bin', 'node');
    const script = await file('elsewhere', 'npm-cli.js');
    const host = { execPath, env: { npm_execpath: script }, platform: 'linux' };
    expect(npmCommand(host)).toEqual({ command: execPath, args: [script] });
  });

  test('takes npm when npx started us, and the npm beside Node when another package manager did', async () => {
    const execPath = await file('bin', 'node');
    const npm = await file('lib', 'node_modules', 'npm', 'bin', 'npm-cli.js');
    const npx = await file('lib', 'node_modules', 'npm', 'bin', 'npx-cli.js');
    const yarn = await file('elsewhere', 'yarn.js');
    for (const npm_execpath of [npx, yarn, undefined]) {
      const host = { execPath, env: { npm_execpath }, platform: 'linux' };
      expect(npmCommand(host)).toEqual({ command: execPath, args: [npm] });
    }
  });

  test('falls back on the search path', async () => {
    const execPath = await file('bin', 'node');
    expect(npmCommand({ execPath, env: {}, platform: 'linux' })).toEqual({ command: 'npm', args: [] });
    expect(npmCommand({ execPath, env: {}, platform: 'win32' }).command).toBe('cmd.exe');
  });
});
