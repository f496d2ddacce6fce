import type { RequestListener } from 'node:http';
import { createServer } from 'node:http';

/** A web server for tests. */
export interface DocumentServer extends AsyncDisposable {
  /** `http://127.0.0.1:…`, without a slash at the end. */
  readonly url: string;
  /** Paths that were asked for, in order. */
  readonly asked: readonly string[];
}

/** Serves texts by path, and whatever else a listener answers. */
export async function serveDocuments(
  documents: Readonly<Record<string, string | RequestListener>>,
): Promise<DocumentServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const document = documents[path];
    if (typeof document === 'function') return document(request, response);
    response.statusCode = document === undefined ? 404 : 200;
    response.end(document ?? 'Nothing here.');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    asked,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
