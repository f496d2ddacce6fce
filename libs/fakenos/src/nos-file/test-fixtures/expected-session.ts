import type { NosDocument } from '../nos-document';

/** What is typed, without its Enter, and all that is seen until the next prompt; `closes` when none comes. */
export interface Turn {
  readonly line: string;
  readonly seen: string;
  readonly closes: boolean;
  /** The prompt at which it was typed. */
  readonly prompt: string;
}

type Entry = NosDocument['commands'][string];

/**
 * The rules of FakeNOS's shell, written down a second time and as plainly as can be, to compare with: what each line is
 * answered when they are typed in a row. Help is not in it.
 */
export function expectedTurns(document: NosDocument, host: string, lines: readonly string[]): Turn[] {
  const commands: Readonly<Record<string, Entry>> = {
    exit: { output: true },
    _default_: { output: 'Unknown command' },
    ...document.commands,
  };
  const fill = (text: string) => formatted(text, host);
  const allowed = ({ prompt }: Entry) => prompt == null || [prompt].flat().some((one) => fill(one) === now);
  const turns: Turn[] = [];
  let now = fill(document.initial_prompt);
  for (const line of lines) {
    const prompt = now;
    const own = Object.hasOwn(commands, line) ? commands[line] : undefined;
    const target = own?.alias ? commands[own.alias] : {};
    const entry = own && target ? { ...target, ...own } : undefined;
    const known = entry?.output !== undefined && allowed(entry);
    const output = known ? entry.output : commands['_default_']?.output;
    if (known && entry.new_prompt) now = fill(entry.new_prompt);
    const said = line === '' || typeof output !== 'string' ? [] : linesOf(fill(output));
    const closes = line !== '' && output === true;
    const shown = closes ? '' : now.replaceAll('\n', '\r\n');
    turns.push({ line, prompt, closes, seen: [line, ...said, shown].join('\r\n') });
    if (closes) break;
  }
  return turns;
}

/** Sessions in which every command is typed at every prompt that can be reached; none types anything after its end. */
export function everyCommandEverywhere(document: NosDocument, host: string): readonly (readonly string[])[] {
  const lines = ['exit', ...Object.keys(document.commands), 'no such command', ''];
  const skipped = (line: string) => line.startsWith('?') || /^help\b/.test(line);
  const reached = new Map<string, readonly string[]>([['', []]]);
  const sessions: string[][] = [];
  for (const way of reached.values()) {
    const staying: string[] = [...way];
    for (const line of lines.filter((one) => !skipped(one))) {
      const turn = expectedTurns(document, host, [...way, line]).at(-1);
      const next = expectedTurns(document, host, [...way, line, '']).at(-1);
      if (!turn || !next || turn.closes) sessions.push([...way, line]);
      else if (next.prompt === turn.prompt) staying.push(line);
      else if (!reached.has(next.prompt) && next.prompt !== promptAt(document, host)) {
        reached.set(next.prompt, [...way, line]);
      } else sessions.push([...way, line, '']);
    }
    sessions.push([...staying, '']);
  }
  return sessions;
}

function promptAt(document: NosDocument, host: string): string | undefined {
  return expectedTurns(document, host, [''])[0]?.prompt;
}

/** Python's format with one name, and the text as it is where that fails. */
function formatted(text: string, host: string): string {
  let result = '';
  for (let at = 0; at < text.length;) {
    const one = text.charAt(at);
    const two = text.charAt(at + 1);
    if (one + two === '{{' || one + two === '}}') at += 2;
    else if (text.startsWith('{base_prompt}', at)) at += '{base_prompt}'.length;
    else if (one === '{' || one === '}') return text.split('{base_prompt}').join(host);
    else at += 1;
    result += one === '{' && two !== '{' ? host : one;
  }
  return result;
}

/** Python's splitlines, one character at a time. */
function linesOf(text: string): string[] {
  const ends = ['\n', '\r', '\v', '\f', '\x1c', '\x1d', '\x1e', '\x85', '\u2028', '\u2029'];
  const lines: string[] = [];
  let line = '';
  let open = false;
  for (const character of text.replaceAll('\r\n', '\n')) {
    open = !ends.includes(character);
    if (open) line += character;
    else {
      lines.push(line);
      line = '';
    }
  }
  return open ? [...lines, line] : lines;
}
