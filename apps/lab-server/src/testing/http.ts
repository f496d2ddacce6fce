import { SESSION_HEADER } from '@remote-lab/protocol';

/** A server's answer, read to its end. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed when it is JSON, the text otherwise, `undefined` when empty. */
  readonly body: unknown;
}

/** What goes with a request. */
export interface Ask {
  readonly session?: string;
  readonly body?: NonNullable<RequestInit['body']>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** One HTTP request; redirects are answers too. */
export async function ask(
  url: string,
  method: string,
  path: string,
  { session, body, headers, signal }: Ask = {},
): Promise<Answer> {
  const response = await fetch(url + path, {
    method,
    redirect: 'manual',
    headers: { ...(session === undefined ? {} : { [SESSION_HEADER]: session }), ...headers },
    ...(body === undefined ? {} : { body }),
    ...(signal === undefined ? {} : { signal }),
  });
  const text = await response.text();
  const json = response.headers.get('content-type')?.startsWith('application/json') === true;
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : json ? (JSON.parse(text) as unknown) : text,
  };
}

/** A file part. */
export interface FilePart {
  readonly name: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

/** The multipart body of `POST /lab`. */
export function labForm(
  topology: FilePart | undefined,
  extraFiles: readonly FilePart[] = [],
  texts: Readonly<Record<string, string>> = {},
): FormData {
  const form = new FormData();
  for (const [name, text] of Object.entries(texts)) form.append(name, text);
  if (topology !== undefined) form.append('topology', new Blob([topology.content]), topology.name);
  for (const file of extraFiles) form.append('extra_files', new Blob([file.content]), file.name);
  return form;
}

/** Joins the queue; the session's id and first position. */
export async function join(url: string): Promise<{ readonly id: string; readonly position: number }> {
  const { status, body } = await ask(url, 'POST', '/session');
  if (status !== 201) throw new Error(`POST /session answered ${status}`);
  const { session_id, position } = body as { session_id: string; position: number };
  return { id: session_id, position };
}
