import { silentLogger } from '../logger';
import type { DeviceServer } from '../transport/device-access';
import type { TelnetServerOptions } from '../transport/telnet-server';
import { startTelnetServer } from '../transport/telnet-server';
import { benchPlatform } from './bench-platform';
import { benchDialogue } from './bench-server';

/** The bench platform over Telnet on a free port of the loopback interface, login admin/admin. */
export function benchTelnet(options: Partial<TelnetServerOptions> = {}): Promise<DeviceServer> {
  return startTelnetServer({
    device: 'r1',
    openDialogue: benchDialogue(benchPlatform),
    credentials: { username: 'admin', password: 'admin' },
    bind: '127.0.0.1',
    port: 0,
    logger: silentLogger,
    ...options,
  });
}
