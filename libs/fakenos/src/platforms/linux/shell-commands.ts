import type { FakeDevice } from '../../device/fake-device';
import type { Command, CommandEffect, Mode, RefusalCall } from '../../engine/platform';
import { dateWords } from '../text/date-words';
import { ipCommand } from './ip-command';
import { pingCommand, traceroute } from './ping-command';
import type { LinuxFiles } from './linux-files';

const KERNEL = '6.1.0-28-amd64';
const modes = ['shell'] as const;

/** The prompt of a login shell: `root@h1:~# `, `admin@h1:~$ `. */
export const shellMode: Mode = {
  prompt: ({ name }, { username }) => `${username}@${name}:~${username === 'root' ? '#' : '$'} `,
  words: 'exact',
  ctrlD: 'exit',
};

/** How the shell words what it does not know. */
export function commandNotFound({ line, column }: RefusalCall): string {
  const [command = ''] = line.trim().split(/\s+/);
  const unknownArgument = line.slice(0, column).trim() !== '';
  return unknownArgument ? `${command}: unrecognized arguments` : `-bash: ${command}: command not found`;
}

/** The Unix commands that network tests ask for. */
export function shellCommands(files: LinuxFiles): readonly Command[] {
  return [
    {
      syntax: 'ip [<arguments...>]',
      modes,
      run: ({ device, args }) => ipCommand(device, args.arguments ?? ''),
    },
    { syntax: 'hostname', modes, run: ({ device }) => device.name },
    { syntax: 'uname [<flags>]', modes, run: ({ device, args }) => uname(device, args.flags ?? '-s') },
    { syntax: 'cat <path>', modes, run: ({ device, args }) => cat(files, device, args.path ?? '') },
    { syntax: 'whoami', modes, run: ({ session }) => session.username },
    { syntax: 'id', modes, run: ({ session }) => id(session.username) },
    { syntax: 'pwd', modes, run: ({ session }) => home(session.username) },
    { syntax: 'date', modes, run: ({ device }) => date(device.now()) },
    { syntax: 'uptime', modes, run: ({ device }) => uptime(device) },
    { syntax: 'echo [<text...>]', modes, run: ({ args }) => `${unquoted(args.text ?? '')}\n` },
    {
      syntax: 'ping [<arguments...>]',
      modes,
      run: ({ device, args }) => pingCommand(device, args.arguments ?? ''),
    },
    {
      syntax: 'traceroute <address>',
      modes,
      run: ({ device, args }) => traceroute(device, args.address ?? ''),
    },
    { syntax: 'true', modes, run: () => '' },
    { syntax: 'false', modes, run: () => ({ status: 1 }) },
    { syntax: 'exit', modes, run: () => ({ close: true }) },
    { syntax: 'logout', modes, run: () => ({ close: true }) },
  ];
}

function cat(files: LinuxFiles, device: FakeDevice, path: string): CommandEffect {
  const file = Object.hasOwn(files, path) ? files[path] : undefined;
  return file ? { output: file(device) } : { output: `cat: ${path}: No such file or directory`, status: 1 };
}

function uname({ name }: FakeDevice, flags: string): CommandEffect {
  const fields: Readonly<Record<string, string>> = {
    '-s': 'Linux',
    '-n': name,
    '-r': KERNEL,
    '-m': 'x86_64',
    '-a': `Linux ${name} ${KERNEL} #1 SMP PREEMPT_DYNAMIC Debian x86_64 GNU/Linux`,
  };
  const output = fields[flags];
  return output === undefined
    ? { output: `uname: invalid option -- '${flags.replace('-', '')}'`, status: 1 }
    : { output };
}

function id(username: string): string {
  const number = username === 'root' ? 0 : 1000;
  return `uid=${number}(${username}) gid=${number}(${username}) groups=${number}(${username})`;
}

function home(username: string): string {
  return username === 'root' ? '/root' : `/home/${username}`;
}

function date(now: Date): string {
  const { weekday, month, day, time, year } = dateWords(now);
  return `${weekday} ${month} ${day.padStart(2)} ${time} UTC ${year}`;
}

function uptime(device: FakeDevice): string {
  const minutes = Math.floor(device.uptimeMs() / 60_000);
  const clock = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
  return ` ${dateWords(device.now()).time} up ${clock},  1 user,  load average: 0.00, 0.00, 0.00`;
}

function unquoted(text: string): string {
  return /^(["'])(.*)\1$/.exec(text)?.[2] ?? text;
}
