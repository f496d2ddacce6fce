import { NOT_RESOLVED, YAML11_SCHEMA, type ScalarTagDefinition } from 'js-yaml';
import type { Data } from './data';

/** The words PyYAML takes for booleans; YAML 1.1 proper also has `y` and `n`, which people use as node names. */
const PYYAML_BOOLEANS = /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/;

/** The types a topology is made of; dates, binary data and the like are left as they are written. */
const RESOLVED_TAGS = ['null', 'bool', 'int', 'float'].map((name) => `tag:yaml.org,2002:${name}`);

const implicitTags = YAML11_SCHEMA.tags.filter(
  (tag): tag is ScalarTagDefinition => tag.nodeKind === 'scalar' && RESOLVED_TAGS.includes(tag.tagName),
);

/** What netlab's YAML reader (PyYAML, YAML 1.1) makes of an unquoted scalar without tag. */
export function resolvePlainScalar(text: string): Data {
  for (const tag of implicitTags) {
    const value = tag.resolve(text, false, tag.tagName);
    if (value === NOT_RESOLVED) continue;
    if (typeof value === 'boolean') return PYYAML_BOOLEANS.test(text) ? value : text;
    // PyYAML's floats need a point: 1e3 is a string there.
    if (tag.tagName.endsWith(':float')) return typeof value === 'number' && text.includes('.') ? value : text;
    return typeof value === 'number' || value === null ? value : text;
  }
  return text;
}

/** What a scalar with an explicit tag such as `!!str` stands for; undefined when the tag is not one of YAML's own scalars. */
export function resolveTaggedScalar(tag: string, text: string): Data | undefined {
  const name = shortTagName(tag);
  if (name === '!' || name === 'str') return text;
  const definition = implicitTags.find((candidate) => candidate.tagName === `tag:yaml.org,2002:${name}`);
  if (definition === undefined) return undefined;
  const value = definition.resolve(text, true, definition.tagName);
  return typeof value === 'number' || typeof value === 'boolean' || value === null ? value : undefined;
}

/** `int` for `!!int`, `!<tag:yaml.org,2002:int>` and so on; other tags unchanged. */
export function shortTagName(tag: string): string {
  return /^(?:!!|!?<?tag:yaml\.org,2002:)([a-z]+)>?$/.exec(tag)?.[1] ?? tag;
}
