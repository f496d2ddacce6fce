import type { DocumentProblem, FakeNosErrorCode } from '../errors';
import { FakeNosError } from '../errors';

const MOST_NAMED = 5;

/** The error for a document with these problems: `lab.yml is no valid inventory: hosts.r1.port must be …`. */
export function refusedDocument(
  code: FakeNosErrorCode,
  what: string,
  problems: readonly DocumentProblem[],
  options: ErrorOptions = {},
): FakeNosError {
  const named = problems
    .slice(0, MOST_NAMED)
    .map(({ path, message }) => (path === '' ? message : `${path} ${message}`));
  const rest = problems.length - named.length;
  const more = rest > 0 ? `; and ${rest} more` : '';
  const sentence = `${what}: ${named.join('; ')}${more}`;
  const end = sentence.endsWith('?') ? '' : '.';
  return new FakeNosError(code, `${sentence}${end}`, { ...options, problems });
}
