import type { ErrorDto } from '@remote-lab/protocol';

/** What a job failed with, in the words that go over the wire; nothing else of the failure is kept. */
export class JobFailed extends Error {
  override readonly name = 'JobFailed';

  constructor(readonly answer: { readonly status: number; readonly body: ErrorDto }) {
    super(`The job failed: ${answer.body.code ?? answer.status}`);
  }
}
