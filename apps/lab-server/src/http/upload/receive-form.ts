import type { Request, Response } from 'express';
import multer from 'multer';
import { FORM_FIELDS } from '@remote-lab/protocol';
import type { ReceivedForm } from './lab-form';
import { ClientGone, isGone } from '../client-gone';
import { discardStorage } from './discard-storage';
import type { StagingFolder } from './staging-folder';
import { stagingStorage } from './staging-storage';
import { uploadError } from './upload-error';
import { UPLOAD_LIMITS } from './upload-limits';

const FILE_FIELDS: readonly string[] = [FORM_FIELDS.topology, FORM_FIELDS.extraFiles];

/**
 * Receives a multipart body into `folder`, or only reads it; a body of another kind is a form without parts.
 * When it rejects, the body has been read to its end, so that the client will see the answer.
 * @throws {Refusal} `malformed_upload`, `upload_too_large`, `too_many_files`
 */
export async function receiveForm(
  request: Request,
  response: Response,
  folder: StagingFolder | 'discard',
): Promise<ReceivedForm> {
  await parse(request, response, folder);
  const files = Array.isArray(request.files) ? request.files : [];
  return {
    texts: texts(request.body),
    files: files.map((file) => ({
      field: file.fieldname,
      name: file.originalname,
      path: file.path,
      size: file.size,
    })),
  };
}

function parse(request: Request, response: Response, folder: StagingFolder | 'discard'): Promise<void> {
  const discard = folder === 'discard';
  const middleware = multer({
    storage: discard ? discardStorage : stagingStorage(folder.path),
    // Names are checked by the topology library, whole: multer must not shorten them first.
    preservePath: true,
    defParamCharset: 'utf8',
    fileFilter: (_request, file, done) => done(null, FILE_FIELDS.includes(file.fieldname)),
    limits: {
      fileSize: UPLOAD_LIMITS.extraFileBytes,
      files: UPLOAD_LIMITS.files,
      fieldSize: discard ? UPLOAD_LIMITS.discardedTextPartBytes : UPLOAD_LIMITS.textPartBytes,
      fields: UPLOAD_LIMITS.textParts,
    },
  }).any();
  return new Promise((resolve, reject) => {
    // multer never calls back for a request that was cut before it began to listen.
    const onClose = (): void => reject(new ClientGone());
    if (isGone(request, response)) return onClose();
    response.once('close', onClose);
    middleware(request, response, (error: unknown) => {
      if (error === undefined || error === null) resolve();
      else {
        const refusal = uploadError(error);
        reject(refusal instanceof Error ? refusal : new Error(String(refusal)));
      }
    });
  });
}

function texts(body: unknown): ReadonlyMap<string, string> {
  if (typeof body !== 'object' || body === null) return new Map();
  const entries = Object.entries(body).map(
    ([name, value]: [string, unknown]) => [name, lastText(value)] as const,
  );
  return new Map(entries.flatMap(([name, text]) => (text === undefined ? [] : [[name, text] as const])));
}

function lastText(value: unknown): string | undefined {
  const last: unknown = Array.isArray(value) ? value.at(-1) : value;
  return typeof last === 'string' ? last : undefined;
}
