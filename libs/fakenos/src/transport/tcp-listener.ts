import type { Socket } from 'node:net';
import { createServer } from 'node:net';
import type { DeviceAccess, DeviceServer } from './device-access';
import { openDoor } from './doorkeeper';

/** A client that has been admitted. */
export interface AdmittedClient {
  readonly socket: Socket;
  /** Where it came from, as long as anybody asks: a socket forgets when it closes. */
  readonly address: string;
  /** It has logged in: it may stay as long as it wants. */
  loggedIn(): void;
}

const LOGIN_TIMEOUT_MS = 30_000;
const TCP_KEEPALIVE_MS = 60_000;
const MOST_CONNECTIONS = 1_000;

type ListenerOptions = Pick<
  DeviceAccess,
  'bind' | 'port' | 'device' | 'logger' | 'door' | 'loginTimeoutMs' | 'mostConnections'
>;

/**
 * Listens for a device and admits clients; those that do not log in in time are hung up on. Rejects with the system's
 * error when the address cannot be had. `allowHalfOpen`: clients may stop sending and still be answered.
 */
export async function listenTcp(
  options: ListenerOptions,
  serve: (client: AdmittedClient) => void,
  { allowHalfOpen = false } = {},
): Promise<DeviceServer> {
  const { bind, port, logger, device, door = openDoor } = options;
  const { loginTimeoutMs = LOGIN_TIMEOUT_MS, mostConnections = MOST_CONNECTIONS } = options;
  const sockets = new Set<Socket>();

  // Nagle's algorithm would hold back every second small packet of a login for 40 ms.
  const tcp = { allowHalfOpen, noDelay: true, keepAlive: true, keepAliveInitialDelay: TCP_KEEPALIVE_MS };
  const listener = createServer(tcp, (socket) => {
    if (!door.admits() || sockets.size >= mostConnections) return void socket.destroy();
    const timer = setTimeout(() => socket.destroy(), loginTimeoutMs).unref();
    sockets.add(socket);
    socket.once('close', () => {
      clearTimeout(timer);
      sockets.delete(socket);
    });
    serve({ socket, address: socket.remoteAddress ?? '', loggedIn: () => clearTimeout(timer) });
  });
  await new Promise<void>((resolve, reject) => {
    listener.once('error', reject);
    listener.listen({ host: bind, port, exclusive: true }, resolve);
  });
  listener.on('error', (error) => logger.error(`${device} cannot accept: ${error.message}`));

  const address = listener.address();
  if (address === null || typeof address === 'string') throw new Error(`${device} listens on no TCP port.`);
  const close = async () => {
    const closed = new Promise<void>((resolve) => listener.close(() => resolve()));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return {
    port: address.port,
    get connections() {
      return sockets.size;
    },
    hangUp: () => {
      const present = [...sockets];
      // Whoever asked for it is still being answered.
      setImmediate(() => {
        for (const socket of present) socket.destroySoon();
      });
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
