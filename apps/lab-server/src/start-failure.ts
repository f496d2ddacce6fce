import type { Config } from './config/config';

// The rest of what a lock knows is of no use to people.
const OWNER_FIELDS = [
  'pid',
  'user',
  'host',
  'started_at',
  'host_bind',
  'port',
  'version',
  'cmd',
  'state_dir',
];

/** The log lines that tell why the server cannot start and what to do about it. */
export function startFailure(error: unknown, config: Config): readonly string[] {
  if (!(error instanceof Error)) return [`The server cannot start: ${String(error)}`];
  const code: unknown = 'code' in error ? error.code : undefined;
  switch (code) {
    case 'host_locked':
      return [error.message, ...ownerLines('owner' in error ? error.owner : undefined)];
    case 'EADDRINUSE':
      return [
        `Port ${config.port} of ${config.host} is taken by another program; choose another one with --port.`,
      ];
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return [noAccess(error, config)];
    case 'EEXIST':
    case 'ENOTDIR':
      return [`${error.message}: ${config.stateDir} must be a folder; choose another one with --state-dir.`];
    case 'EADDRNOTAVAIL':
      return [`${config.host} is no address of this machine; choose one with --host.`];
    default:
      return [`The server cannot start: ${error.message}`];
  }
}

function noAccess(error: Error, { port, guardDir }: Config): string {
  if ('syscall' in error && error.syscall === 'listen')
    return `This user may not listen on port ${port}; choose one above 1023 with --port.`;
  const path: unknown = 'path' in error ? error.path : undefined;
  if (typeof path === 'string' && path.startsWith(guardDir)) {
    return (
      `${error.message}: the lock of this host belongs to another user's server, or its folder cannot be made. Run all ` +
      'servers with netlab as the same user, or let this one write to it.'
    );
  }
  return `${error.message}: choose a --state-dir that this user may write.`;
}

function ownerLines(owner: unknown): readonly string[] {
  if (typeof owner !== 'object' || owner === null) return [];
  const told: Readonly<Record<string, unknown>> = { ...owner };
  return OWNER_FIELDS.flatMap((field) => {
    const value = told[field];
    return typeof value === 'string' || typeof value === 'number' ? [`  ${field}: ${value}`] : [];
  });
}
