import { ERROR_CODES, ROUTES } from '@remote-lab/protocol';
import { expect, test } from '@jest/globals';
import { docsPage } from './docs-page';
import { openApiDocument } from './openapi-document';
import { OPERATIONS } from './operations';

const document = openApiDocument('1.2.3');

test('every operation of the protocol is described under its path', () => {
  for (const { method, path } of Object.values(ROUTES)) {
    expect(Object.keys(document.paths[path] ?? {})).toContain(method.toLowerCase());
  }
});

test('every reference leads to a schema of the document', () => {
  const names = [...JSON.stringify(document.paths).matchAll(/#\/components\/schemas\/(\w+)/g)].map(
    ([, name]) => name,
  );
  expect(names.length).toBeGreaterThan(10);
  for (const name of names) expect(Object.keys(document.components.schemas)).toContain(name);
});

test('answers of two kinds with the same status are described as either', () => {
  expect(document.paths['/fakenos/networks']?.['get']).toMatchObject({
    responses: {
      200: {
        content: {
          'application/json': {
            schema: {
              oneOf: [
                { $ref: '#/components/schemas/NetworksDto' },
                { $ref: '#/components/schemas/NetworkNamesDto' },
              ],
            },
          },
        },
      },
    },
  });
});

test('every error code can come from some operation, but for those that any path gives', () => {
  const named = new Set(Object.values(OPERATIONS).flatMap(({ errors }) => errors));
  const everywhere = ['not_found', 'method_not_allowed', 'store_failed', 'internal_error'];
  expect([...named, ...everywhere].sort()).toEqual(Object.keys(ERROR_CODES).sort());
});

test('the page shows every path and loads nothing from elsewhere', () => {
  const page = docsPage(document);
  for (const { path } of Object.values(ROUTES)) expect(page).toContain(path);
  for (const part of ['topology', 'extra_files', 'reuse', 'CreateSessionRequestDto'])
    expect(page).toContain(part);
  expect(page).not.toMatch(/https?:\/\/|<script/);
});
