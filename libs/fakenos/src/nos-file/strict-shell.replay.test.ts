import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { benchServer } from '../test-fixtures/bench-server';
import { connectSsh } from '../test-fixtures/ssh-client';
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

  test('ssh with a command runs it, prints its lines and has its status; the end of input ends a shell', async () => {
    const document = parseNosFile(files.get('branch-router.yaml'), 'branch-router');
    const openDialogue = strictDialogue({ document, host: 'r7' });
    await using server = await benchServer({ openDialogue });
    await using client = await connectSsh({ port: server.port });
    const hostname = { output: 'hostname r7\r\n', status: 0 };
    expect(await client.exec('show running-config | include hostname')).toEqual(hostname);
    const unknown = { output: '% Nothing known by that name\r\n', status: 1 };
    expect(await client.exec('show nothing')).toEqual(unknown);
    const shell = await client.shell();
    shell.channel.end('enable\rterminal length 0\r');
    const seen = 'Custom SSH Shell\r\nr7>enable\r\nr7#terminal length 0\r\nr7#';
    expect(await shell.closed).toEqual({ output: seen, status: 0 });
  });
});
