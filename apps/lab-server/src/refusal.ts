import type { ErrorCode, ErrorDto } from '@remote-lab/protocol';

/** A request that the server itself refuses (the libraries have error classes of their own with the same `code`s). */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  /** `message` says what to do next; `more` goes into the answer beside it. */
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly more: Omit<ErrorDto, 'code' | 'detail'> & {
      readonly issues?: Extract<ErrorDto['detail'], unknown[]>;
    } = {},
  ) {
    super(message);
  }
}
