import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { type Route, type RouteName, ROUTES } from '@remote-lab/protocol';
import { Refusal } from '../refusal';
import { ClientGone } from './client-gone';
import { errorAnswer } from './error-answer';
import { logRequests } from './log-requests';
import { publicPath } from './public-path';
import { handlers } from './routes/index';
import type { HttpContext } from './services';
import { unmatched } from './unmatched';

/** The Express app over the services; it never listens. */
export function createApp(context: HttpContext): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.enable('strict routing');
  app.enable('case sensitive routing');
  app.use(logRequests(context));
  app.use(ownMethodsOnly);
  for (const [name, route] of Object.entries(ROUTES) as [RouteName, Route][])
    mount(app, name, route, context);
  app.use(answerUnmatched);
  app.use(answerErrors(context));
  return app;
}

function mount(app: Express, name: RouteName, { method, path }: Route, context: HttpContext): void {
  const handler = handlers[name];
  const listener: RequestHandler = async (request, response) => handler(request, response, context);
  const pattern = path.replace(/\{(\w+)\}/g, ':$1');
  switch (method) {
    case 'GET':
      return void app.get(pattern, listener);
    case 'POST':
      return void app.post(pattern, listener);
    case 'PUT':
      return void app.put(pattern, listener);
    case 'DELETE':
      return void app.delete(pattern, listener);
  }
}

// Express answers HEAD and OPTIONS by itself; the original refuses them like any other method.
const ownMethodsOnly: RequestHandler = (request, response, next) => {
  if (request.method === 'HEAD' || request.method === 'OPTIONS')
    return answerUnmatched(request, response, next);
  return next();
};

const answerUnmatched: RequestHandler = (request, response) => {
  const answer = unmatched(request.path);
  switch (answer.kind) {
    case 'method_not_allowed':
      response.set('Allow', answer.allow.join(', '));
      throw new Refusal(
        'method_not_allowed',
        `${publicPath(request.path)} answers to ${answer.allow.join(', ')}.`,
      );
    case 'redirect':
      response.redirect(307, answer.path + request.url.slice(request.path.length));
      return;
    case 'not_found':
      throw new Refusal('not_found', 'The paths of this server are listed at /docs.');
  }
};

const answerErrors =
  ({ logger }: HttpContext): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    if (error instanceof ClientGone) return void response.destroy();
    const { status, body } = errorAnswer(error);
    if (status === 500) {
      logger.error(
        `${request.method} ${publicPath(request.path)} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    }
    response.locals['refusal'] = body;
    if (response.headersSent) return next(error);
    response.status(status).json(body);
  };
