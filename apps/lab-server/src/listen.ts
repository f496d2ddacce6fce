import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A bound HTTP server. */
export interface Listening {
  readonly server: Server;
  readonly host: string;
  /** The real one, also when 0 was asked for. */
  readonly port: number;
  /** Connections on which nothing has been asked yet; Node counts them as busy. */
  readonly unused: ReadonlySet<Socket>;
}

// Longer than the idle time of usual clients and proxies, so that it is never us who close a connection they reuse.
const KEEP_ALIVE_MS = 65_000;

/** Binds the port. @throws {Error} with `code` `EADDRINUSE`, `EACCES`, … when it cannot be bound. */
export function listen(app: RequestListener, host: string, port: number): Promise<Listening> {
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, app);
  const unused = new Set<Socket>();
  server.on('connection', (socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.on('request', ({ socket }) => unused.delete(socket));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve({ server, host, port: boundPort(server.address()), unused });
    });
  });
}

/** Lets the requests in progress finish until the signal aborts, then cuts them. */
export async function closeServer(
  { server, unused }: Pick<Listening, 'server' | 'unused'>,
  signal: AbortSignal,
): Promise<void> {
  const cut = (): void => server.closeAllConnections();
  signal.addEventListener('abort', cut);
  if (signal.aborted) cut();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    // A client that keeps a connection ready, as fetch does after it left another one, must not hold up the end.
    for (const socket of unused) socket.destroy();
  });
  signal.removeEventListener('abort', cut);
}

function boundPort(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new TypeError('A TCP server has a port.');
  return address.port;
}
