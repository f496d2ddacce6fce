import type { Mode, Refusals } from '../../engine/platform';
import { homeOf, workingDirectory } from './linux-directories';

/** A login shell: `root@h1:~# `, `admin@h1:/etc$ `. */
export const shellMode: Mode = {
  prompt: ({ name }, session) => {
    const { username } = session;
    const home = homeOf(username);
    const path = workingDirectory(session);
    const shown = path === home || path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path;
    return `${username}@${name}:${shown}${username === 'root' ? '#' : '$'} `;
  },
  words: 'exact',
  environment: ({ name }, session) => ({
    HOME: homeOf(session.username),
    HOSTNAME: name,
    LOGNAME: session.username,
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    PWD: workingDirectory(session),
    SHELL: '/bin/bash',
    USER: session.username,
  }),
  ctrlD: 'exit',
};

/** The shell in a shell that `sudo -s` opens. */
export const rootShellMode: Mode = { ...shellMode, fallback: 'shell' };

/** How the shell and its commands word what they do not accept. */
export const shellRefusals: Refusals = {
  unknown: ({ line, column }) => {
    const [command = ''] = line.trim().split(/\s+/);
    if (line.slice(0, column).trim() !== '') return `${command}: unrecognized arguments`;
    return `-bash: ${command}: ${command.includes('/') ? 'No such file or directory' : 'command not found'}`;
  },
  incomplete: ({ line }) => `${line.trim()}: missing operand`,
  ambiguous: ({ line }) => `${line.trim()}: unrecognized arguments`,
};
