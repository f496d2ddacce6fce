import { defineDto, type ObjectSchema } from '../define-dto';

/** Optional body of `POST /fakenos/networks/{network}/restart`. */
export interface RestartNetworkRequestDto {
  /** Seconds until every host must listen; 600 when absent, at most a day. */
  timeout?: number;
  /** Answers with a job instead of waiting until every host listens. */
  nowait?: boolean;
  /** Who is to do it: `all` (the default), `any`, or names; one server is one worker. */
  workers?: string | string[];
}

/** For requests that can do the same and more. */
export const restartNetworkProperties: ObjectSchema<RestartNetworkRequestDto>['properties'] = {
  timeout: { type: 'number', exclusiveMinimum: 0, maximum: 86_400 },
  nowait: { type: 'boolean' },
  workers: { type: ['string', 'array'], items: { type: 'string' }, maxItems: 100 },
};

/** {@link RestartNetworkRequestDto} with its schema and check; what it does not know is refused. */
export const restartNetworkRequestDto = defineDto<RestartNetworkRequestDto>('RestartNetworkRequestDto', {
  type: 'object',
  properties: restartNetworkProperties,
  required: [],
  additionalProperties: false,
});
