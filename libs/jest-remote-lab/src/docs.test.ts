import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { CONFIG_KEYS, type ConfigKey, configKeys } from '@remote-lab/test-run';

const GUIDE = path.resolve(__dirname, '../../../docs/jest.md');

test('the guide has each key of the configuration, as the code knows it', async () => {
  const table = (await readFile(GUIDE, 'utf8')).split(/<!-- (?:end )?table(?:: config)? -->/)[1]?.trim();
  const rows = configKeys().map(([name, key]) => row(name, key));
  expect(rows).toHaveLength(Object.keys(CONFIG_KEYS).length);
  expect(table?.split('\n').slice(2)).toEqual(rows);
});

function row(name: string, { variable, byDefault, help }: ConfigKey): string {
  const value =
    byDefault !== undefined && /^(\d+|true|false)$/.test(byDefault) ? `\`${byDefault}\`` : byDefault;
  return `| \`${name}\` | \`${variable}\` | ${value ?? ''} | ${help} |`;
}

test('the guide explains messages that exist', async () => {
  const guide = await readFile(GUIDE, 'utf8');
  const messages = [...guide.matchAll(/^\| `([^`]+)` \| (?!`)/gm)]
    .map(([, message = '']) => message)
    .filter((message) => message.includes(' '));
  expect(messages.length).toBeGreaterThan(10);
  const sources = await sourcesOf(['test-run', 'jest-remote-lab', 'client']);
  expect(messages.filter((message) => !sources.includes(message))).toEqual([]);
});

/** All that is written there, with texts that go on in the next line put together. */
async function sourcesOf(libraries: readonly string[]): Promise<string> {
  const texts = libraries.map(async (library) => {
    const folder = path.resolve(__dirname, '../..', library, 'src');
    const names = (await readdir(folder, { recursive: true })).filter((name) =>
      /(?<!\.test)\.ts$/.test(name),
    );
    return Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
  });
  return (await Promise.all(texts))
    .flat()
    .join('\n')
    .replaceAll(/[`'] \+\n\s*[`']/g, '');
}
