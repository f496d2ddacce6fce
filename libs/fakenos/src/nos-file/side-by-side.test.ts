import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { benchServer } from '../test-fixtures/bench-server';
import type { NosDocument } from './nos-document';
import { parseNosFile } from './parse-nos-file';
import { strictDialogue } from './strict-dialogue';
import type { Heard } from './test-fixtures/converse';
import { converse } from './test-fixtures/converse';
import { comparedSessions } from './test-fixtures/compared-sessions';
import { expectedTurns } from './test-fixtures/expected-session';
import { platformFiles } from './test-fixtures/platform-files';
import type { ReferenceFakenos, ReferenceHost } from './test-fixtures/reference-fakenos';
import { fakenosPython, shippedPlatformFiles, startReference } from './test-fixtures/reference-fakenos';

// The same bytes are typed into Python FakeNOS and into ours, both with the same platform files, and everything that
// they answer is compared. What differs on purpose is listed (compared-sessions.ts), and must differ.

const gated = fakenosPython === '' ? describe.skip : describe;

const NAMES = ['branch-router', 'odd-texts', 'brace-router', 'bare-switch', 'long-texts'];
const login = { username: 'admin', password: 'admin' };
/** FakeNOS thinks 10 ms about each byte, and its threads wait for each other. */
const QUIET_MS = 2_500;
const HOUR_MS = 3_600_000;
const AT_ONCE = 6;
/** Each takes the place of a platform that FakeNOS knows, and older versions know some thirty. */
const MOST_HOSTS = 30;

const OWN_COMMANDS = { 'show vlan': { output: 'none', help: 'own' }, uname: { output: '{base_prompt}' } };
const SHELL = { intro: 'Welcome\nto {base_prompt}', newline: '\n', base_prompt: 'edge', ruler: '-' };

gated('side by side with Python FakeNOS', () => {
  let reference: ReferenceFakenos;
  let files: ReadonlyMap<string, string>;
  const compared = { sessions: 0, turns: 0, bytes: 0, differences: 0 };

  beforeAll(async () => {
    files = await platformFiles();
    const hosts = NAMES.map((name): ReferenceHost => ({ host: name, text: files.get(`${name}.yaml`) ?? '' }));
    const text = files.get('bare-switch.yaml') ?? '';
    hosts.push({ host: 'own-shell', text, shell: SHELL, commands: OWN_COMMANDS });
    reference = await startReference(hosts);
  }, 60_000);

  afterAll(async () => {
    await reference?.[Symbol.asyncDispose]();
    process.stdout.write(`FakeNOS ${reference.version}: ${JSON.stringify(compared)}\n`);
  });

  const portOf = (host: string) => reference.ports.get(host) ?? 0;

  test.each(NAMES)(
    '%s: every command at every prompt',
    async (name) => {
      const document = parseNosFile(files.get(`${name}.yaml`), name);
      expect(await compareAll(document, name, reference)).toEqual([]);
    },
    HOUR_MS,
  );

  test(
    'every command at every prompt of the platform files that FakeNOS ships',
    async () => {
      const shipped = [...(await shippedPlatformFiles())];
      expect(shipped.length).toBeGreaterThan(30);
      const failures: string[] = [];
      while (shipped.length > 0) {
        const some = shipped.splice(0, MOST_HOSTS);
        await using theirs = await startReference(some.map(([host, text]) => ({ host, text })));
        const work = async () => {
          for (let next = some.pop(); next; next = some.pop())
            failures.push(...(await compareAll(parseNosFile(next[1], next[0]), next[0], theirs)));
        };
        await Promise.all(Array.from({ length: AT_ONCE }, work));
      }
      expect(failures).toEqual([]);
    },
    HOUR_MS,
  );

  /** All sessions of a platform file that are not alike, or are alike where they should not be. */
  async function compareAll(
    document: NosDocument,
    host: string,
    theirs: ReferenceFakenos,
  ): Promise<string[]> {
    await using ours = await benchServer({ openDialogue: strictDialogue({ document, host }) });
    const failures: string[] = [];
    for (const { lines, differs } of comparedSessions(document, host, theirs.version)) {
      const expected = expectedTurns(document, host, lines);
      const conversation = {
        port: ours.port,
        ...login,
        quietMs: QUIET_MS,
        greeting: Buffer.byteLength(`Custom SSH Shell\r\n${expected[0]?.prompt ?? ''}`),
        closes: expected.at(-1)?.closes ?? false,
        turns: expected.map(({ line, seen }) => ({ type: `${line}\r`, bytes: Buffer.byteLength(seen) })),
      };
      const mine = await converse(conversation);
      const other = await converse({ ...conversation, port: theirs.ports.get(host) ?? 0 });
      compared.sessions++;
      compared.turns += expected.length;
      compared.bytes += mine.turns.reduce((sum, turn) => sum + turn.length, mine.greeting.length);
      if (differs) compared.differences++;
      if (same(mine, other) === differs)
        failures.push(`${host}: ${JSON.stringify(lines)}\n${differenceOf(mine, other)}`);
    }
    return failures;
  }

  /** Bytes that are typed at the first prompt of a platform file; what ours answers decides how much is awaited. */
  const KEYS: readonly (readonly [string, string])[] = [
    ['help', 'help\r'],
    ['a question mark', '?\r'],
    ['help with words after it', 'help show version\r'],
    ['a question mark before a word', '?show\r'],
    ['help with a dash', 'help-me\r'],
    ['a question mark at the end', 'show ?\r'],
    ['LF', 'sh ver\n'],
    ['CR LF after a command without output', 'enable\r\n'],
    ['blanks', '   \t show version \t \r'],
    ['only blanks', '     \r'],
    ['blanks of Unicode', '\u00a0\u2003show version\u3000\u0085\r'],
    ['NUL', 'show\0 version\0\r'],
    ['only NUL', '\0\r'],
    ['backspaces', 'showw\x7f version\b\b\r'],
    ['Ctrl-C and Ctrl-D', '\x03\x04\r'],
    ['Ctrl-U, Ctrl-W, Ctrl-Z', 'show\x15 ver\x17\x1a\r'],
    ['TAB', 'sho\tver\t\r'],
    ['an arrow', 'show\x1b[A\x1b[B version\r'],
    ['separators that Python strips', '\x1c\x1d\x1e\x1fshow version\x1c\r'],
    ['vertical tab and form feed', '\v\fshow version\v\f\r'],
    ['a byte order mark', '\ufeffshow version\r'],
    ['letters beyond ASCII', 'größe 温度 🛰\r'],
    ['capitals', 'SHOW VERSION\r'],
    ['two blanks', 'show  version\r'],
    ['a pipe', 'show version | include x\r'],
    ['EOF', 'EOF\r'],
    ['an exclamation mark', '!ls\r'],
    ['braces', 'show {base_prompt} {} }{\r'],
    ['a percent sign', '%s %d\r'],
    ['underscores', '_default_\r'],
    ['a Python name', '__class__\r'],
  ];

  test.each(KEYS)(
    'keys: %s',
    async (_what, typed) => {
      for (const name of ['branch-router', 'odd-texts']) {
        const document = parseNosFile(files.get(`${name}.yaml`), name);
        await compareTyped({ name, document, typed });
      }
    },
    HOUR_MS,
  );

  test(
    "a host's own shell configuration and commands",
    async () => {
      const document = parseNosFile(files.get('bare-switch.yaml'), 'bare-switch');
      for (const typed of ['show vlan\r', 'uname\r', 'nothing\r', '?\r'])
        await compareTyped({
          name: 'own-shell',
          document,
          typed,
          shellConfiguration: SHELL,
          commands: OWN_COMMANDS,
        });
    },
    HOUR_MS,
  );

  async function compareTyped({ name, typed, ...play }: TypedHere): Promise<void> {
    const openDialogue = strictDialogue({ ...play, host: name });
    let said = Buffer.alloc(0);
    const sink = {
      write: (text: string) => {
        said = Buffer.concat([said, Buffer.from(text)]);
        return true;
      },
      end: () => undefined,
    };
    const direct = openDialogue({ username: 'admin', sink });
    direct.interact();
    const greeting = said.length;
    direct.input(Buffer.from(typed));
    const bytes = said.length - greeting;
    direct.input(Buffer.from('\r'));
    const turns = [
      { type: Buffer.from(typed), bytes },
      { type: '\r', bytes: said.length - greeting - bytes },
    ];
    await using ours = await benchServer({ openDialogue });
    const conversation = { port: ours.port, ...login, quietMs: QUIET_MS, greeting, closes: false, turns };
    const mine = await converse(conversation);
    const theirs = await converse({ ...conversation, port: portOf(name) });
    compared.sessions++;
    compared.turns += turns.length;
    compared.bytes += said.length;
    expect(textOf(theirs)).toEqual(textOf(mine));
  }
});

type TypedHere = { readonly name: string; readonly typed: string } & Omit<
  Parameters<typeof strictDialogue>[0],
  'host'
>;

function same(a: Heard, b: Heard): boolean {
  return a.closed === b.closed && JSON.stringify(textOf(a)) === JSON.stringify(textOf(b));
}

function textOf({ greeting, turns }: Heard): readonly string[] {
  return [greeting, ...turns].map((bytes) => bytes.toString());
}

function differenceOf(mine: Heard, theirs: Heard): string {
  const [a, b] = [textOf(mine), textOf(theirs)];
  const at = a.findIndex((text, n) => text !== b[n]);
  const short = (text: string | undefined) => JSON.stringify(text?.slice(0, 500));
  return `turn ${at}: ours ${short(a[at])}, theirs ${short(b[at])}; closed: ${mine.closed}, ${theirs.closed}`;
}
