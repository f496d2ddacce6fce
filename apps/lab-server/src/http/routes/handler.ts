import type { Request, Response } from 'express';
import type { HttpContext } from '../services';

/** Answers one operation: validate, call one domain method, map the result to a Dto. Rejections become error answers. */
export type Handler = (request: Request, response: Response, context: HttpContext) => Promise<void> | void;
