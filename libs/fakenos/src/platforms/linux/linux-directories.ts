import type { ShellSession } from '../../engine/platform';
import type { LinuxFiles } from './linux-files';

const CWD = 'working directory';
const EMPTY_ONES = [
  ...[
    '/bin',
    '/dev',
    '/etc',
    '/home',
    '/lib',
    '/mnt',
    '/opt',
    '/proc',
    '/root',
    '/run',
    '/sbin',
    '/sys',
    '/tmp',
  ],
  ...['/usr', '/usr/bin', '/usr/lib', '/usr/local', '/usr/sbin', '/var', '/var/lib', '/var/log', '/var/run'],
];

/** Where a login begins: `/root`, `/home/admin`. */
export function homeOf(username: string): string {
  return username === 'root' ? '/root' : `/home/${username}`;
}

/** Where the session is. */
export function workingDirectory({ username, variables }: ShellSession): string {
  return variables.get(CWD) ?? homeOf(username);
}

/** Moves the session; the path is an absolute one. */
export function changeDirectory({ variables }: ShellSession, path: string): void {
  variables.set(CWD, path);
}

/** A path as one from the root, without `.` and `..`. */
export function absolutePath(session: ShellSession, path: string): string {
  const steps = (path.startsWith('/') ? path : `${workingDirectory(session)}/${path}`).split('/');
  const kept: string[] = [];
  for (const step of steps) {
    if (step === '..') kept.pop();
    else if (step !== '' && step !== '.') kept.push(step);
  }
  return `/${kept.join('/')}`;
}

/** The names in a directory, in order; undefined when it is none. */
export function listDirectory(
  files: LinuxFiles,
  session: ShellSession,
  path: string,
): readonly string[] | undefined {
  const paths = [...Object.keys(files), ...EMPTY_ONES, homeOf(session.username)];
  const inside = path === '/' ? '/' : `${path}/`;
  const names = paths
    .filter((one) => one.startsWith(inside))
    .map((one) => one.slice(inside.length).split('/')[0] ?? '');
  if (names.length === 0 && !paths.includes(path)) return undefined;
  if (Object.hasOwn(files, path)) return undefined;
  return [...new Set(names)].sort();
}
