import { defineDto } from '../define-dto';

/** Versions by the name of what has them. */
export type FakeNosVersionDto = Record<string, string>;

/** {@link FakeNosVersionDto} with its schema and check. */
export const fakeNosVersionDto = defineDto<FakeNosVersionDto>('FakeNosVersionDto', {
  type: 'object',
  properties: {},
  additionalProperties: { type: 'string' },
  required: [],
});
