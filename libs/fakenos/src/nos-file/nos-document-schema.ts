const PROMPTS = { type: ['string', 'array', 'null'], items: { type: 'string' } } as const;
const TEXT_OR_NULL = { type: ['string', 'null'] } as const;

/** JSON Schema of the commands of a platform file, and of a host's own: `nos.configuration.commands`. */
export const nosCommandsSchema = {
  type: 'object',
  additionalProperties: {
    type: 'object',
    properties: {
      output: { type: ['string', 'null', 'boolean'] },
      help: TEXT_OR_NULL,
      prompt: PROMPTS,
      new_prompt: TEXT_OR_NULL,
      alias: TEXT_OR_NULL,
    },
  },
} as const;

/** JSON Schema of a FakeNOS platform file. Fields that it does not name are let pass, as FakeNOS does. */
export const nosDocumentSchema = {
  type: 'object',
  required: ['commands'],
  properties: {
    name: { type: 'string', minLength: 1 },
    initial_prompt: { type: 'string' },
    enable_prompt: TEXT_OR_NULL,
    config_prompt: TEXT_OR_NULL,
    commands: nosCommandsSchema,
  },
} as const;
