import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { benchDialogue } from '../test-fixtures/bench-server';
import { loadPlatformModule } from './load-platform-module';

const TOASTER = join(__dirname, 'test-fixtures', 'toaster-platform.cjs');
/** The package as it is published: a test runner's own `require` and `import` are not Node's. */
const BUILT = join(dirname(require.resolve('@remote-lab/fakenos/package.json')), 'dist');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'platform-module-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const written = async (name: string, text: string): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
};

describe('a platform module', () => {
  test('is a platform like any other', async () => {
    const platform = await loadPlatformModule(TOASTER);
    let screen = '';
    const sink = { write: (text: string) => ((screen += text), true), end: () => undefined };
    const terminal = { rows: 24, columns: 80 };
    const shell = benchDialogue(platform)({ username: 'admin', terminal, sink });
    shell.interact();
    shell.input(Buffer.from('show int\rconf\rtoast\r'));
    expect(screen).toMatch(/^r1>show int\r\nr1 has \d+ interfaces\r\nr1>conf\r\n/);
    expect(screen).toContain('r1(config)>toast\r\nNo such thing: toast\r\nr1(config)>');
  });

  test.each([
    ['common.cjs', 'exports.platform = THE;', 'acme_toaster'],
    ['default.cjs', 'module.exports = { default: THE };', 'acme_toaster'],
    ['module.mjs', 'export const platform = THE;', 'acme_toaster'],
    ['module-default.mjs', 'export default THE;', 'acme_toaster'],
    [
      'waiting.mjs',
      'await new Promise((done) => setImmediate(done)); export const platform = THE;',
      'acme_toaster',
    ],
  ])('may be written as %s', async (name, text, expected) => {
    const toaster = (await readFile(TOASTER, 'utf8')).replace(/module\.exports.*$/m, '');
    const path = await written(name, toaster + text.replace('THE', 'toaster'));
    const program = [
      `const { loadPlatformModule } = require(${JSON.stringify(join(BUILT, 'nos-file', 'load-platform-module.js'))});`,
      `loadPlatformModule(${JSON.stringify(path)}).then(({ name }) => console.log(name));`,
    ];
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ['-e', program.join('\n')]);
    expect({ stdout: stdout.trim(), stderr }).toEqual({ stdout: expected, stderr: '' });
  });
});

describe('a platform module that cannot be used is refused', () => {
  test('each field that is missing or wrong is named', async () => {
    const path = await written(
      'holes.cjs',
      `exports.platform = { name: 'holes', initialMode: 'exec', modes: { user: { prompt: 'x>' } },
        commands: [{ syntax: 'show', modes: 'user', run: () => '' }, 7], refusals: {}, netlabDevices: [], help: {} };`,
    );
    await expect(loadPlatformModule(path)).rejects.toMatchObject({
      code: 'invalid_platform_file',
      message: expect.stringContaining(
        `${path} cannot be used: title is missing: it must be a text`,
      ) as unknown,
      problems: [
        { path: 'title', message: 'is missing: it must be a text' },
        { path: 'refusals.unknown', message: 'is missing: it must be a function' },
        { path: 'refusals.incomplete', message: 'is missing: it must be a function' },
        { path: 'refusals.ambiguous', message: 'is missing: it must be a function' },
        { path: 'modes.user.prompt', message: 'must be a function' },
        { path: 'modes.user.words', message: "is missing: it must be 'abbreviated' or 'exact'" },
        { path: 'initialMode', message: 'names the mode "exec", which is not among modes' },
        { path: 'commands.0.modes', message: 'must be a list of texts' },
        { path: 'commands.1', message: 'must be an object' },
      ],
    });
  });

  test('a command whose syntax makes no sense is shown', async () => {
    const text = (await readFile(TOASTER, 'utf8')).replace("'show interfaces',", "'show <interfaces',");
    await expect(loadPlatformModule(await written('syntax.cjs', text))).rejects.toMatchObject({
      code: 'invalid_platform_file',
      message: expect.stringContaining('"<interfaces"') as unknown,
    });
  });

  test.each([
    ['fails.cjs', 'throw new Error("no toast today");', 'no toast today'],
    ['broken.cjs', 'this is no program', 'cannot be loaded'],
    ['empty.cjs', '', 'exports no platform'],
    ['number.cjs', 'exports.platform = 7;', 'platform must be an object'],
  ])('%s', async (name, text, message) => {
    await expect(loadPlatformModule(await written(name, text))).rejects.toMatchObject({
      code: 'invalid_platform_file',
      message: expect.stringContaining(message) as unknown,
    });
  });

  test('a file that is not there', async () => {
    await expect(loadPlatformModule(join(folder, 'nowhere.cjs'))).rejects.toMatchObject({
      code: 'invalid_platform_file',
      message: expect.stringContaining('nowhere.cjs') as unknown,
    });
  });

  test('a file in another language', async () => {
    await expect(loadPlatformModule('platform.py')).rejects.toMatchObject({
      code: 'unsupported_platform_file',
      message: expect.stringContaining('.mjs') as unknown,
    });
  });

  const runsTypeScript = 'typescript' in process.features && process.features.typescript !== false;
  (runsTypeScript ? test.skip : test)('TypeScript where Node does not run it, with what to do', async () => {
    await expect(loadPlatformModule('platform.ts')).rejects.toMatchObject({
      code: 'unsupported_platform_file',
      message: expect.stringContaining('compile it') as unknown,
    });
  });
});
