import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { readEnvironment } from './environment';
import { CLIENT_ERROR_CODES } from './errors';
import { UPLOAD_LIMITS } from './topology/upload-limits';

const GUIDE = path.resolve(__dirname, '../../../docs/client.md');
const MEBIBYTE = 1024 * 1024;

/** The rows of the first table below the line that begins with `heading`, as cells. */
async function table(heading: string): Promise<readonly (readonly string[])[]> {
  const text = await readFile(GUIDE, 'utf8');
  const [, rows = ''] = /\n\| ---.*\n((?:\|.*\n)+)/.exec(text.slice(text.indexOf(`\n${heading}`))) ?? [];
  return rows
    .trim()
    .split('\n')
    .map((row) =>
      row
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
}

test('the guide lists the codes of this package, and what they mean', async () => {
  const codes = await table('| Code | Means |');
  expect(Object.fromEntries(codes)).toEqual(
    Object.fromEntries(Object.entries(CLIENT_ERROR_CODES).map(([code, means]) => [`\`${code}\``, means])),
  );
});

test('the guide lists the variables that are read, and their units', async () => {
  for (const [variable = '', standsFor = ''] of await table('## Environment')) {
    const values: readonly unknown[] = Object.values(
      readEnvironment({ [variable.replaceAll('`', '')]: '7' }),
    );
    const value = values.find((each) => each !== undefined);
    expect([variable, value]).toEqual([variable, standsFor.endsWith('in seconds') ? 7_000 : '7']);
  }
  const asked = new Set<string>();
  readEnvironment(new Proxy({}, { get: (_, name) => void asked.add(`\`${String(name)}\``) }));
  expect((await table('## Environment')).map(([variable]) => variable).sort()).toEqual([...asked].sort());
});

test('the guide tells the limits of what is read', async () => {
  expect((await table('| What | At most |')).map(([, most]) => most)).toEqual([
    `${UPLOAD_LIMITS.topologyBytes / MEBIBYTE} MiB`,
    `${UPLOAD_LIMITS.extraFileBytes / MEBIBYTE} MiB`,
    `${UPLOAD_LIMITS.totalBytes / MEBIBYTE} MiB, ${UPLOAD_LIMITS.files.toLocaleString('en')} files, with the topology`,
  ]);
});
