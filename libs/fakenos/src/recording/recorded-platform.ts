import type { Exchange } from './read-exchanges';
import { promptOf, readExchanges } from './read-exchanges';
import type { Recording } from './recording';

/** A platform file as FakeNOS reads it: what its lines were answered in a recorded session. */
export interface RecordedPlatform {
  readonly name: string;
  readonly initial_prompt: string;
  readonly commands: Readonly<Record<string, RecordedCommand>>;
}

export interface RecordedCommand {
  /** `true` closes the session, null prints nothing. */
  readonly output: string | true | null;
  readonly help: string;
  readonly prompt: readonly string[];
  readonly new_prompt?: string;
}

/**
 * Makes a platform of a recorded interactive session. Each command line answers what it was answered first; a question
 * that a command asked (a password) is left out, and the prompt after it becomes that of the command.
 */
export function recordedPlatform(recording: Recording, name: string): RecordedPlatform {
  const { opening, exchanges } = readExchanges(recording);
  const form = (prompt: string) => formatted(prompt, recording.host);
  const commands = new Map<string, RecordedCommand>();
  let prompt = promptOf(opening);
  const initial_prompt = form(prompt);
  for (const [command, said, after] of settled(exchanges)) {
    const before = form(prompt);
    prompt = after;
    const closes = after === '' && recording.exit_status !== null;
    const known = commands.get(command);
    if (command === '' || (known && known.prompt.includes(before))) continue;
    if (known) {
      commands.set(command, { ...known, prompt: [...known.prompt, before] });
      continue;
    }
    const output = formatted(said.slice(0, said.lastIndexOf('\n') + 1).replace(/\r\n/g, '\n'), undefined);
    commands.set(command, {
      output: closes ? true : output.replace(/\n$/, '') || null,
      help: `Answered as in the session ${recording.id} of ${recording.host}`,
      prompt: [before],
      ...(form(after) === before || closes ? {} : { new_prompt: form(after) }),
    });
  }
  return { name, initial_prompt, commands: Object.fromEntries(commands) };
}

/** Command lines with what was said to them and the prompt that stood there when all was asked and answered. */
function settled(exchanges: readonly Exchange[]): readonly (readonly [string, string, string])[] {
  const commands: [command: string, said: string, prompt: string][] = [];
  for (const { kind, typed, said } of exchanges) {
    const last = commands.at(-1);
    if (kind === 'command') commands.push([typed, said, promptOf(said)]);
    else if (last) last[2] = promptOf(said);
  }
  return commands;
}

/** As a template of Python's `str.format`; the host's name becomes a placeholder where it is a prompt. */
function formatted(text: string, host: string | undefined): string {
  const quoted = text.replace(/[{}]/g, '$&$&');
  return host === undefined ? quoted : quoted.replace(host, '{base_prompt}');
}
