import type { Dialogue, DialogueClient, OpenDialogue } from '../engine/dialogue';
import { KeyDecoder } from '../engine/key-decoder';
import type { EditorEvent } from '../engine/line-editor';
import { LineEditor } from '../engine/line-editor';
import type { Exchange, Exchanges } from './read-exchanges';
import { promptOf, readExchanges } from './read-exchanges';
import type { Recording } from './recording';

/** Keys of a pager: whichever is pressed, the output goes on as it did. */
const GOES_ON: ReadonlySet<string> = new Set([' ', 'q', 'Q', 'enter', 'interrupt']);

/**
 * Sessions that answer as a recorded one was answered: each line as it was the next time it was typed, from where the
 * session is by now; a line that does not come any more as it was the first time, one that never came with a refusal.
 */
export function replayDialogue(recording: Recording): OpenDialogue {
  const exchanges = readExchanges(recording);
  return (client) => new ReplayedDialogue(client, recording, exchanges);
}

class ReplayedDialogue implements Dialogue {
  readonly #client: DialogueClient;
  readonly #recording: Recording;
  readonly #opening: string;
  readonly #exchanges: readonly Exchange[];
  readonly #keys = new KeyDecoder();
  readonly #editor: LineEditor;
  /** The exchange that would be the next one. */
  #at = 0;
  #prompt: string;
  #ended = false;

  constructor(client: DialogueClient, recording: Recording, { opening, exchanges }: Exchanges) {
    this.#client = client;
    this.#recording = recording;
    this.#opening = opening;
    this.#exchanges = exchanges;
    this.#editor = new LineEditor(client.terminal !== undefined);
    this.#prompt = promptOf(opening);
  }

  get awaits(): NonNullable<Dialogue['awaits']> {
    const next = this.#at > 0 ? this.#exchanges[this.#at] : undefined;
    if (!next || next.kind === 'command') return 'command';
    if (next.kind === 'key') return 'key';
    return next.secret ? 'secret' : 'answer';
  }

  interact(): void {
    this.#say(this.#withPrompt(this.#opening));
  }

  execute(command: string): void {
    for (const line of command.split(/\r?\n/)) {
      const said = this.#find(line.trim())?.said;
      const whole = this.#recording.kind === 'exec';
      this.#say(said === undefined ? refusalOf(line) : whole ? said : withoutPrompt(said));
    }
    this.#end(this.#recording.kind === 'exec' ? (this.#recording.exit_status ?? 0) : 0);
  }

  input(bytes: Uint8Array): void {
    this.#keys.push(bytes);
    for (let key = this.#keys.next(); key && !this.#ended; key = this.#keys.next()) {
      const next = this.#exchanges[this.#at];
      if (this.awaits === 'key' && next) {
        if (GOES_ON.has(key.kind === 'char' ? key.char : key.name)) this.#answer(next);
        continue;
      }
      const manner = { echo: this.awaits !== 'secret', assist: false, history: true };
      const { echo, event } = this.#editor.press(key, manner);
      this.#say(echo);
      if (event) this.#react(event);
    }
  }

  inputOver(): void {
    const last = this.#editor.takeLine();
    if (last !== '') this.#line(last);
    this.#end(this.#recording.exit_status ?? 0);
  }

  resume(): void {
    // What is said to a line is said at once; the rest of the input is the server's to hold back.
  }

  resize(): void {
    // It was recorded for one size.
  }

  #react({ kind, text }: EditorEvent): void {
    if (kind === 'line') this.#line(text);
    else if (kind !== 'complete') this.#say(this.#prompt);
  }

  #line(text: string): void {
    const next = this.#exchanges[this.#at];
    if (next && this.awaits !== 'command') return this.#answer(next);
    const line = text.trim();
    const canned = this.#client.overrides?.answer(line);
    const found = canned === undefined ? this.#find(line) : undefined;
    if (found) return this.#answer(found);
    const refused = line === '' ? '' : refusalOf(line);
    this.#say((canned === undefined ? refused : crLf(canned)) + this.#ownPrompt());
  }

  #find(line: string): Exchange | undefined {
    const isIt = ({ kind, typed }: Exchange) => kind === 'command' && typed === line;
    const later = this.#exchanges.slice(this.#at).find(isIt);
    const found = later ?? this.#exchanges.find(isIt);
    if (found) this.#at = this.#exchanges.indexOf(found) + 1;
    return found;
  }

  #answer(exchange: Exchange): void {
    this.#at = this.#exchanges.indexOf(exchange) + 1;
    this.#prompt = promptOf(exchange.said);
    this.#say(this.#withPrompt(exchange.said));
    const { exit_status } = this.#recording;
    if (this.#at === this.#exchanges.length && exit_status !== null) this.#end(exit_status);
  }

  #withPrompt(said: string): string {
    return withoutPrompt(said) + this.#ownPrompt();
  }

  #ownPrompt(): string {
    if (this.#prompt === '' || this.awaits !== 'command') return this.#prompt;
    return this.#client.overrides?.prompt(this.#prompt) ?? this.#prompt;
  }

  #say(text: string): void {
    if (text !== '' && !this.#ended) this.#client.sink.write(text);
  }

  #end(status: number): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#client.sink.end(status);
  }
}

function withoutPrompt(said: string): string {
  return said.slice(0, said.lastIndexOf('\n') + 1);
}

function crLf(lines: string): string {
  return lines.replace(/\r?\n$/, '').replace(/\r?\n/g, '\r\n') + '\r\n';
}

function refusalOf(line: string): string {
  return `% "${line}" was not recorded.\r\n`;
}
