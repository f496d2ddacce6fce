import { FORM_FIELDS } from '@remote-lab/protocol';
import { MulterError } from 'multer';
import { Refusal } from '../../refusal';
import { ClientGone } from '../client-gone';
import { UPLOAD_LIMITS } from './upload-limits';

/** Turns what the multipart parser says into a refusal; texts that clients of the original know are kept. */
export function uploadError(error: unknown): unknown {
  if (error instanceof MulterError) return limitRefusal(error);
  if (!(error instanceof Error) || error instanceof Refusal) return error;
  if (/^request (aborted|closed)$/i.test(error.message)) return new ClientGone();
  if (/boundary not found/i.test(error.message))
    return new Refusal('malformed_upload', 'Missing boundary in multipart.');
  if (/unexpected end of form|malformed part header|multipart/i.test(error.message)) {
    return new Refusal('malformed_upload', 'Invalid multipart data.');
  }
  return error;
}

function limitRefusal(error: MulterError): Refusal {
  switch (error.code) {
    case 'LIMIT_FILE_COUNT':
    case 'LIMIT_PART_COUNT':
      return new Refusal(
        'too_many_files',
        `Too many files. Maximum number of files is ${UPLOAD_LIMITS.files}.`,
      );
    case 'LIMIT_FILE_SIZE': {
      const topology = error.field === FORM_FIELDS.topology;
      const limit = topology ? UPLOAD_LIMITS.topologyBytes : UPLOAD_LIMITS.extraFileBytes;
      return new Refusal(
        'upload_too_large',
        `${topology ? 'A topology' : 'An extra file'} may have ${limit} bytes.`,
      );
    }
    case 'LIMIT_FIELD_VALUE':
      return new Refusal(
        'malformed_upload',
        `Part exceeded maximum size of ${UPLOAD_LIMITS.textPartBytes / 1024}KB.`,
      );
    case 'LIMIT_FIELD_COUNT':
    case 'LIMIT_FIELD_KEY':
    case 'LIMIT_UNEXPECTED_FILE':
    case 'MISSING_FIELD_NAME':
    default:
      return new Refusal(
        'malformed_upload',
        `${error.message}: the form has the parts topology, extra_files and reuse.`,
      );
  }
}
