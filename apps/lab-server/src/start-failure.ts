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
      return [
        'syscall' in error && error.syscall === 'listen'
          ? `This user may not listen on port ${config.port}; choose one above 1023 with --port.`
          : `${error.message}: choose a --state-dir that this user may write.`,
      ];
    case 'EEXIST':
    case 'ENOTDIR':
      return [`${error.message}: ${config.stateDir} must be a folder; choose another one with --state-dir.`];
    case 'EADDRNOTAVAIL':
      return [`${config.host} is no address of this machine; choose one with --host.`];
    default:
      return [`The server cannot start: ${error.message}`];
  }
}

function ownerLines(owner: unknown): readonly string[] {
  if (typeof owner !== 'object' || owner === null) return [];
  const told: Readonly<Record<string, unknown>> = { ...owner };
  return OWNER_FIELDS.flatMap((field) => {
    const value = told[field];
    return typeof value === 'string' || typeof value === 'number' ? [`  ${field}: ${value}`] : [];
  });
}
