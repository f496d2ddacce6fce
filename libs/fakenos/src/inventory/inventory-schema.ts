import { behaviorSchema } from '../behavior/behavior-schema';
import type { DocumentSchema } from '../documents/document-checker';

const MOST_HOSTS = 10_000;
/** Without blanks: they would end the name in prompts and in addresses. */
const NAME = '^[^\\s\\u0000-\\u001f\\u007f]{1,253}$';
const text = (description: string): DocumentSchema => ({ type: 'string', description, maxLength: 65_536 });
const orNothing = (schema: DocumentSchema): DocumentSchema => ({ ...schema, nullable: true });
const port: DocumentSchema = { type: 'integer', minimum: 0, maximum: 65_535 };

const serverConfiguration: DocumentSchema = {
  type: 'object',
  description: 'a mapping',
  additionalProperties: false,
  properties: {
    address: text('"localhost" or an IP address'),
    ssh_key_file: orNothing(text('the path of a file')),
    ssh_key_file_password: orNothing(text('a text (put numbers in quotes)')),
    ssh_banner: text('a text'),
    timeout: { type: 'number', description: 'a number of seconds' },
    watchdog_interval: { type: 'number', description: 'a number of seconds' },
    authorized_keys: {
      type: 'array',
      description: 'a list of public keys',
      maxItems: 100,
      items: text('a public key as it stands in authorized_keys'),
    },
    telnet_port: {
      description: 'a port from 0 to 65535, or auto',
      anyOf: [port, { const: 'auto' }],
    },
  },
};

const shellConfiguration: DocumentSchema = {
  type: 'object',
  description: 'a mapping',
  additionalProperties: false,
  properties: {
    intro: orNothing(text('a text')),
    ruler: orNothing(text('a text')),
    completekey: orNothing(text('the name of a key')),
    newline: text('a text such as "\\r\\n"'),
    base_prompt: text('a text'),
  },
};

const commands: DocumentSchema = { type: 'object', description: 'a mapping of command lines' };
const nosConfiguration: DocumentSchema = {
  type: 'object',
  description: 'a mapping',
  additionalProperties: false,
  properties: { commands: orNothing(commands) },
};

/** A block that names a plug-in and configures it. */
function pluginBlock(plugin: DocumentSchema, configuration: DocumentSchema): DocumentSchema {
  return {
    type: 'object',
    description: 'a mapping with plugin and configuration',
    nullable: true,
    additionalProperties: false,
    properties: { plugin, configuration: orNothing(configuration) },
  };
}

const hostDefaults = {
  username: text('a text (put numbers in quotes)'),
  password: text('a text (put numbers in quotes)'),
  port: {
    description: 'a port from 0 to 65535, auto, or with replicas the first and the last port: [6000, 6009]',
    anyOf: [port, { const: 'auto' }, { type: 'array', items: port, minItems: 2, maxItems: 2 }],
  },
  platform: text('the name of a platform'),
  configuration_file: orNothing(text('the path of a .yaml file')),
  server: pluginBlock(text('the name of a server plug-in'), serverConfiguration),
  shell: pluginBlock(text('the name of a shell plug-in'), shellConfiguration),
  nos: pluginBlock(
    {
      description: 'the name of a platform, the path of a platform file, or its content',
      anyOf: [{ type: 'string' }, { type: 'object' }],
    },
    nosConfiguration,
  ),
  behavior: orNothing(behaviorSchema),
} as const;

const host: DocumentSchema = {
  type: 'object',
  description: 'a mapping',
  nullable: true,
  additionalProperties: false,
  properties: {
    ...hostDefaults,
    replicas: {
      type: 'integer',
      description: 'a whole number of at least 1',
      minimum: 1,
      maximum: MOST_HOSTS,
    },
  },
};

/** JSON Schema of an inventory in FakeNOS's format, with our additions. */
export const inventorySchema: DocumentSchema = {
  type: 'object',
  description: 'a mapping with hosts',
  required: ['hosts'],
  additionalProperties: false,
  properties: {
    default: {
      type: 'object',
      description: 'a mapping',
      nullable: true,
      additionalProperties: false,
      properties: hostDefaults,
    },
    hosts: {
      type: 'object',
      description: 'a mapping of hosts by name',
      propertyNames: { type: 'string', pattern: NAME, description: 'a name without blanks' },
      additionalProperties: host,
    },
    links: {
      type: 'array',
      description: 'a list of links',
      nullable: true,
      items: {
        description: 'a link such as r1-r2 or { a: r1, b: r2 }',
        anyOf: [
          { type: 'string' },
          {
            type: 'object',
            required: ['a', 'b'],
            additionalProperties: false,
            properties: { a: { type: 'string' }, b: { type: 'string' } },
          },
        ],
      },
    },
  },
};
