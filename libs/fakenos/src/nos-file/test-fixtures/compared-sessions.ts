import type { NosCommand, NosCommands, NosDocument } from '../nos-document';
import type { Turn } from './expected-session';
import { everyCommandEverywhere, expectedTurns } from './expected-session';

/**
 * Until 1.1 an alias works once a session, a list of prompts of which none is the current one prints Python's own error,
 * and braces that are not doubled hang the session.
 */
const isOld = (version: string) => /^1\.[01]\./.test(version);

/** Since 1.2 doubled braces are printed as they are. */
function bracesDiffer({ output }: NosCommand, version: string): boolean {
  if (typeof output !== 'string') return false;
  const doubled = /\{\{|\}\}/;
  const single = /[{}]/.test(output.replaceAll('{base_prompt}', '').replace(new RegExp(doubled, 'g'), ''));
  return isOld(version) ? single : !single && doubled.test(output);
}

/** Lines to type in a row. */
export interface ComparedSession {
  readonly lines: readonly string[];
  /** They are answered otherwise there, on purpose here. */
  readonly differs: boolean;
}

/** Every command at every prompt. Lines that are known to differ in that version of FakeNOS are typed apart. */
export function comparedSessions(
  document: NosDocument,
  host: string,
  version: string,
): readonly ComparedSession[] {
  const { commands } = document;
  const differing = Object.entries(commands).flatMap(([line, command]) =>
    bracesDiffer(command, version) ? [line] : [],
  );
  return everyCommandEverywhere(document, host).flatMap((lines) => {
    const leaks = ({ line, prompt }: Turn) => isOld(version) && isOffItsList(document, host, line, prompt);
    const clean = expectedTurns(document, host, lines).filter((turn) => !leaks(turn));
    const kept = clean.map(({ line }) => line).filter((line) => !differing.includes(line));
    const apart = differing.filter((line) => lines.includes(line) && lines.length > 3);
    return [
      { lines: kept, differs: isOld(version) && repeatsAlias(kept, commands) },
      ...apart.map((line) => ({ lines: [line, ''], differs: true })),
    ];
  });
}

function isOffItsList({ commands }: NosDocument, host: string, line: string, current: string): boolean {
  const own = Object.hasOwn(commands, line) ? commands[line] : undefined;
  const prompt = own?.prompt ?? (own?.alias ? commands[own.alias]?.prompt : undefined);
  if (prompt === undefined || prompt === null || typeof prompt === 'string') return false;
  return !prompt.some((allowed) => allowed.replace('{base_prompt}', host) === current);
}

function repeatsAlias(lines: readonly string[], commands: NosCommands): boolean {
  return lines.some((line, at) => lines.indexOf(line) !== at && commands[line]?.alias !== undefined);
}
