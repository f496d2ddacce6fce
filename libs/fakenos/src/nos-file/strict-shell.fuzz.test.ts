import { beforeAll, describe, expect, test } from '@jest/globals';
import { FakeNosError } from '../errors';
import { benchServer } from '../test-fixtures/bench-server';
import { fillBasePrompt } from './fill-base-prompt';
import type { NosDocument } from './nos-document';
import { parseNosFile } from './parse-nos-file';
import { strictDialogue } from './strict-dialogue';
import { converse } from './test-fixtures/converse';
import { platformFiles } from './test-fixtures/platform-files';

// Random bytes, the same in every run.

const RUNS = 2_000;

/** Numbers from 0 up to, not with, `below`; mulberry32. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const random = randomNumbers(5);
const randomBytes = (longest: number) =>
  Buffer.from(Array.from({ length: random(longest) }, () => random(256)));
/** Pieces that a shell could stumble over, in any order. */
const PIECES = [
  '?',
  'help',
  'show',
  ' ',
  '\t',
  '{',
  '}',
  '{base_prompt}',
  '\x1b[',
  '\0',
  'é',
  '🛰',
  '\r\n',
  'enable',
];
const randomText = (longest: number) =>
  Array.from({ length: random(longest) }, () => PIECES[random(PIECES.length)] ?? '').join('');

let files: ReadonlyMap<string, string>;
let document: NosDocument;
beforeAll(async () => {
  files = await platformFiles();
  // Without the commands that end a session or change its prompt, a prompt is all that may come last.
  const { commands, ...rest } = parseNosFile(files.get('odd-texts.yaml'), 'odd-texts.yaml');
  const staying = Object.entries(commands).filter(
    ([, { output, new_prompt }]) => output !== true && new_prompt === undefined,
  );
  const endless = { exit: { output: 'no way out' } };
  document = { ...rest, commands: { ...Object.fromEntries(staying), ...endless } };
});

function session() {
  const written: string[] = [];
  let status: number | undefined;
  const sink = {
    write: (text: string) => written.push(text) > 0,
    end: (code: number) => void (status = code),
  };
  const dialogue = strictDialogue({ document, host: 'r1' })({ username: 'admin', sink });
  return { dialogue, screen: () => written.join(''), status: () => status };
}

describe('a session on a platform file survives whatever is typed', () => {
  const PROMPT = '\r\n[r1] $ ';

  test('after any bytes and an Enter there is a prompt', () => {
    for (let run = 0; run < RUNS; run++) {
      const { dialogue, screen, status } = session();
      dialogue.interact();
      const bytes = run % 2 === 0 ? randomBytes(200) : Buffer.from(randomText(40));
      dialogue.input(bytes);
      dialogue.input(Buffer.from('\r'));
      if (!screen().endsWith(PROMPT)) throw new Error(`No prompt after ${bytes.toString('hex')}`);
      expect(status()).toBeUndefined();
    }
  });

  test('it does not matter in which pieces the bytes come', () => {
    for (let run = 0; run < RUNS / 10; run++) {
      const bytes = Buffer.concat([randomBytes(100), Buffer.from(randomText(30)), Buffer.from('\r')]);
      const [whole, pieces] = [session(), session()];
      for (const { dialogue } of [whole, pieces]) dialogue.interact();
      whole.dialogue.input(bytes);
      for (let at = 0; at < bytes.length;) {
        const length = 1 + random(7);
        pieces.dialogue.input(bytes.subarray(at, at + length));
        at += length;
      }
      expect(pieces.screen()).toBe(whole.screen());
    }
  });

  test('any command line without a shell is answered, and ended with a status', () => {
    for (let run = 0; run < RUNS / 4; run++) {
      const { dialogue, status } = session();
      dialogue.execute(run % 2 === 0 ? randomBytes(100).toString('latin1') : randomText(20));
      expect([0, 1]).toContain(status());
    }
  });

  test('over SSH too: a session takes them one after the other and still answers', async () => {
    await using server = await benchServer({ openDialogue: strictDialogue({ document, host: 'r1' }) });
    const types = Array.from({ length: 100 }, () => Buffer.concat([randomBytes(100), Buffer.from('\r')]));
    const model = session();
    model.dialogue.interact();
    let before = Buffer.byteLength(model.screen());
    const greeting = before;
    const turns = [...types, Buffer.from('say tab\r')].map((type) => {
      model.dialogue.input(type);
      const bytes = Buffer.byteLength(model.screen()) - before;
      before += bytes;
      return { type, bytes };
    });
    const login = { username: 'admin', password: 'admin', port: server.port };
    const heard = await converse({ ...login, quietMs: 5_000, greeting, closes: false, turns });
    expect(heard.turns.at(-1)?.toString()).toBe(`say tab\r\na\tb\t\tc${PROMPT}`);
  });
});

describe('what an author writes does no harm either', () => {
  test('any braces are printed, and never thrown at', () => {
    for (let run = 0; run < RUNS; run++) {
      const text = randomText(12);
      const filled = fillBasePrompt(text, 'r1');
      expect(filled.replace(/[{}]|r1|base_prompt/g, '')).toBe(text.replace(/[{}]|r1|base_prompt/g, ''));
    }
  });

  test('a file with bytes changed is read or refused', () => {
    const good = Buffer.from(files.get('odd-texts.yaml') ?? '');
    const outcomes = new Set<string>();
    for (let run = 0; run < RUNS / 20; run++) {
      const bad = Buffer.from(good);
      for (let change = 0; change < 3; change++) bad[random(bad.length)] = 32 + random(95);
      try {
        outcomes.add(typeof parseNosFile(bad.toString(), 'bad.yaml').name);
      } catch (error) {
        if (!(error instanceof FakeNosError)) throw error;
        outcomes.add(error.code);
      }
    }
    expect([...outcomes].sort()).toEqual(['invalid_platform_file', 'string']);
  });
});
