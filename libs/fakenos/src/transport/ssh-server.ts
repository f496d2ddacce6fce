import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import type { Connection, ServerConfig } from 'ssh2';
import { Server } from 'ssh2';
import type { Logger } from '../logger';
import type { OpenDialogue } from '../engine/dialogue';
import type { HostKeys } from './host-keys';
import type { Credentials } from '../engine/credentials';
import { authenticate } from './ssh-authentication';
import { serveSession } from './ssh-session';

export interface SshServerOptions {
  /** For the log. */
  readonly device: string;
  readonly openDialogue: OpenDialogue;
  readonly credentials: Credentials;
  readonly hostKeys: HostKeys;
  /** Address to listen on. */
  readonly bind: string;
  /** 0 for any free port. */
  readonly port: number;
  readonly logger: Logger;
  /** How long a client may take to log in. Default 30 s. */
  readonly loginTimeoutMs?: number;
}

/** A device that listens. */
export interface SshServer extends AsyncDisposable {
  readonly port: number;
  /** Stops listening and hangs up on whoever is logged in; idempotent. */
  close(): Promise<void>;
}

const LOGIN_TIMEOUT_MS = 30_000;
const TCP_KEEPALIVE_MS = 60_000;
/** A debugger may hold a client for an hour; ssh2 has no way to switch this off. */
const SSH_KEEPALIVE = { keepaliveInterval: 30_000, keepaliveCountMax: 120 };
const MOST_SESSIONS = 64;

/** For automation that is older than the defaults. */
const ALGORITHMS: NonNullable<ServerConfig['algorithms']> = {
  kex: {
    append: ['diffie-hellman-group14-sha1', 'diffie-hellman-group-exchange-sha1'],
    prepend: [],
    remove: [],
  },
};

/** Puts a device on the network; rejects with the system's error when the address cannot be had. */
export async function startSshServer(options: SshServerOptions): Promise<SshServer> {
  const { bind, port, logger, device } = options;
  const sockets = new Set<Socket>();
  const logins = new LoginTimers(options.loginTimeoutMs ?? LOGIN_TIMEOUT_MS);
  let ssh: { readonly keys: readonly string[]; readonly server: Server } | undefined;

  // Nagle's algorithm would hold back every second small packet of a login for 40 ms.
  const tcp = { noDelay: true, keepAlive: true, keepAliveInitialDelay: TCP_KEEPALIVE_MS };
  const listener = createServer(tcp, (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    logins.start(socket);
    const keys = options.hostKeys.current();
    if (ssh?.keys !== keys) ssh = { keys, server: createSsh(keys, options, logins) };
    ssh.server.injectSocket(socket);
  });
  await new Promise<void>((resolve, reject) => {
    listener.once('error', reject);
    listener.listen({ host: bind, port, exclusive: true }, resolve);
  });
  listener.on('error', (error) => logger.error(`${device} cannot accept: ${error.message}`));

  const close = async () => {
    const closed = new Promise<void>((resolve) => listener.close(() => resolve()));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return { port: portOf(listener.address()), close, [Symbol.asyncDispose]: close };
}

/** Speaks SSH on the sockets it is handed; it listens on none of its own. */
function createSsh(keys: readonly string[], options: SshServerOptions, logins: LoginTimers): Server {
  const { credentials, device, logger } = options;
  const config = { hostKeys: [...keys], algorithms: ALGORITHMS, ident: 'FakeNOS', ...SSH_KEEPALIVE };
  return new Server(config, (connection: Connection, { ip, port }) => {
    // A client that breaks the protocol or the line is its own problem; ssh2 closes the socket.
    connection.on('error', (error) => logger.debug(`${device} lost a client: ${error.message}`));
    authenticate(connection, credentials);
    connection.on('ready', () => logins.stop(ip, port));
    let sessions = 0;
    connection.on('session', (accept, reject) => {
      if (sessions >= MOST_SESSIONS) return reject();
      const session = accept();
      sessions++;
      session.on('close', () => sessions--);
      serveSession(session, { openDialogue: options.openDialogue, username: credentials.username, logger });
    });
  });
}

/** Hangs up on clients that connect and do not log in; they are known by their end of the connection. */
class LoginTimers {
  readonly #timers = new Map<string, NodeJS.Timeout>();

  constructor(readonly timeoutMs: number) {}

  start(socket: Socket): void {
    const { remoteAddress = '', remotePort = 0 } = socket;
    const timer = setTimeout(() => socket.destroy(), this.timeoutMs).unref();
    this.#timers.set(`${remoteAddress} ${remotePort}`, timer);
    socket.once('close', () => this.stop(remoteAddress, remotePort));
  }

  stop(remoteAddress: string, remotePort: number): void {
    const client = `${remoteAddress} ${remotePort}`;
    clearTimeout(this.#timers.get(client));
    this.#timers.delete(client);
  }
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server listens on no TCP port.');
  return address.port;
}
