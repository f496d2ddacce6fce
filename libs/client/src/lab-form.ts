import { FORM_FIELDS } from '@remote-lab/protocol';
import type { LabUpload, UploadFile } from './topology-source';

/** The multipart body of `POST /lab`. Made anew for each attempt: a body can be sent only once. */
export function labForm(upload: LabUpload, reuse: boolean): FormData {
  const form = new FormData();
  form.append(FORM_FIELDS.topology, blob(upload.topology, 'application/x-yaml'), upload.topology.name);
  form.append(FORM_FIELDS.reuse, String(reuse));
  for (const file of upload.extraFiles)
    form.append(FORM_FIELDS.extraFiles, blob(file, 'application/octet-stream'), file.name);
  return form;
}

function blob({ content }: UploadFile, type: string): Blob {
  return new Blob([Uint8Array.from(content)], { type });
}
