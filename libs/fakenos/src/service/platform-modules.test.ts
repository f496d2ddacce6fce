import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { connectSsh } from '../test-fixtures/ssh-client';
import { startService } from '../test-fixtures/start-service';

const platform = `exports.platform = {
  name: 'kettle', title: 'Kettle OS', netlabDevices: [], initialMode: 'exec', help: {},
  modes: { exec: { prompt: (device) => device.name + '~', words: 'abbreviated' } },
  commands: [{ syntax: 'show water', modes: ['exec'], run: ({ device }) => 'hot in ' + device.name }],
  refusals: { unknown: () => 'no', incomplete: () => 'no', ambiguous: () => 'no' },
};`;
/** Loads where it is looked at, and ends the process that is to play it. */
const deadly = `${platform}
if (/network-process/.test(process.argv[1])) { console.error('the kettle boils over'); process.exit(3); }`;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fakenos-'));
  await writeFile(join(folder, 'kettle.cjs'), platform);
  await writeFile(join(folder, 'deadly.cjs'), deadly);
});

afterAll(() => rm(folder, { recursive: true }));

const inventory = { hosts: { k1: { port: 'auto', platform: 'kettle' } } };

describe('platform modules of the configuration', () => {
  test('play hosts like any other platform', async () => {
    await using started = startService({
      configuration: { platform_modules: ['kettle.cjs'] },
      configurationFolder: folder,
    });
    const { lab } = await started.service.start({ network: 'lab', inventory });
    expect(lab?.hosts).toMatchObject([{ platform: 'kettle' }]);
    const login = { port: lab?.hosts[0]?.port ?? 0, username: 'user', password: 'user' };
    await using client = await connectSsh(login);
    expect((await client.exec('show water')).output).toContain('hot in k1');
  });

  test('that cannot be loaded are left out, which the log says', async () => {
    await using started = startService({
      configuration: { platform_modules: ['none.cjs'] },
      configurationFolder: folder,
    });
    await expect(started.service.start({ network: 'lab', inventory })).rejects.toMatchObject({
      code: 'unsupported_platform',
    });
    expect(started.log).toEqual([expect.stringContaining('none.cjs cannot be loaded')]);
  });

  test('are no way to run a program out of a request', async () => {
    await using started = startService({
      configuration: { inventory_folders: ['.'] },
      configurationFolder: folder,
    });
    const hosts = { k1: { nos: { plugin: join(folder, 'kettle.cjs') } } };
    await expect(started.service.start({ network: 'lab', inventory: { hosts } })).rejects.toMatchObject({
      code: 'invalid_platform_file',
    });
  });

  test("that end the network's process while it starts are reported at once, with its last words", async () => {
    await using started = startService({
      configuration: { platform_modules: ['deadly.cjs'] },
      configurationFolder: folder,
    });
    await expect(started.service.start({ network: 'lab', inventory })).rejects.toMatchObject({
      code: 'network_start_failed',
      message: "The network's process ended with status 3. Its last words: the kettle boils over",
    });
    expect(await started.service.inspectNetworks()).toEqual({});
  });
});
