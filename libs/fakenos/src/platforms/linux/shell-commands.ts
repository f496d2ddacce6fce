import type { FakeDevice } from '../../device/fake-device';
import type { Command, CommandCall } from '../../engine/platform';
import { dateWords } from '../text/date-words';
import { directoryCommands } from './directory-commands';
import { findCommands } from './find-commands';
import { hostnameCommands } from './hostname-commands';
import { ipCommand } from './ip-command';
import type { LinuxFiles } from './linux-files';
import { pingCommand, traceroute } from './ping-command';
import { runCommands } from './run-commands';
import { textCommands } from './text-commands';
import { uname } from './uname';

const modes = ['shell'] as const;

/** The Unix commands that network tests ask for, and `more` that this host has. */
export function shellCommands(files: LinuxFiles, more: readonly Command[] = []): readonly Command[] {
  const commands = [
    ...hostCommands,
    ...builtins,
    ...runCommands,
    ...directoryCommands(files),
    ...textCommands(files),
    ...more,
  ];
  return [...commands, ...findCommands(commands)];
}

const hostCommands: readonly Command[] = [
  {
    syntax: 'ip [<arguments...>]',
    modes,
    run: ({ device, session, words }) => ipCommand(device, words.slice(1), numberOf(session.username)),
  },
  ...hostnameCommands,
  { syntax: 'uname [<flags...>]', modes, run: ({ device, words }) => uname(device, words.slice(1)) },
  { syntax: 'whoami', modes, run: ({ session }) => session.username },
  { syntax: 'id', modes, run: ({ session }) => id(session.username) },
  { syntax: 'id -u', modes, run: ({ session }) => String(numberOf(session.username)) },
  { syntax: 'date', modes, run: ({ device }) => date(device.now()) },
  { syntax: 'uptime', modes, run: ({ device }) => uptime(device) },
  {
    syntax: 'ping [<arguments...>]',
    modes,
    run: ({ device, words }) => pingCommand(device, words.slice(1)),
  },
  {
    syntax: 'traceroute <address>',
    modes,
    run: ({ device, args }) => traceroute(device, args.address ?? ''),
  },
  { syntax: 'sleep <seconds>', modes, run: () => '' },
];

const builtins: readonly Command[] = [
  { syntax: 'echo [<text...>]', modes, run: ({ words }) => echo(words.slice(1)) },
  { syntax: 'export [<assignments...>]', modes, run: exportVariables },
  { syntax: 'true', modes, run: () => '' },
  { syntax: 'false', modes, run: () => ({ status: 1 }) },
  { syntax: 'exit', modes, run: ({ session }) => ({ close: true, status: session.status }) },
  { syntax: 'exit <status:0-255>', modes, run: ({ args }) => ({ close: true, status: Number(args.status) }) },
  { syntax: 'logout', modes, run: () => ({ close: true }) },
];

function echo(words: readonly string[]): string {
  const from = words.findIndex((word) => !/^-[neE]+$/.test(word));
  return `${from === -1 ? '' : words.slice(from).join(' ')}\n`;
}

function exportVariables({ session, words }: CommandCall): string {
  for (const word of words.slice(1)) {
    const [, name, value = ''] = /^(\w+)=(.*)$/s.exec(word) ?? [];
    if (name !== undefined) session.variables.set(`$${name}`, value);
  }
  return '';
}

function numberOf(username: string): number {
  return username === 'root' ? 0 : 1000;
}

function id(username: string): string {
  const number = numberOf(username);
  return `uid=${number}(${username}) gid=${number}(${username}) groups=${number}(${username})`;
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
