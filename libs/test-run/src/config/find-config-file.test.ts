import { expect, test } from '@jest/globals';
import { tempFolder } from '../test-fixtures/temp-folder';
import { findConfigFile } from './find-config-file';

test('the nearest file upwards from the root folder counts', async () => {
  await using folder = await tempFolder({
    'remote-lab.config.json': '{}',
    'packages/a/remote-lab.config.mts': '',
    'packages/b/readme.md': '',
  });
  expect(await findConfigFile(folder.file('packages/a'), {})).toBe(
    folder.file('packages/a/remote-lab.config.mts'),
  );
  expect(await findConfigFile(folder.file('packages/b'), {})).toBe(folder.file('remote-lab.config.json'));
});

test('REMOTE_LAB_CONFIG names another one, and must be right', async () => {
  await using folder = await tempFolder({ 'remote-lab.config.js': '', 'ci/lab.cjs': '' });
  expect(await findConfigFile(folder.path, { REMOTE_LAB_CONFIG: 'ci/lab.cjs' })).toBe(
    folder.file('ci/lab.cjs'),
  );
  expect(await findConfigFile(folder.path, { REMOTE_LAB_CONFIG: '' })).toBe(
    folder.file('remote-lab.config.js'),
  );
  await expect(findConfigFile(folder.path, { REMOTE_LAB_CONFIG: 'ci/none.cjs' })).rejects.toThrow(
    /There is no configuration file .*none\.cjs\. Correct or unset REMOTE_LAB_CONFIG\./,
  );
});

test('two of them in one folder are refused: one would be ignored in silence', async () => {
  await using folder = await tempFolder({ 'remote-lab.config.js': '', 'remote-lab.config.ts': '' });
  await expect(findConfigFile(folder.path, {})).rejects.toThrow(
    'has two configurations, remote-lab.config.ts and remote-lab.config.js.',
  );
});
