import { OPERATIONS } from '@remote-lab/lab-server';
import { errorResponseDto, validationIssueDto } from '@remote-lab/protocol';
import { markdownTable } from '../markdown-table.mjs';

/** A table for each message that goes over the wire. */
export function messageTables() {
  const messages = Object.values(OPERATIONS).flatMap(({ body, success }) => [
    ...(body?.kind === 'json' ? [body.dto] : []),
    ...success.flatMap(({ dto, events = [] }) => [
      ...(dto === undefined ? [] : [dto]),
      ...events.map((event) => event.dto),
    ]),
  ]);
  const byName = new Map(
    [...messages, errorResponseDto, validationIssueDto].map((dto) => [dto.name, dto.schema]),
  );
  return [...byName].map(([name, schema]) => `### ${name}\n\n${fields(schema)}`).join('\n\n');
}

function fields(schema) {
  if (schema.type === 'array') return `A list. Each entry:\n\n${fields(schema.items)}`;
  if (isMapping(schema)) {
    const values = schema.additionalProperties;
    if (values.properties === undefined) return `A mapping of names to values: ${typeWords(values)}.`;
    return `A mapping of names to entries. Each entry:\n\n${fields(values)}`;
  }
  if (schema.properties === undefined) return `${typeWords(schema)}`;
  const rows = Object.entries(schema.properties).map(([name, property]) => [
    `\`${name}\``,
    typeWords(property),
    schema.required.includes(name) ? 'always' : 'may be absent',
  ]);
  return markdownTable(['Field', 'Type', 'Present'], rows);
}

function isMapping({ properties, additionalProperties }) {
  return Object.keys(properties ?? {}).length === 0 && typeof additionalProperties === 'object';
}

function typeWords(property) {
  if (property.const !== undefined) return `\`${JSON.stringify(property.const)}\``;
  if (property.enum !== undefined) return property.enum.map((word) => `\`"${word}"\``).join(' or ');
  if (property.type === 'object' && property.properties !== undefined)
    return `object with ${Object.keys(property.properties)
      .map((name) => `\`${name}\``)
      .join(', ')}`;
  const type = property.type === undefined ? 'anything' : [property.type].flat().join(' or ');
  return `${type}${elements(property)}${limits(property)}`;
}

function elements({ items, additionalProperties }) {
  if (items?.type === 'object') {
    const names = Object.keys(items.properties ?? {});
    return names.length === 0
      ? ' of objects'
      : ` of objects with ${names.map((name) => `\`${name}\``).join(', ')}`;
  }
  if (items !== undefined) return ` of ${[items.type].flat().join('s or ')}s`;
  if (typeof additionalProperties !== 'object') return '';
  const names = Object.keys(additionalProperties.properties ?? {});
  return names.length === 0
    ? ` with ${additionalProperties.type} values`
    : ` of objects with ${names.map((name) => `\`${name}\``).join(', ')}`;
}

function limits({ maxLength, maxProperties, minimum, exclusiveMinimum, maximum }) {
  const words = [
    maxLength === undefined ? [] : [`at most ${maxLength} characters`],
    maxProperties === undefined ? [] : [`at most ${maxProperties} entries`],
    minimum === undefined ? [] : [`at least ${minimum}`],
    exclusiveMinimum === undefined ? [] : [`greater than ${exclusiveMinimum}`],
    maximum === undefined ? [] : [`at most ${maximum}`],
  ].flat();
  return words.length === 0 ? '' : `, ${words.join(', ')}`;
}
