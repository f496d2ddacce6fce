import { HTTP_ERRORS, OPERATIONS } from '@remote-lab/lab-server';
import { FORM_FIELDS, ROUTES, SESSION_HEADER } from '@remote-lab/protocol';
import { codeList } from '../markdown-table.mjs';
import { messageLink } from './message-link.mjs';

const SESSION_WORDS = {
  none: 'not needed',
  any: `\`${SESSION_HEADER}\` of any session, also a waiting one`,
  active: `\`${SESSION_HEADER}\` of the active session`,
};

/** A card for each operation. */
export function endpointCards() {
  return Object.entries(ROUTES)
    .map(([name, route]) => card(route, OPERATIONS[name]))
    .join('\n\n');
}

function card({ method, path }, operation) {
  const lines = [
    `### ${method} ${path}`,
    '',
    `**${sentence(operation.summary)}** ${operation.description}`,
    '',
    `- Session: ${SESSION_WORDS[operation.session]}`,
    ...(operation.body === undefined ? [] : [`- Body: ${body(operation.body)}`]),
    ...(operation.query ?? []).map(query),
    ...operation.success.map(
      ({ status, means, dto, events }) =>
        `- \`${status}\` ${means}${dto === undefined ? '' : ` ${messageLink(dto.name)}`}${events === undefined ? '' : streamed(events)}`,
    ),
    ...refusals(operation.errors),
    `- Stability: ${operation.stability}`,
  ];
  return lines.join('\n');
}

function sentence(words) {
  return /[.?!]$/.test(words) ? words : `${words}.`;
}

function body(given) {
  return given.kind === 'json'
    ? `${given.required === true ? 'JSON' : 'optional JSON'}, ${messageLink(given.dto.name)}`
    : `\`multipart/form-data\` with the parts ${codeList(Object.values(FORM_FIELDS))}; see [the upload](#the-upload)`;
}

function streamed(events) {
  return ` Events: ${events.map(({ name, dto }) => `\`${name}\` ${messageLink(dto.name)}`).join(', ')}`;
}

function query({ name, type, default: value, help }) {
  const fallback = value === undefined ? '' : `, \`${value}\` when absent`;
  return `- Query \`${name}\` (${type}${fallback}): ${help}`;
}

function refusals(codes) {
  const byStatus = new Map();
  for (const code of codes) {
    const { status } = HTTP_ERRORS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return [...byStatus]
    .sort(([one], [other]) => one - other)
    .map(([status, list]) => `- \`${status}\` ${codeList(list)}`);
}
