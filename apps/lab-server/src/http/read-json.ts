import type { Request, Response } from 'express';
import { Refusal } from '../refusal';
import { ClientGone } from './client-gone';
import { drainRequest } from './drain-request';
import { UPLOAD_LIMITS } from './upload/upload-limits';
import { validationRefusal } from './validation';

const MEBIBYTE = 1024 * 1024;
const LIMIT_BYTES = MEBIBYTE;
const JSON_TYPE = /^application\/([\w.+-]+\+)?json *(;|$)/i;

/**
 * The request's JSON body; undefined when there is none. Only a body that says that it is JSON is read, and a browser
 * must say so in any case: a page of another site can then not ask for anything without the preflight that nobody here
 * answers.
 * @throws {Refusal} `unsupported_media_type`, `upload_too_large` (1 MiB), `validation_error` when it is not JSON.
 */
export async function readJson(request: Request, response: Response): Promise<unknown> {
  const body = await readBody(request, response);
  const fromBrowser = request.get('Origin') !== undefined;
  if (body.length === 0 && !fromBrowser) return undefined;
  refuseOtherTypes(request);
  return body.length === 0 ? undefined : parse(body);
}

function refuseOtherTypes(request: Request): void {
  const type = request.get('Content-Type');
  const encoding = request.get('Content-Encoding') ?? 'identity';
  if (type === undefined || !JSON_TYPE.test(type))
    throw new Refusal(
      'unsupported_media_type',
      `The body must be JSON: send 'Content-Type: application/json'${type === undefined ? '' : `, not '${type.slice(0, 100)}'`}.`,
    );
  if (encoding !== 'identity')
    throw new Refusal(
      'unsupported_media_type',
      'The body must not be compressed: leave Content-Encoding out.',
    );
}

async function readBody(request: Request, response: Response): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      if (!Buffer.isBuffer(chunk)) continue;
      bytes += chunk.length;
      if (bytes > LIMIT_BYTES) break;
      chunks.push(chunk);
    }
  } catch {
    // A body only ever breaks off because its sender did.
    throw new ClientGone();
  }
  if (bytes <= LIMIT_BYTES) return Buffer.concat(chunks);
  if (!(await drainRequest(request, UPLOAD_LIMITS.drainBytes))) response.set('Connection', 'close');
  throw new Refusal(
    'upload_too_large',
    `The body is larger than ${LIMIT_BYTES / MEBIBYTE} MiB; an inventory of that size can be given as a path or URL.`,
  );
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw validationRefusal([
      { type: 'json_invalid', loc: ['body'], msg: `JSON decode error: ${words}`, input: null },
    ]);
  }
}
