import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createTopologyBundle, type TopologyBundle } from '@remote-lab/topology';
import type { NetlabCall, RunNetlab } from '../run-netlab';
import { netlabTopologyReader } from './netlab-topology-reader';
import { readFixture } from './test-fixtures/read-fixture';

const bundleOf = (text: string, files: Readonly<Record<string, string>> = {}): TopologyBundle =>
  createTopologyBundle({
    topology: { path: 'my lab.yml', content: Buffer.from(text) },
    extraFiles: Object.entries(files).map(([path, content]) => ({ path, content: Buffer.from(content) })),
  });

/** netlab that does this instead of transforming anything. */
const netlab =
  (act: (call: NetlabCall, args: readonly string[]) => Promise<number>): RunNetlab =>
  async (args, call) => ({
    exitCode: await act(call, args),
    stdout: '',
    tail: ['the last line'],
    durationMs: 1,
  });

const saying = (exitCode: number, ...lines: readonly string[]): RunNetlab =>
  netlab((call) => {
    for (const line of lines) call.onLine?.(line.replaceAll('FOLDER', call.cwd), 'stderr');
    return Promise.resolve(exitCode);
  });

const writing = (content: string | Uint8Array): RunNetlab =>
  netlab(async ({ cwd }) => {
    await writeFile(join(cwd, '../transformed.json'), content);
    return 0;
  });

const options = { defaultName: 'lab', signal: new AbortController().signal };

describe('netlabTopologyReader', () => {
  let scratchFolder = '';
  beforeEach(async () => {
    scratchFolder = join(await mkdtemp(join(tmpdir(), 'reader-')), 'scratch');
  });
  afterEach(async () => {
    expect(await readdir(scratchFolder).catch(() => [])).toEqual([]);
    await rm(join(scratchFolder, '..'), { recursive: true });
  });

  test('makes a model of what netlab writes', async () => {
    const runNetlab = writing(await readFixture('small-lab.json'));
    const { nodes } = await netlabTopologyReader({ runNetlab, scratchFolder }).read(bundleOf(''), options);
    expect(nodes.map(({ name }) => name)).toEqual(['r2', 'r1', 'r3', 'h1']);
  });

  test('gives netlab the files of the bundle in a folder of the name of the lab, and fixed arguments', async () => {
    const json = await readFixture('small-lab.json');
    let seen: unknown;
    const runNetlab = netlab(async ({ cwd, environment }, args) => {
      const files = (await readdir(cwd, { recursive: true })).sort();
      const text = await readFile(join(cwd, 'topology.yml'), 'utf8');
      seen = { name: cwd.split('/').at(-1), files, text, first: args[0], last: args.at(-1), environment };
      await writeFile(join(cwd, '../transformed.json'), json);
      return 0;
    });
    const bundle = bundleOf('nodes: [r1]', { 'templates/r1.j2': 'x', 'netlab.lock': 'x' });
    const reader = netlabTopologyReader({ runNetlab, scratchFolder });
    await reader.read(bundle, { ...options, defaultName: '../my lab' });
    expect(seen).toEqual({
      ...{ name: 'mylab', text: 'nodes: [r1]', first: 'create', last: 'topology.yml' },
      files: ['templates', 'templates/r1.j2', 'topology.yml'],
      environment: {},
    });
  });

  test('asks again, with images, when netlab misses only these', async () => {
    const json = await readFixture('small-lab.json');
    const asked: unknown[] = [];
    const runNetlab = netlab(async ({ cwd, environment, onLine }) => {
      asked.push(environment);
      if (asked.length > 1) await writeFile(join(cwd, '../transformed.json'), json);
      else
        onLine?.('MissingValue in nodes: No image specified for device srlinux (provider libvirt)', 'stderr');
      return asked.length > 1 ? 0 : 1;
    });
    await netlabTopologyReader({ runNetlab, scratchFolder }).read(bundleOf(''), options);
    expect(asked).toEqual([{}, { NETLAB_DEVICES_SRLINUX_LIBVIRT_IMAGE: 'none' }]);
  });

  test("hands netlab's complaints on, at the place they are about, with the names its author knows", async () => {
    const runNetlab = saying(
      1,
      'Errors encountered while processing topology.yml',
      "IncorrectValue in nodes: attribute 'nodes.r1.device' must be known device type identifier (got nosuch)",
      'IncorrectValue in plugin: Cannot find plugin nosuch',
      '... Search path:',
      '... - FOLDER',
      '... - /home/me/.netlab/plugins',
      'Fatal error in netlab: Cannot proceed beyond this point due to errors, exiting',
    );
    const bundle = bundleOf('plugin: [nosuch]\nnodes:\n  r1:\n    device: nosuch\n');
    const reading = netlabTopologyReader({ runNetlab, scratchFolder }).read(bundle, options);
    await expect(reading).rejects.toMatchObject({
      code: 'invalid_topology',
      message: expect.stringContaining('my lab.yml:4:5: nodes.r1.device: IncorrectValue in nodes'),
      problems: [
        { file: 'my lab.yml', line: 4, column: 5, path: 'nodes.r1.device' },
        {
          ...{ file: 'my lab.yml', line: 1, column: 1, path: '' },
          message: 'IncorrectValue in plugin: Cannot find plugin nosuch Search path: - . - …/plugins',
        },
      ],
    });
  });

  test('tells the place where the YAML ends to be YAML, also in another file', async () => {
    const runNetlab = saying(
      1,
      'Fatal error in netlab: Cannot read YAML from FOLDER/nodes/r1.yml: while parsing',
      '  in "FOLDER/nodes/r1.yml", line 1, column 8',
      "expected ',' or ']'",
      '  in "FOLDER/nodes/r1.yml", line 2, column 4',
    );
    const bundle = bundleOf('nodes: { _include: [nodes/*.yml] }', { 'nodes/r1.yml': 'x: [\n  y: 1' });
    const reading = netlabTopologyReader({ runNetlab, scratchFolder }).read(bundle, options);
    await expect(reading).rejects.toMatchObject({
      code: 'invalid_topology',
      problems: [
        { file: 'nodes/r1.yml', line: 2, column: 4, message: expect.not.stringContaining('/read-') },
      ],
    });
  });

  test.each([
    ['a wrong option', saying(2, 'netlab create: error: unrecognized arguments')],
    ['a process that was killed', saying(128)],
    [
      'a broken installation',
      saying(1, 'Traceback (most recent call last):', "ModuleNotFoundError: No module named 'box'"),
    ],
    ['silence', saying(1)],
  ])('%s is no fault of the topology', async (_, runNetlab) => {
    const reading = netlabTopologyReader({ runNetlab, scratchFolder }).read(bundleOf(''), options);
    await expect(reading).rejects.toMatchObject({ code: 'netlab_failed', output: ['the last line'] });
  });

  test.each([
    ['nothing', saying(0)],
    ['no JSON', writing('NaN,')],
  ])('a success that leaves %s is unusable', async (_, runNetlab) => {
    const reader = netlabTopologyReader({ runNetlab, scratchFolder });
    await expect(reader.read(bundleOf(''), options)).rejects.toMatchObject({ code: 'netlab_unusable' });
  });

  test('ends with the reason of the signal', async () => {
    const gone = new Error('the client has gone');
    const abort = new AbortController();
    const runNetlab = netlab(({ signal }) => {
      abort.abort(gone);
      signal?.throwIfAborted();
      return Promise.resolve(0);
    });
    const reader = netlabTopologyReader({ runNetlab, scratchFolder });
    await expect(reader.read(bundleOf(''), { ...options, signal: abort.signal })).rejects.toBe(gone);
    await expect(reader.read(bundleOf(''), { ...options, signal: abort.signal })).rejects.toBe(gone);
  });
});
