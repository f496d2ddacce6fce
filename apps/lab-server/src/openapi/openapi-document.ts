import {
  type DtoDefinition,
  type ErrorCode,
  errorResponseDto,
  FORM_FIELDS,
  type Route,
  type RouteName,
  ROUTES,
  SESSION_HEADER,
} from '@remote-lab/protocol';
import { HTTP_ERRORS } from '../http/http-errors';
import type { Operation, StreamedEvent } from './operation';
import { OPERATIONS } from './operations';

/** An OpenAPI 3.1 document; plain JSON. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

/** Describes the whole interface from the tables of operations, schemas and errors. */
export function openApiDocument(version: string): OpenApiDocument {
  const schemas: Record<string, unknown> = { [errorResponseDto.name]: errorResponseDto.schema };
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, route] of Object.entries(ROUTES) as [RouteName, Route][]) {
    const operation = OPERATIONS[name];
    for (const dto of dtosOf(operation)) schemas[dto.name] = dto.schema;
    (paths[route.path] ??= {})[route.method.toLowerCase()] = describe(name, route, operation);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'remote-lab lab-server',
      version,
      description:
        'Share one network lab: queue for it, upload a Netlab topology, get devices, give it back. And start fake networks, without queueing.',
    },
    paths,
    components: { schemas },
  };
}

function describe(name: RouteName, route: Route, operation: Operation): unknown {
  return {
    operationId: name,
    tags: [operation.tag],
    summary: operation.summary,
    description: operation.description,
    'x-stability': operation.stability,
    parameters: [...pathParameters(route), ...headerParameters(operation), ...queryParameters(operation)],
    ...(operation.body === undefined ? {} : { requestBody: requestBody(operation.body) }),
    responses: { ...successResponses(operation), ...errorResponses(operation.errors) },
  };
}

function dtosOf(operation: Operation): DtoDefinition<unknown>[] {
  const answers = operation.success.flatMap(({ dto, events = [] }) => [
    ...(dto === undefined ? [] : [dto]),
    ...events.map((event) => event.dto),
  ]);
  return operation.body?.kind === 'json' ? [operation.body.dto, ...answers] : answers;
}

function pathParameters({ path }: Route): unknown[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function headerParameters({ session }: Operation): unknown[] {
  if (session === 'none') return [];
  const description = session === 'active' ? 'Id of the active session.' : 'Id of any session.';
  return [{ name: SESSION_HEADER, in: 'header', required: true, description, schema: { type: 'string' } }];
}

function queryParameters({ query = [] }: Operation): unknown[] {
  return query.map(({ name, type, default: value, help }) => ({
    name,
    in: 'query',
    required: false,
    description: help,
    schema: { type, ...(value === undefined ? {} : { default: value }) },
  }));
}

function requestBody(body: NonNullable<Operation['body']>): unknown {
  if (body.kind === 'json')
    return {
      required: body.required === true,
      content: { 'application/json': { schema: reference(body.dto) } },
    };
  const file = { type: 'string', contentMediaType: 'application/octet-stream' };
  const properties = {
    [FORM_FIELDS.topology]: { ...file, description: 'The Netlab topology, named *.yml or *.yaml.' },
    [FORM_FIELDS.extraFiles]: {
      type: 'array',
      items: file,
      description: 'Files it refers to, named by their path.',
    },
    [FORM_FIELDS.reuse]: { type: 'boolean', default: true, description: 'Share a lab of the same content.' },
  };
  const schema = { type: 'object', required: [FORM_FIELDS.topology], properties };
  return { required: true, content: { 'multipart/form-data': { schema } } };
}

function successResponses({ success }: Operation): Record<string, unknown> {
  const byStatus = new Map<number, Operation['success'][number][]>();
  for (const answer of success) byStatus.set(answer.status, [...(byStatus.get(answer.status) ?? []), answer]);
  return Object.fromEntries([...byStatus].map(([status, kinds]) => [String(status), successResponse(kinds)]));
}

function successResponse(kinds: Operation['success']): unknown {
  const schemas = kinds.flatMap(({ dto }) => (dto === undefined ? [] : [reference(dto)]));
  const events = kinds.flatMap((kind) => kind.events ?? []);
  const json = schemas.length > 1 ? { oneOf: schemas } : schemas[0];
  const content = {
    ...(json === undefined ? {} : { 'application/json': { schema: json } }),
    ...(events.length === 0 ? {} : { 'text/event-stream': { schema: streamOf(events) } }),
  };
  const description = kinds.map(({ means }) => means).join(' ');
  return { description, ...(Object.keys(content).length === 0 ? {} : { content }) };
}

// OpenAPI 3.1 has no words for the parts of a stream, so each event is described as name and data of one message.
function streamOf(events: readonly StreamedEvent[]): unknown {
  return {
    type: 'string',
    description: events.map(({ name, dto }) => `${name}: ${dto.name}`).join(', '),
    'x-events': Object.fromEntries(events.map(({ name, dto }) => [name, reference(dto)])),
  };
}

function errorResponses(codes: readonly ErrorCode[]): Record<string, unknown> {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of codes) {
    const { status } = HTTP_ERRORS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const content = { 'application/json': { schema: reference(errorResponseDto) } };
  return Object.fromEntries(
    [...byStatus].map(([status, list]) => [String(status), { description: list.join(', '), content }]),
  );
}

function reference(dto: DtoDefinition<unknown>): unknown {
  return { $ref: `#/components/schemas/${dto.name}` };
}
