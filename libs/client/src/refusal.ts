import type { TopologyProblemDto } from '@remote-lab/protocol';
import { errorResponseDto, validationIssueDto } from '@remote-lab/protocol';
import { LabStartError, RemoteLabError } from './errors';
import { type HttpAnswer, propertyOf } from './http-answer';
import { inferCode } from './infer-code';

/** An answer that is not a success, made readable. */
export interface Refusal {
  readonly status: number;
  /** As the server gave it, else as {@link inferCode} reads status and text. */
  readonly code: string;
  /** The server's sentence, then its reason, then what is wrong with the topology; nothing of it twice. */
  readonly message: string;
  /** Whether the server said anything in the shape of this API. */
  readonly explained: boolean;
  readonly reason?: string;
  readonly holder?: string;
  readonly problems: readonly TopologyProblemDto[];
  readonly output: readonly string[];
}

/** Reads the refusals of our server, of the original, and of whatever sits in between. */
export function readRefusal(answer: HttpAnswer): Refusal {
  const { status, body } = answer;
  const detail = propertyOf(body, 'detail');
  const known = errorResponseDto.is(body) ? body : undefined;
  const explanation = readDetail(detail);
  const problems = known?.problems ?? [];
  const detailText = explanation ?? strangeAnswer(answer);
  return {
    status,
    code: known?.code ?? inferCode(status, detail),
    message: [detailText, ...unsaid(detailText, known?.reason, problems)].reduce(joinSentences),
    explained: explanation !== undefined,
    reason: known?.reason,
    holder: known?.holder,
    problems,
    output: known?.output ?? [],
  };
}

/** The error to throw for it. */
export function refusalError(refusal: Refusal): RemoteLabError {
  const { code, message, output } = refusal;
  return code === 'lab_start_failed' || code === 'start_cancelled' || output.length > 0
    ? new LabStartError(code, message, output, refusal)
    : new RemoteLabError(code, message, refusal);
}

function readDetail(detail: unknown): string | undefined {
  if (typeof detail === 'string') return detail;
  if (!Array.isArray(detail)) return undefined;
  return detail.map((issue) => describeIssue(issue)).join('; ');
}

function describeIssue(issue: unknown): string {
  if (!validationIssueDto.is(issue)) return JSON.stringify(issue);
  const [place, ...path] = issue.loc;
  return `${place} ${path.join('.')}: ${issue.msg}`;
}

/** What goes beside the sentence and is not in it already: our server's sentences often are their own list. */
function unsaid(
  said: string,
  reason: string | undefined,
  problems: readonly TopologyProblemDto[],
): readonly string[] {
  const missing = problems.filter((problem) => !said.includes(describeProblem(problem)));
  const counted = missing.length < problems.length && /\band \d+ more\b/.test(said);
  return [
    ...(reason === undefined || said.includes(reason) ? [] : [reason]),
    ...(counted ? [] : missing.map(describeProblem)),
  ];
}

function describeProblem({ file, line, column, path, message }: TopologyProblemDto): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return [place, path, message].filter((part) => part !== undefined && part !== '').join(': ');
}

function joinSentences(text: string, next: string): string {
  return `${/[.!?:;]$/.test(text) ? text : `${text}.`} ${next}`;
}

const LONGEST_QUOTE = 120;

function strangeAnswer({ status, body, location, from }: HttpAnswer): string {
  const answer = from === undefined ? 'The answer' : `The answer of ${from}`;
  if (location !== undefined)
    return `${answer} is a redirect (${status}) to ${location}: use that address as baseUrl.`;
  const text = typeof body === 'string' ? readPage(body) : '';
  const quote = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
  return `${answer} has status ${status} and ${quote === '' ? 'no explanation' : `says "${quote}"`}.${advice(status)}`;
}

/** The words of a page, without its head, which says the same, or how it looks. */
function readPage(page: string): string {
  return page
    .replace(/<(head|style|script|title)\b[^>]*>.*?<\/\1>/gis, ' ')
    .replace(/<[^>]*>|\s+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function advice(status: number): string {
  if (status >= 502 && status <= 504) return ' Is the lab server behind it running?';
  if (status === 401 || status === 403) return ' Does a gate before the server want another token?';
  return status === 500 ? '' : ' Is there a lab server at this address?';
}
