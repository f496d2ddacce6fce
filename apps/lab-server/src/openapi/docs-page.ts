import type { OpenApiDocument } from './openapi-document';

/** One HTML page that shows the document; no scripts, no outside resources. */
export function docsPage(document: OpenApiDocument): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => section(method, path, operation)),
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escape(document.info.title)}</title><style>${STYLE}</style></head><body>
<h1>${escape(document.info.title)} <small>${escape(document.info.version)}</small></h1>
<p>${escape(document.info.description)} For programs: <a href="/openapi.json">/openapi.json</a>.</p>
${operations.join('\n')}
<h2>Messages</h2>
${Object.entries(document.components.schemas).map(schemaBlock).join('\n')}
</body></html>
`;
}

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}' +
  'code,pre{font-family:ui-monospace,monospace;background:#f4f4f4}pre{padding:.7rem;overflow:auto}' +
  'h3 code{background:none}table{border-collapse:collapse}td,th{border:1px solid #ccc;padding:.2rem .6rem;text-align:left}';

function section(method: string, path: string, operation: unknown): string {
  const { summary, description, parameters, requestBody, responses } = record(operation);
  const asked = list(parameters).map((each) => {
    const { name, in: place, description: help } = record(each);
    return `<tr><td><code>${escape(name)}</code></td><td>${escape(place)}</td><td>${escape(help)}</td></tr>`;
  });
  asked.push(...bodyRows(requestBody));
  const answers = Object.entries(record(responses)).map(
    ([status, answer]) =>
      `<tr><td>${escape(status)}</td><td>${escape(record(answer)['description'])}</td></tr>`,
  );
  return `<h3><code>${escape(method.toUpperCase())} ${escape(path)}</code> ${escape(summary)}</h3>
<p>${escape(description)}</p>
${asked.length === 0 ? '' : `<table><tr><th>parameter</th><th>in</th><th></th></tr>${asked.join('')}</table><br>`}
<table><tr><th>answer</th><th></th></tr>${answers.join('')}</table>`;
}

function bodyRows(requestBody: unknown): readonly string[] {
  return Object.entries(record(record(requestBody)['content'])).flatMap(([type, media]) => {
    const { properties, $ref } = record(record(media)['schema']);
    if (typeof $ref === 'string')
      return [`<tr><td></td><td>${escape(type)}</td><td>${escape($ref.split('/').at(-1))}</td></tr>`];
    return Object.entries(record(properties)).map(
      ([name, part]) =>
        `<tr><td><code>${escape(name)}</code></td><td>${escape(type)}</td><td>${escape(record(part)['description'])}</td></tr>`,
    );
  });
}

function schemaBlock([name, schema]: [string, unknown]): string {
  return `<details id="${escape(name)}"><summary><code>${escape(name)}</code></summary><pre>${escape(JSON.stringify(schema, null, 2))}</pre></details>`;
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function escape(value: unknown): string {
  const text = typeof value === 'string' ? value : '';
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
