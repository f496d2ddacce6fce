const HOUR_MS = 3_600_000;
const MILLISECONDS = { type: 'number', minimum: 0, maximum: HOUR_MS } as const;
const COUNT = { type: 'integer', minimum: 0 } as const;
const MOST_ANSWERS = 1_000;

/** JSON Schema of a {@link Behavior}, for ajv and for descriptions of an API. */
export const behaviorSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    latency_ms: MILLISECONDS,
    jitter_ms: MILLISECONDS,
    characters_per_second: { type: 'number', minimum: 1 },
    truncate_output: COUNT,
    drop_after_lines: COUNT,
    drop_after_seconds: { type: 'number', minimum: 0, maximum: HOUR_MS / 1_000 },
    drop_probability: { type: 'number', minimum: 0, maximum: 1 },
    stall_after_lines: COUNT,
    stall_logins: { type: 'boolean' },
    refuse_logins: { type: 'boolean' },
    refuse_connections: { type: 'boolean' },
    prompt: { type: 'string', minLength: 1, maxLength: 255 },
    answers: {
      type: 'array',
      maxItems: MOST_ANSWERS,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['command', 'output'],
        properties: {
          command: { type: 'string', minLength: 1, maxLength: 4_096 },
          output: { type: 'string', maxLength: 4_194_304 },
          times: { type: 'integer', minimum: 1 },
          delay_ms: MILLISECONDS,
        },
      },
    },
    seed: { type: 'integer', minimum: 0, maximum: 0xffff_ffff },
  },
} as const;
