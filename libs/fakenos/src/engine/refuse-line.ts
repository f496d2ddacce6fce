import type { LineContext } from './line-context';
import type { LineResult } from './line-result';
import { sayLines } from './line-result';
import type { RefusalCall, Refusals } from './platform';

/** A line and the mode that was given it. */
export type GivenLine = Pick<RefusalCall, 'mode' | 'line'>;

/** Why a mode does not accept a line, and where in it. */
export type LineRefusal = Pick<RefusalCall, 'column'> & { readonly kind: keyof Refusals };

const COMMAND_NOT_FOUND = 127;

/** Refuses a line in the platform's words; a Unix shell does so on its error stream. */
export function refuseLine(
  { device, session, promptLength, tree }: LineContext,
  { mode, line }: GivenLine,
  { kind, column }: LineRefusal,
): LineResult {
  const text = tree.platform.refusals[kind]({ device, session, mode, line, column, promptLength });
  if (tree.modeOf(mode).words === 'abbreviated') return { said: sayLines(text), status: 1 };
  const notFound = kind === 'unknown' && column === line.search(/\S/);
  return { said: sayLines(text, 'error'), status: notFound ? COMMAND_NOT_FOUND : 1 };
}
