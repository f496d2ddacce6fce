import { compileCommands } from '../engine/command-tree';
import { createHostKeys } from '../engine/host-keys';
import type { SshServer, SshServerOptions } from '../engine/ssh-server';
import { startSshServer } from '../engine/ssh-server';
import { silentLogger } from '../logger';
import { benchDevice } from './bench-device';
import { benchPlatform } from './bench-platform';

const hostKeys = createHostKeys();

/** The bench platform on a free port of the loopback interface, login admin/admin. */
export function benchServer(options: Partial<SshServerOptions> = {}): Promise<SshServer> {
  return startSshServer({
    device: benchDevice('r1'),
    tree: () => compileCommands(benchPlatform),
    credentials: { username: 'admin', password: 'admin' },
    hostKeys,
    bind: '127.0.0.1',
    port: 0,
    logger: silentLogger,
    ...options,
  });
}
