import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { utils } from 'ssh2';
import { serveDocuments } from '../test-fixtures/serve-documents';
import { connectSsh } from '../test-fixtures/ssh-client';
import { startService } from '../test-fixtures/start-service';

const toaster = {
  name: 'toaster',
  initial_prompt: '{base_prompt}>',
  commands: { 'show bread': { output: 'brown', help: 'bread' } },
};
const inventory = JSON.stringify({ hosts: { r1: { port: 'auto' } } });
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fakenos-'));
  await mkdir(join(folder, 'labs'));
  const write = (name: string, text: string) => writeFile(join(folder, name), text);
  await write('labs/lab.yaml', inventory);
  await write('labs/lab.yml', inventory);
  await write('labs/lab.txt', inventory);
  await write('labs/broken.yaml', 'hosts: [');
  await write('labs/toaster.yaml', JSON.stringify(toaster));
  await write('labs/toasters.yaml', '{hosts: {t1: {port: auto, nos: {plugin: toaster.yaml}}}}');
  await write('labs/topology.yml', 'defaults.device: eos\nnodes: [r1, r2]\nlinks: [r1-r2]');
  await write('labs/key', utils.generateKeyPairSync('ed25519').private);
  await write('secret.yaml', inventory);
});

afterAll(() => rm(folder, { recursive: true }));

/** Starts a network and tells which inventory it was said to have. */
async function sourceOf(
  configuration: Parameters<typeof startService>[0],
  request: { network: string; inventory?: unknown },
): Promise<string[]> {
  await using started = startService({ configurationFolder: folder, ...configuration });
  const words: string[] = [];
  await started.service.start(request, {
    onProgress: ({ kind, message }) => {
      if (kind === 'fetching_inventory' || kind === 'inventory_resolved') words.push(message);
    },
  });
  return words;
}

describe('the inventory of a network', () => {
  test('is that of the request', async () => {
    const said = await sourceOf({}, { network: 'lab', inventory: { hosts: {} } });
    expect(said).toEqual(['lab: 0 hosts, of the request']);
  });

  test('else the one declared under its name, looked for beside the configuration', async () => {
    const configuration = {
      networks: { lab: { inventory: 'labs/lab.yaml' } },
      default_inventory: { hosts: {} },
    };
    expect(await sourceOf({ configuration }, { network: 'lab' })).toEqual([
      'lab: fetching inventory labs/lab.yaml',
      'lab: 1 host, labs/lab.yaml, declared for this network in the configuration',
    ]);
    expect(await sourceOf({ configuration }, { network: 'other' })).toEqual([
      'other: 0 hosts, by default, as the configuration says',
    ]);
    expect(await sourceOf({ configuration }, { network: 'constructor' })).toHaveLength(1);
  });

  test('else three hosts that are built in, on the ports 6000 to 6002', async () => {
    // Another program of this machine may have those ports: what was chosen is said before.
    const words: string[] = [];
    await using started = startService();
    await started.service
      .start({ network: 'lab' }, { onProgress: ({ message }) => words.push(message) })
      .catch((error: unknown) => expect(error).toMatchObject({ code: 'port_in_use' }));
    expect(words[0]).toBe(
      'lab: 3 hosts, built in: neither the request nor the configuration names an inventory',
    );
  });

  test('may be a file of a folder that the operator has listed, ending in .yaml or .yml', async () => {
    const configuration = { inventory_folders: ['labs'] };
    for (const name of ['lab.yaml', 'lab.yml', join(folder, 'labs/lab.yaml')])
      expect(await sourceOf({ configuration }, { network: 'lab', inventory: name })).toHaveLength(2);
  });

  test.each([
    ['lab.txt', 'invalid_inventory', 'must be a .yaml or .yml file'],
    ['broken.yaml', 'invalid_inventory', 'this is not valid YAML'],
    ['nothing.yaml', 'inventory_unreachable', 'There is no file nothing.yaml'],
    ['../secret.yaml', 'inventory_not_allowed', 'inventory_folders'],
    [
      '/etc/passwd',
      'inventory_not_allowed',
      'inventory_folders, or send the inventory itself instead of its path.',
    ],
    ['nf://lab.yaml', 'inventory_not_allowed', "NorFab's file service"],
    ['file:///etc/passwd', 'inventory_not_allowed', 'give a path or an http(s) URL'],
    ['https://', 'inventory_unreachable', 'is no URL'],
    ['https://user:secret@example.org/lab.yaml', 'inventory_not_allowed', 'user name or password'],
    [
      'https://example.org/lab.yaml',
      'inventory_not_allowed',
      'allowed_urls, or send the inventory itself instead of its address.',
    ],
  ])('a request for %s is refused', async (name, code, words) => {
    await using started = startService({
      configuration: { inventory_folders: ['labs'], allowed_urls: ['https://git.example.org/'] },
      configurationFolder: folder,
    });
    await expect(started.service.start({ network: 'lab', inventory: name })).rejects.toMatchObject({
      code,
      message: expect.stringContaining(words),
    });
  });

  test('may be fetched from where the operator allows, once: a restart does not fetch again', async () => {
    await using server = await serveDocuments({ '/labs/lab.yaml': inventory });
    await using started = startService({ configuration: { allowed_urls: [`${server.url}/labs/`] } });

    await started.service.start({ network: 'lab', inventory: `${server.url}/labs/lab.yaml` });
    await started.service.restart('lab');

    expect(server.asked).toEqual(['/labs/lab.yaml']);
  });

  test('a URL that the operator declares is allowed as such, but not what its inventory names', async () => {
    await using server = await serveDocuments({
      '/lab.yaml': inventory,
      '/bad.yaml': `{hosts: {t1: {nos: {plugin: ${join('labs', 'toaster.yaml')}}}}}`,
    });
    await using started = startService({
      configuration: {
        networks: {
          lab: { inventory: `${server.url}/lab.yaml` },
          bad: { inventory: `${server.url}/bad.yaml` },
        },
      },
      configurationFolder: folder,
    });
    expect(await started.service.start({ network: 'lab' })).toHaveProperty('lab');
    await expect(started.service.start({ network: 'bad' })).rejects.toMatchObject({
      code: 'inventory_not_allowed',
    });
  });

  test('may be a Netlab topology, as text or as data: the devices then stand in that network', async () => {
    await using started = startService({
      configuration: { inventory_folders: ['labs'] },
      configurationFolder: folder,
    });
    const { service } = started;
    const { file } = await service.start({ network: 'file', inventory: 'topology.yml' });
    const data = { nodes: { a: { device: 'iosv' }, b: { device: 'eos' } }, links: ['a-b'] };
    const { data: second } = await service.start({ network: 'data', inventory: data });

    expect(file?.hosts.map(({ name, platform }) => [name, platform])).toEqual([
      ['r1', 'arista_eos'],
      ['r2', 'arista_eos'],
    ]);
    const [a] = second?.hosts ?? [];
    await using client = await connectSsh({
      port: a?.port ?? 0,
      username: a?.username ?? '',
      password: a?.password ?? '',
    });
    expect((await client.exec('show lldp neighbors')).output).toMatch(/^b\s/m);
  });

  test('a topology with mistakes is refused with their places', async () => {
    await using started = startService();
    const data = { nodes: { a: { device: 'iosv' } }, links: ['a-c'] };
    await expect(started.service.start({ network: 'lab', inventory: data })).rejects.toMatchObject({
      code: 'invalid_inventory',
      problems: [
        { path: expect.stringContaining('links'), message: expect.stringContaining('(line 1, column') },
      ],
    });
  });

  test('a topology with a device that nothing plays is told which device types it can have', async () => {
    await using started = startService({
      configuration: { nos_plugins: { eos: { ...toaster, name: 'eos' } } },
    });
    const data = { nodes: { a: { device: 'dellos10' } } };
    await expect(started.service.start({ network: 'lab', inventory: data })).rejects.toMatchObject({
      code: 'unsupported_device',
      message: expect.stringMatching(
        /no fake platform for a \(dellos10\)\. Use one of the device types that have one: (?!.*(arista_eos|\beos\b|toaster)).*\biosv\b.*\.$/,
      ),
    });
  });

  test('is either an inventory or a topology', async () => {
    await using started = startService();
    const data = { hosts: { r1: {} }, nodes: { a: { device: 'eos' } } };
    await expect(started.service.start({ network: 'lab', inventory: data })).rejects.toMatchObject({
      code: 'invalid_inventory',
      message: expect.stringContaining('either hosts (FakeNOS) or nodes (a Netlab topology)'),
    });
  });

  test.each(['hosts:\n  r1: {}\n', 'hosts:\r\n  r1: {}', inventory])(
    '%j is its text and no path',
    async (text) => {
      await using started = startService({ configuration: { inventory_folders: ['.'] } });
      await expect(started.service.start({ network: 'lab', inventory: text })).rejects.toMatchObject({
        code: 'invalid_inventory',
        message: expect.stringContaining('an inventory is sent as an object, not as YAML text'),
      });
    },
  );

  test('neither has more hosts than allowed', async () => {
    await using started = startService({ maxHosts: 1 });
    for (const data of [
      { nodes: { a: { device: 'eos' }, b: { device: 'eos' } } },
      { hosts: { r: { replicas: 2 } } },
    ])
      await expect(started.service.start({ network: 'lab', inventory: data })).rejects.toMatchObject({
        code: 'invalid_inventory',
        message: expect.stringContaining('at most 1'),
      });
  });
});

describe('the platform of a host', () => {
  const answerOf = async (
    configuration: NonNullable<Parameters<typeof startService>[0]>['configuration'],
    host: object,
    line: string,
  ) => {
    await using started = startService({
      configurationFolder: folder,
      ...(configuration && { configuration }),
    });
    const { lab } = await started.service.start({
      network: 'lab',
      inventory: { hosts: { t1: { port: 'auto', ...host } } },
    });
    await using client = await connectSsh({
      port: lab?.hosts[0]?.port ?? 0,
      username: 'user',
      password: 'user',
    });
    const { output } = await client.exec(line);
    return { output, platform: lab?.hosts[0]?.platform };
  };

  test.each([
    ['registered in the configuration by path', { nos_plugins: { any: 'labs/toaster.yaml' } }, 'toaster'],
    ['called by its label in the configuration', { nos_plugins: { any: toaster } }, 'any'],
    ['registered in the configuration as data', { nos_plugins: { any: toaster } }, 'toaster'],
    ['in a folder', { platform_folders: ['labs'] }, 'toaster'],
    ['in the inventory', {}, toaster],
    ['in a folder for inventories, by path', { inventory_folders: ['labs'] }, './toaster.yaml'],
  ])('may be a platform file %s', async (_where, configuration, plugin) => {
    const { output, platform } = await answerOf(configuration, { nos: { plugin } }, 'show bread');
    expect(output).toContain('brown');
    expect(platform).toBe('toaster');
  });

  test('is found beside the inventory that names it', async () => {
    await using started = startService({
      configuration: { inventory_folders: ['labs'] },
      configurationFolder: folder,
    });
    const { lab } = await started.service.start({ network: 'lab', inventory: 'toasters.yaml' });
    expect(lab?.hosts).toMatchObject([{ name: 't1', platform: 'toaster' }]);
  });

  test('is called what platform says, and behaves as nos.plugin says', async () => {
    const { output, platform } = await answerOf(
      {},
      { platform: 'arista_eos', nos: { plugin: toaster } },
      'show bread',
    );
    expect(output).toContain('brown');
    expect(platform).toBe('arista_eos');
  });

  test('may be one of two that netmiko calls the same', async () => {
    const line = 'vtysh -c "show version"';
    expect((await answerOf({}, { platform: 'frr' }, line)).output).toContain('FRRouting');
    expect((await answerOf({}, { platform: 'linux' }, line)).output).not.toContain('FRRouting');
  });

  test('answers lines of its own first, also where it is built in', async () => {
    const nos = { configuration: { commands: { 'show bread': { output: 'white' } } } };
    expect((await answerOf({}, { nos }, 'show bread')).output).toContain('white');
    expect((await answerOf({}, { nos: { ...nos, plugin: toaster } }, 'show bread')).output).toContain(
      'white',
    );
  });

  test('prompts with base_prompt', async () => {
    await using started = startService();
    const shell = { configuration: { base_prompt: 'core' } };
    const { lab } = await started.service.start({
      network: 'lab',
      inventory: { default: { port: 'auto', shell }, hosts: { r1: {}, t1: { nos: { plugin: toaster } } } },
    });
    for (const { port } of lab?.hosts ?? []) {
      await using client = await connectSsh({ port, username: 'user', password: 'user' });
      const session = await client.shell();
      expect(await session.until('core>')).not.toMatch(/r1|t1/);
    }
  });

  test.each([
    [{ nos: { plugin: 'toaster.py' } }, 'unsupported_platform_file', 'Python'],
    [
      { nos: { plugin: './labs/toaster.yaml' } },
      'inventory_not_allowed',
      "lab: hosts.t1.nos.plugin: The file ./labs/toaster.yaml may not be read. Have the operator list its folder under inventory_folders, or give the platform's content as a mapping.",
    ],
    [
      { nos: { plugin: 'https://example.org/os.yaml' } },
      'inventory_not_allowed',
      "under allowed_urls, or give the platform's content as a mapping.",
    ],
    [{ configuration_file: '/etc/x.yaml' }, 'inventory_not_allowed', 'hosts.t1.configuration_file: '],
    [
      { nos: { plugin: 'toster' } },
      'unsupported_platform',
      'names the platform "toster", which there is not',
    ],
    [{ nos: { plugin: { commands: { a: 1 } } } }, 'invalid_platform_file', 'hosts.t1.nos.plugin'],
    [
      { nos: { configuration: { commands: { a: 1 } } } },
      'invalid_platform_file',
      'hosts.t1.nos.configuration',
    ],
    [{ configuration_file: 'x.yaml.j2' }, 'invalid_inventory', 'which is not rendered here'],
    [
      { server: { configuration: { ssh_key_file: '/etc/hostname' } } },
      'inventory_not_allowed',
      'lab: hosts.t1.server.configuration.ssh_key_file: The file /etc/hostname may not be read. Have the operator list its folder under inventory_folders.',
    ],
  ])('%j is refused', async (host, code, words) => {
    await using started = startService({ configurationFolder: folder });
    const start = started.service.start({ network: 'lab', inventory: { hosts: { t1: host } } });
    await expect(start).rejects.toMatchObject({ code, message: expect.stringContaining(words) });
  });

  test('is not waited for longer than the start may take', async () => {
    await using server = await serveDocuments({ '/slow.yaml': () => undefined });
    await using started = startService({
      configuration: { nos_plugins: { slow: `${server.url}/slow.yaml` } },
      configurationFolder: folder,
    });
    const start = started.service.start({ network: 'lab', inventory: { hosts: {} }, timeout: 0.05 });
    await expect(start).rejects.toMatchObject({ code: 'start_timeout' });
    // The file has not even been given up.
    expect(started.log).toEqual([]);
  });

  test('one that cannot be used is left out, which the log says; the others are there', async () => {
    await using started = startService({
      configuration: { nos_plugins: { a: 'nothing.yaml', b: toaster }, platform_folders: ['none'] },
      configurationFolder: folder,
    });
    const nos = { plugin: 'toaster' };
    await started.service.start({ network: 'lab', inventory: { hosts: { t1: { port: 'auto', nos } } } });
    expect(started.log).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/left out: .*none cannot be read/),
        expect.stringContaining(`left out: There is no file ${join(folder, 'nothing.yaml')}; check`),
      ]),
    );
  });
});

describe('files of an inventory', () => {
  test('configuration_file is read, checked, and said to be of no use', async () => {
    await using started = startService({
      configuration: { inventory_folders: ['labs'] },
      configurationFolder: folder,
    });
    const { service } = started;
    const notices: string[] = [];
    const start = (file: string) =>
      service.start(
        { network: 'lab', inventory: { hosts: { r1: { port: 'auto', configuration_file: file } } } },
        { onProgress: ({ kind, message }) => (kind === 'notice' ? notices.push(message) : undefined) },
      );
    await start('lab.yaml');
    expect(notices).toEqual([expect.stringContaining('the platforms here do not use it')]);
    await service.stop();
    await expect(start('broken.yaml')).rejects.toMatchObject({
      problems: [{ path: 'hosts.r1.configuration_file', message: expect.stringContaining('not valid YAML') }],
    });
  });

  test('ssh_key_file is the host key; what is no key is refused', async () => {
    await using started = startService({
      configuration: { inventory_folders: ['labs'] },
      configurationFolder: folder,
    });
    const start = (file: string) =>
      started.service.start({
        network: 'lab',
        inventory: { hosts: { r1: { port: 'auto', server: { configuration: { ssh_key_file: file } } } } },
      });
    await expect(start('lab.yaml')).rejects.toMatchObject({
      code: 'invalid_inventory',
      problems: [{ path: 'hosts.r1.server.configuration.ssh_key_file' }],
    });
    const { lab } = await start('key');
    const keys: string[] = [];
    await using client = await connectSsh({
      port: lab?.hosts[0]?.port ?? 0,
      username: 'user',
      password: 'user',
      hostVerifier: (key: Buffer) => keys.push(key.toString('base64')) > 0,
    });
    expect(client.connection).toBeDefined();
    const { readFile } = await import('node:fs/promises');
    const parsed = utils.parseKey(await readFile(join(folder, 'labs/key')));
    expect(parsed instanceof Error ? [] : keys).toEqual([
      parsed instanceof Error || Array.isArray(parsed) ? '' : parsed.getPublicSSH().toString('base64'),
    ]);
  });
});
