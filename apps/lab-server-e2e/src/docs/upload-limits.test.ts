import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { HTTP_ERRORS } from '@remote-lab/lab-server';
import { ask, joinQueue } from '../support/wire';
import { type DocumentedServer, startDocumentedServer } from './test-fixtures/documented-server';
import { pageTable } from './test-fixtures/page-table';

const MEBIBYTE = 1024 * 1024;
const limits = new Map(
  pageTable('docs/topology-format.md', 'Limits').map(([what = '', most = '']) => [what, most]),
);
const mebibytes = (what: string): number => Number(/^(\d+) MiB/.exec(limits.get(what) ?? '')?.[1]) * MEBIBYTE;
const [, wholeFiles = ''] = /, ([\d,]+) files$/.exec(limits.get('The whole upload') ?? '') ?? [];
const [, nameBytes = '', partBytes = ''] =
  /^([\d,]+) bytes, (\d+) bytes/.exec(limits.get('A file name') ?? '') ?? [];
const count = (text: string): number => Number(text.replaceAll(',', ''));

/** Refused when it is read, which comes after all limits; so no lab is started. */
const TOPOLOGY = 'nodes: []\n';
const padded = (bytes: number): string => `${TOPOLOGY}#${'x'.repeat(bytes - TOPOLOGY.length - 2)}\n`;

interface Upload {
  readonly topology?: string;
  readonly extra?: readonly { readonly name: string; readonly bytes: number }[];
}

const many = (files: number, bytes: number): Upload['extra'] =>
  Array.from({ length: files }, (_, index) => ({ name: `file-${index}`, bytes }));
const named = (name: string): Upload => ({ extra: [{ name, bytes: 1 }] });
const long = (bytes: number): string =>
  `${'d'.repeat(99)}/`.repeat(Math.floor(bytes / 100)).concat('f'.repeat(bytes % 100));

describe('docs/topology-format.md: limits of an upload', () => {
  let server: DocumentedServer;
  let session: string;
  beforeAll(async () => {
    server = await startDocumentedServer();
    session = await joinQueue(server.url);
  });
  afterAll(async () => {
    await server[Symbol.asyncDispose]();
  });

  test.each<[string, Upload, Upload, number]>([
    [
      'the topology',
      { topology: padded(mebibytes('The topology')) },
      { topology: padded(mebibytes('The topology') + 1) },
      413,
    ],
    [
      'an extra file',
      { extra: many(1, mebibytes('An extra file')) },
      { extra: many(1, mebibytes('An extra file') + 1) },
      413,
    ],
    [
      'all files together',
      { extra: many(8, mebibytes('The whole upload') / 8 - TOPOLOGY.length) },
      { extra: many(8, mebibytes('The whole upload') / 8) },
      413,
    ],
    [
      'the number of files',
      { extra: many(count(wholeFiles) - 1, 0) },
      { extra: many(count(wholeFiles), 0) },
      400,
    ],
    ['a file name', named(long(count(nameBytes))), named(long(count(nameBytes) + 1)), 400],
    [
      'a part of a file name',
      named('f'.repeat(count(partBytes))),
      named('f'.repeat(count(partBytes) + 1)),
      400,
    ],
  ])('%s', async (_, just, beyond, status) => {
    expect(await upload(just)).toBe(HTTP_ERRORS.invalid_topology.status);
    expect(await upload(beyond)).toBe(status);
  });

  async function upload({ topology = TOPOLOGY, extra = [] }: Upload): Promise<number> {
    const form = new FormData();
    form.append('topology', new Blob([topology]), 'lab.yml');
    for (const { name, bytes } of extra) form.append('extra_files', new Blob([new Uint8Array(bytes)]), name);
    const { status } = await ask(server.url, 'POST', '/lab', session, { body: form });
    return status;
  }
});
