import type { RequestHandler } from 'express';
import { publicPath } from './public-path';
import type { HttpContext } from './services';

const LONGEST_REASON = 500;

/** One line per request: refusals and faults where people look, the rest for debugging. Session ids stay out of it. */
export function logRequests({ logger, clock }: HttpContext): RequestHandler {
  return (request, response, next) => {
    const begun = clock.now();
    response.on('close', () => {
      const line = `${request.method} ${publicPath(request.path)} ${response.writableFinished ? response.statusCode : 'client went away'}`;
      const fields = { ms: Math.round(clock.now() - begun), ...refusalFields(response.locals['refusal']) };
      if (response.statusCode >= 400) logger.info(line, fields);
      else logger.debug(line, fields);
    });
    next();
  };
}

function refusalFields(refusal: unknown): { readonly code?: string; readonly reason?: string } {
  if (typeof refusal !== 'object' || refusal === null) return {};
  const { code, detail, reason } = refusal as Readonly<Record<string, unknown>>;
  const sentence =
    typeof reason === 'string' ? reason : typeof detail === 'string' ? detail : JSON.stringify(detail);
  return { ...(typeof code === 'string' ? { code } : {}), reason: sentence.slice(0, LONGEST_REASON) };
}
