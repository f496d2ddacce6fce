import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { readDevicesFile } from './devices-file';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'devices-file-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('every node is a mapping, with its name', async () => {
  await writeFile(
    join(folder, 'netlab-devices.yml'),
    '# made by netlab\nr1: { device: frr, mgmt: { ipv4: 10.0.0.1 } }\nr2: { device: eos }\n',
  );
  expect(await readDevicesFile(folder)).toEqual({
    r1: { name: 'r1', device: 'frr', mgmt: { ipv4: '10.0.0.1' } },
    r2: { name: 'r2', device: 'eos' },
  });
});

test.each(['', 'null', '- r1', 'text', 'r1: text', '{ [', 'r1: !!python/object:os.system {}'])(
  'there is nothing in %j',
  async (text) => {
    await writeFile(join(folder, 'netlab-devices.yml'), text);
    expect(await readDevicesFile(folder)).toBe(undefined);
  },
);

test('there is nothing where there is no file', async () => {
  expect(await readDevicesFile(folder)).toBe(undefined);
});
