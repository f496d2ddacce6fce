import type { Connection, ServerConfig } from 'ssh2';
import { Server } from 'ssh2';
import { allowRepeatedServiceRequests } from './allow-repeated-service-requests';
import type { AuthorizedKeys } from './authorized-keys';
import { readAuthorizedKeys } from './authorized-keys';
import type { DeviceAccess, DeviceServer } from './device-access';
import type { DeviceFiles } from './device-files';
import type { HostKeys } from './host-keys';
import { authenticate } from './ssh-authentication';
import { serveSession } from './ssh-session';
import type { AdmittedClient } from './tcp-listener';
import { listenTcp } from './tcp-listener';

export interface SshServerOptions extends DeviceAccess {
  readonly hostKeys: HostKeys;
  /** Lines of an `authorized_keys` file: whose owner needs no password. */
  readonly authorizedKeys?: readonly string[];
  /** What SFTP and SCP offer, read-only; neither is offered when absent. */
  readonly files?: DeviceFiles;
}

/** Shared by all connections that began with the same host keys. */
interface SshOnKeys {
  readonly keys: readonly string[];
  readonly server: Server;
}

/** A debugger may hold a client for an hour; ssh2 has no way to switch this off. */
const SSH_KEEPALIVE = { keepaliveInterval: 30_000, keepaliveCountMax: 120 };
const MOST_SESSIONS = 64;

/** For automation that is older than the defaults; ssh2 offers group exchange, but cannot serve it. */
const ALGORITHMS: NonNullable<ServerConfig['algorithms']> = {
  kex: {
    append: ['diffie-hellman-group14-sha1', 'diffie-hellman-group1-sha1'],
    prepend: [],
    remove: ['diffie-hellman-group-exchange-sha256'],
  },
  cipher: { append: ['aes256-cbc', 'aes128-cbc'], prepend: [], remove: [] },
};

/**
 * Puts a device on the network. Rejects with the system's error when the address cannot be had, and with one that
 * names the line when an authorized key cannot be read.
 */
export async function startSshServer(options: SshServerOptions): Promise<DeviceServer> {
  const authorized = readAuthorizedKeys(options.authorizedKeys ?? []);
  const clients = new Map<string, AdmittedClient>();
  let ssh: SshOnKeys | undefined;
  return listenTcp(options, (client) => {
    const { remoteAddress = '', remotePort = 0 } = client.socket;
    const end = `${remoteAddress} ${remotePort}`;
    clients.set(end, client);
    client.socket.once('close', () => clients.delete(end));
    const keys = options.hostKeys.current();
    if (ssh?.keys !== keys) ssh = { keys, server: createSsh(keys, options, authorized, clients) };
    ssh.server.injectSocket(client.socket);
  });
}

/** Speaks SSH on the sockets it is handed; it listens on none of its own. Clients are known by their end. */
function createSsh(
  keys: readonly string[],
  options: SshServerOptions,
  authorized: AuthorizedKeys,
  clients: ReadonlyMap<string, AdmittedClient>,
): Server {
  const { device, logger, banner } = options;
  const config: ServerConfig = {
    hostKeys: [...keys],
    algorithms: ALGORITHMS,
    ident: 'FakeNOS',
    ...SSH_KEEPALIVE,
    ...(banner === undefined ? {} : { banner: banner.replace(/\r?\n/g, '\r\n') }),
  };
  return new Server(config, (connection: Connection, { ip, port }) => {
    // A client that breaks the protocol or the line is its own problem; ssh2 closes the socket.
    connection.on('error', (error) => logger.debug(`${device} lost a client: ${error.message}`));
    const client = clients.get(`${ip} ${port}`);
    if (!client) return void connection.end();
    allowRepeatedServiceRequests(connection);
    const login = authenticate(connection, options, authorized);
    connection.on('ready', () => {
      if (!login.inSession) client.loggedIn();
    });
    let sessions = 0;
    connection.on('session', (accept, reject) => {
      if (sessions >= MOST_SESSIONS) return reject();
      const session = accept();
      sessions++;
      session.once('close', () => sessions--);
      serveSession(session, options, login, client);
    });
  });
}
