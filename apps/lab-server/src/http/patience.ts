import type { Request, Response } from 'express';
import { clientGone } from './client-gone';
import type { HttpContext } from './services';
import { notInRange, validationRefusal } from './validation';

const MOST_SECONDS = 60;

/** How long a request is willing to wait for something to happen: an end of its patience, however that comes. */
export interface Patience extends Disposable {
  /** Aborted when the time is over, the client has gone, or the server goes down. */
  readonly signal: AbortSignal;
}

/** The milliseconds that `?wait=` asks for; undefined when it does not. @throws {Refusal} `validation_error` for anything else. */
export function readWait(request: Request): number | undefined {
  const seconds = readNumber(request, 'wait', MOST_SECONDS);
  return seconds === undefined ? undefined : seconds * 1000;
}

/** A number from 0 to `most` in the query; undefined when it is not there. @throws {Refusal} `validation_error` for anything else. */
export function readNumber(request: Request, name: string, most: number): number | undefined {
  const given: unknown = request.query[name];
  if (given === undefined) return undefined;
  const text = (Array.isArray(given) ? given : [given]).map(String).join(', ');
  if (/^\d{1,15}(\.\d{1,15})?$/.test(text) && Number(text) <= most) return Number(text);
  throw validationRefusal([notInRange(text, most, 'query', name)]);
}

/** Patience that begins now; what is to last as long, `stay`, is disposed of with it. */
export function patience(
  request: Request,
  response: Response,
  { clock, lifecycle }: Pick<HttpContext, 'clock' | 'lifecycle'>,
  ms: number,
  stay: Disposable,
): Patience {
  const over = new AbortController();
  const end = (): void => over.abort();
  const timer = clock.after(ms, end);
  // By hand, because a signal that lives as long as the server never forgets one that was derived from it.
  const reasons = [clientGone(request, response), lifecycle.draining];
  for (const reason of reasons) reason.addEventListener('abort', end);
  if (reasons.some(({ aborted }) => aborted)) end();
  return {
    signal: over.signal,
    [Symbol.dispose]() {
      timer[Symbol.dispose]();
      for (const reason of reasons) reason.removeEventListener('abort', end);
      stay[Symbol.dispose]();
    },
  };
}
