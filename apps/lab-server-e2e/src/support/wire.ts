import { type AcquireResponseDto, acquireResponseDto, SESSION_HEADER } from '@remote-lab/protocol';

/** A server's answer, read to its end. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** One HTTP request without any cleverness of a client library. */
export async function ask(
  url: string,
  method: string,
  path: string,
  session?: string,
  init: RequestInit = {},
): Promise<Answer> {
  const headers: Record<string, string> = session === undefined ? {} : { [SESSION_HEADER]: session };
  const response = await fetch(url + path, { ...init, method, headers });
  const text = await response.text();
  const json = response.headers.get('content-type')?.startsWith('application/json') === true;
  return { status: response.status, body: json ? (JSON.parse(text) as unknown) : text };
}

/** Joins the queue; the session's id. */
export async function joinQueue(url: string): Promise<string> {
  const { body } = await ask(url, 'POST', '/session');
  return (body as { session_id: string }).session_id;
}

/** `POST /lab` with a topology. */
export function postLab(
  url: string,
  session: string,
  topology: string,
  reuse = true,
  signal?: AbortSignal,
): Promise<Answer> {
  const form = new FormData();
  form.append('topology', new Blob([topology]), 'lab.yml');
  form.append('reuse', String(reuse));
  return ask(url, 'POST', '/lab', session, { body: form, ...(signal === undefined ? {} : { signal }) });
}

/** The SSH endpoints in an answer of `POST /lab`. */
export function endpoints(answer: Answer): readonly { readonly host: string; readonly port: number }[] {
  if (!acquireResponseDto.is(answer.body))
    throw new Error(`POST /lab answered ${answer.status} ${JSON.stringify(answer.body)}`);
  const { devices }: AcquireResponseDto = answer.body;
  return devices.map(({ raw }) => ({ host: String(raw['ansible_host']), port: Number(raw['ansible_port']) }));
}
