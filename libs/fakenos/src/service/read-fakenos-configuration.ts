import { documentChecker } from '../documents/document-checker';
import { readYaml } from '../documents/read-yaml';
import { refusedDocument } from '../documents/refuse-document';
import type { FakeNosConfiguration } from './fakenos-configuration';

const texts = (description: string) => ({
  type: 'array',
  nullable: true,
  description: `a list of ${description}`,
  items: { type: 'string', description: `one of the ${description}` },
});
const inventory = {
  description: 'an inventory, a path or a URL',
  anyOf: [{ type: 'string' }, { type: 'object' }, { type: 'null' }],
};

const checker = documentChecker<FakeNosConfiguration>({
  type: 'object',
  description: 'a mapping such as "networks: { lab1: { inventory: lab1.yaml } }"',
  additionalProperties: false,
  properties: {
    service: { const: 'fakenos', description: 'fakenos' },
    networks: {
      type: 'object',
      nullable: true,
      description: 'a mapping of networks by name',
      additionalProperties: {
        type: 'object',
        nullable: true,
        description: 'a mapping with inventory and auto_start',
        additionalProperties: false,
        properties: { inventory, auto_start: { type: 'boolean', description: 'true or false' } },
      },
    },
    default_inventory: inventory,
    nos_plugins: {
      type: 'object',
      nullable: true,
      description: 'a mapping of labels to platform files',
      additionalProperties: {
        description: 'the path or URL of a platform file, or its content',
        anyOf: [{ type: 'string' }, { type: 'object' }],
      },
    },
    platform_folders: texts('folders'),
    platform_modules: texts('paths of modules'),
    inventory_folders: texts('folders'),
    allowed_urls: texts('beginnings of URLs'),
  },
});

/**
 * Reads what an operator has written for the service: YAML, or what was read of it already.
 *
 * @param name what the document is called in messages: its path
 * @throws FakeNosError `invalid_configuration` with every problem found
 */
export function readFakeNosConfiguration(source: unknown, name: string): FakeNosConfiguration {
  const outcome = typeof source === 'string' ? readYaml(source) : { data: source };
  if (outcome.problem) throw refusedDocument('invalid_configuration', name, [outcome.problem]);
  const data = outcome.data ?? {};
  if (!checker.is(data)) throw refusedDocument('invalid_configuration', name, checker.problems(data));
  const strange = (data.allowed_urls ?? []).filter((url) => !/^https?:\/\//i.test(url) || !URL.canParse(url));
  if (strange.length === 0) return data;
  const message = `must be beginnings of http(s) URLs such as https://git.example.org/labs/, not ${strange.join(', ')}`;
  throw refusedDocument('invalid_configuration', name, [{ path: 'allowed_urls', message }]);
}
