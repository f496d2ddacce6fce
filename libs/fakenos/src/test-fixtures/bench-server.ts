import { compileCommands } from '../engine/command-tree';
import type { OpenDialogue } from '../engine/dialogue';
import type { Platform } from '../engine/platform';
import { Shell } from '../engine/shell';
import { createHostKeys } from '../transport/host-keys';
import type { DeviceServer } from '../transport/device-access';
import type { SshServerOptions } from '../transport/ssh-server';
import { startSshServer } from '../transport/ssh-server';
import { silentLogger } from '../logger';
import { benchDevice } from './bench-device';
import { benchPlatform } from './bench-platform';

const hostKeys = createHostKeys();

/** Shells of a platform on the bench device. */
export function benchDialogue(platform: Platform): OpenDialogue {
  const tree = compileCommands(platform);
  return (client) => new Shell({ ...client, device: benchDevice('r1'), tree, logger: silentLogger });
}

/** The bench platform on a free port of the loopback interface, login admin/admin. */
export function benchServer(options: Partial<SshServerOptions> = {}): Promise<DeviceServer> {
  return startSshServer({
    device: 'r1',
    openDialogue: benchDialogue(benchPlatform),
    credentials: { username: 'admin', password: 'admin' },
    hostKeys,
    bind: '127.0.0.1',
    port: 0,
    logger: silentLogger,
    ...options,
  });
}
