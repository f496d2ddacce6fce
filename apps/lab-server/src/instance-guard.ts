import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { acquireHostLock, type HostLock } from '@remote-lab/lab-manager';
import type { Config } from './config/config';
import type { SystemClock } from './system-clock';

/** What the guard tells a second server about the first. */
export interface GuardOptions {
  readonly config: Config;
  readonly version: string;
  readonly clock: Pick<SystemClock, 'date'>;
  /** The command line. */
  readonly command: readonly string[];
}

/**
 * One server per state dir: held from before the port is bound until the process ends.
 * @throws {HostLockError} `host_locked` with what is known of the owner.
 */
export function acquireInstanceGuard({ config, version, clock, command }: GuardOptions): Promise<HostLock> {
  return acquireHostLock({
    path: join(config.stateDir, 'server.lock'),
    owner: ownerOf({ config, version, clock, command }),
  });
}

function ownerOf({ config, version, clock, command }: GuardOptions): Readonly<Record<string, unknown>> {
  return {
    user: userName(),
    host: hostname(),
    started_at: clock.date().toISOString(),
    host_bind: config.host,
    port: config.port,
    version,
    cmd: command.join(' '),
    state_dir: config.stateDir,
  };
}

/**
 * One server with netlab per host, whatever its state dir, user or container: netlab's networks and container names are
 * the host's.
 * @throws {HostLockError} `host_locked` with what is known of the owner.
 */
export function acquireNetlabGuard({ config, version, clock, command }: GuardOptions): Promise<HostLock> {
  return acquireHostLock({
    path: join(config.guardDir, 'netlab.lock'),
    owner: ownerOf({ config, version, clock, command }),
  });
}

/** The lock that holds the record of the lab of this state dir. */
export function acquireLabLock(config: Config): Promise<HostLock> {
  return acquireHostLock({ path: join(config.stateDir, 'lab.lock'), owner: { purpose: 'lab' } });
}

/** A container may run as a user that nobody has given a name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? 'unknown'}`;
  }
}
