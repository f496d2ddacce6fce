import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Answer, ask, joinQueue, postLab } from '../support/wire';
import { type DocumentedServer, startDocumentedServer } from './test-fixtures/documented-server';
import { pageTable } from './test-fixtures/page-table';
import { REPOSITORY } from './test-fixtures/repository';

const [header, ...matrix] = [
  ['same, `reuse=true`', 'same, `reuse=false`', 'another topology'],
  ...pageTable('docs/lab-lifecycle.md', 'Who gets the lab'),
];

/** What the words of the matrix mean to a client: status, and whether the lab is the one that was there. */
const OUTCOMES = {
  started: { status: 200, reused: false, generation: 'new' },
  'shared: one more reference': { status: 200, reused: true, generation: 'old', references: 2 },
  'handed out at once': { status: 200, reused: true, generation: 'old', references: 1 },
  'torn down, then started': { status: 200, reused: false, generation: 'new' },
  '423 `lab_busy`': { status: 423, code: 'lab_busy' },
} as const;

/** The states that a client can bring about and that last. */
const STATES = ['`none`, `failed`', '`in_use`', '`idle`'] as const;
const ASKED = [
  { topology: 'pair.yml', reuse: true },
  { topology: 'pair.yml', reuse: false },
  { topology: 'dual-stack.yml', reuse: true },
] as const;

const cases = matrix.flatMap(([state = '', ...cells]) =>
  STATES.some((each) => each === state)
    ? cells.map((promised, column) => ({ state, asked: String(header?.[column]), promised, column }))
    : [],
);

test('all cells of the states that a client can bring about are tried', () => {
  expect(cases).toHaveLength(STATES.length * ASKED.length);
});

describe('docs/lab-lifecycle.md: who gets the lab', () => {
  let server: DocumentedServer;
  beforeAll(async () => {
    server = await startDocumentedServer();
  });
  afterAll(async () => {
    await server[Symbol.asyncDispose]();
  });

  test.each(cases)('$state, $asked: $promised', async ({ state, promised, column }) => {
    const outcome = Object.entries(OUTCOMES).find(([words]) => words === promised)?.[1];
    const asked = ASKED[column];
    if (outcome === undefined || asked === undefined) throw new Error(`What does "${promised}" mean?`);
    const { url } = server;
    const session = await joinQueue(url);
    try {
      const before =
        state === STATES[0] ? undefined : await postLab(url, session, await example('pair.yml'), true);
      if (state === STATES[2]) await ask(url, 'POST', '/lab/release', session);

      const after = await postLab(url, session, await example(asked.topology), asked.reuse);
      const { ref_count: references } = fieldsOf(await ask(url, 'GET', '/lab', session));
      const { generation } = fieldsOf(after);
      const isOld = before !== undefined && generation === fieldsOf(before)['generation'];
      const met = { ...fieldsOf(after), status: after.status, references, generation: isOld ? 'old' : 'new' };
      expect(met).toMatchObject(outcome);
    } finally {
      await ask(url, 'DELETE', '/lab', session);
      await ask(url, 'DELETE', `/session/${session}`);
    }
  });
});

function example(name: string): Promise<string> {
  return readFile(join(REPOSITORY, 'docs/examples/topologies', name), 'utf8');
}

function fieldsOf({ body }: Answer): Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null ? { ...body } : {};
}
