import { once } from 'node:events';
import http from 'node:http';

/** What is at a path: text, or whatever the function answers. */
export type ServedFile = string | ((response: http.ServerResponse) => void);

/** A web server with files. */
export interface FileServer extends AsyncDisposable {
  readonly url: string;
  /** The paths that were asked for, in order. */
  readonly asked: readonly string[];
}

/** Serves these paths on a free port of loopback, and 404 for all others. */
export async function fileServer(files: Readonly<Record<string, ServedFile>>): Promise<FileServer> {
  const asked: string[] = [];
  const server = http.createServer((request, response) => {
    asked.push(request.url ?? '');
    const file = files[request.url ?? ''];
    if (typeof file === 'function') file(response);
    else if (file === undefined) response.writeHead(404).end('not here');
    else response.writeHead(200, { 'Content-Type': 'text/plain' }).end(file);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Answers with a redirect. */
export function redirectTo(location: string): ServedFile {
  return (response) => response.writeHead(302, { Location: location }).end();
}
