import { openApiDocument } from '../../openapi/openapi-document';
import { docsPage } from '../../openapi/docs-page';
import type { Handler } from './handler';

/** `GET /openapi.json`: the whole interface, for programs. */
export const openapi: Handler = (_request, response, { version }) => {
  response.json(openApiDocument(version));
};

/** `GET /docs`: the same for people, on one page that loads nothing from elsewhere. */
export const docs: Handler = (_request, response, { version }) => {
  response
    .set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'")
    .type('html')
    .send(docsPage(openApiDocument(version)));
};
