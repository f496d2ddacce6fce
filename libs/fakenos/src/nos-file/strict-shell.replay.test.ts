import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { benchServer } from '../test-fixtures/bench-server';
import { parseNosFile } from './parse-nos-file';
import { strictDialogue } from './strict-dialogue';
import { converse } from './test-fixtures/converse';
import { everyCommandEverywhere, expectedTurns } from './test-fixtures/expected-session';
import { platformFiles } from './test-fixtures/platform-files';

// Every command of every platform file is typed at every prompt that can be reached, over real SSH, and each byte of the
// answers is compared with what the rules say.

const FILES = ['branch-router', 'odd-texts', 'brace-router', 'bare-switch', 'long-texts'];
const login = { username: 'admin', password: 'admin' };
let files: ReadonlyMap<string, string>;
beforeAll(async () => {
  files = await platformFiles();
});

describe('a session on a platform file, replayed byte for byte', () => {
  const replayed: number[] = [];
  afterAll(() => expect(replayed.reduce((sum, turns) => sum + turns, 0)).toBeGreaterThan(200));

  test.each(FILES)('%s', async (file) => {
    const document = parseNosFile(files.get(`${file}.yaml`), file);
    const openDialogue = strictDialogue({ document, host: 'lab-1' });
    await using server = await benchServer({ device: 'lab-1', openDialogue });
    const [first] = expectedTurns(document, 'lab-1', ['']);
    const greeting = Buffer.from(`Custom SSH Shell\r\n${first?.prompt ?? ''}`);
    for (const lines of everyCommandEverywhere(document, 'lab-1')) {
      const expected = expectedTurns(document, 'lab-1', lines);
      const heard = await converse({
        port: server.port,
        ...login,
        quietMs: 5_000,
        greeting: greeting.length,
        closes: expected.at(-1)?.closes ?? false,
        turns: expected.map(({ line, seen }) => ({ type: `${line}\r`, bytes: Buffer.byteLength(seen) })),
      });
      expect(heard.greeting.toString()).toBe(greeting.toString());
      const said = expected.map(({ line }, at) => ({ line, seen: heard.turns[at]?.toString() }));
      expect(said).toEqual(expected.map(({ line, seen }) => ({ line, seen })));
      expect(heard.closed).toBe(expected.at(-1)?.closes);
      replayed.push(expected.length);
    }
  });
});
