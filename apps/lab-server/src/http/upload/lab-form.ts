import { FORM_FIELDS, parseWireBoolean, type ValidationIssueDto } from '@remote-lab/protocol';
import { missing, notBoolean, notFile } from '../validation';

/** A file part as it was received. */
export interface ReceivedFile {
  readonly field: string;
  /** As the client named it: untrusted. */
  readonly name: string;
  /** Where its bytes lie. */
  readonly path: string;
  readonly size: number;
}

/** The parts of a body, of whatever kind it was. */
export interface ReceivedForm {
  readonly texts: ReadonlyMap<string, string>;
  readonly files: readonly ReceivedFile[];
}

/** The form of `POST /lab`, once it is complete. */
export interface LabForm {
  readonly topology: ReceivedFile;
  readonly extraFiles: readonly ReceivedFile[];
  readonly reuse: boolean;
}

/** Reads the form; of repeated parts the last one counts, unknown parts are ignored, as in the original. */
export function readLabForm({ texts, files }: ReceivedForm): LabForm | readonly ValidationIssueDto[] {
  const topology = files.findLast((file) => file.field === FORM_FIELDS.topology);
  const reuse = readReuse(texts.get(FORM_FIELDS.reuse));
  const issues: ValidationIssueDto[] = [];
  if (topology === undefined) issues.push(noTopology(texts.get(FORM_FIELDS.topology)));
  if (typeof reuse !== 'boolean') issues.push(reuse);
  const extraText = texts.get(FORM_FIELDS.extraFiles);
  if (extraText !== undefined) issues.push(notFile(extraText, 'body', FORM_FIELDS.extraFiles, '0'));
  if (topology === undefined || typeof reuse !== 'boolean' || issues.length > 0) return issues;
  return { topology, extraFiles: files.filter((file) => file.field === FORM_FIELDS.extraFiles), reuse };
}

function noTopology(text: string | undefined): ValidationIssueDto {
  return text === undefined
    ? missing('body', FORM_FIELDS.topology)
    : notFile(text, 'body', FORM_FIELDS.topology);
}

function readReuse(text: string | undefined): boolean | ValidationIssueDto {
  if (text === undefined || text === '') return true;
  return parseWireBoolean(text) ?? notBoolean(text, 'body', FORM_FIELDS.reuse);
}
