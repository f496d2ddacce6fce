import type { Command, CommandCall, CommandOutcome } from '../../engine/platform';
import { configModes } from './modes';
import { ping, traceroute } from './ping';

/** Getting about, saving, and trying who answers. */
export const execCommands: readonly Command[] = [
  ...['exit', 'logout', 'quit'].map((syntax) => exec(syntax, () => ({ close: true }))),
  exec('enable', () => ''),
  exec('configure [terminal]', () => ({
    mode: 'config',
    output: 'Enter configuration commands, one per line. End with CNTL/Z.',
  })),
  {
    syntax: 'do <command...>',
    modes: configModes,
    run: ({ args }) => ({ redirect: { mode: 'exec', line: args.command ?? '' } }),
  },
  exec('terminal length <lines:0-511>', ({ args }) => ({ pageLines: Number(args.lines) })),
  exec('terminal width <columns:24-511>', ({ args }) => ({ pageColumns: Number(args.columns) })),
  exec('terminal session-timeout <minutes:0-525600>', () => ''),
  exec('terminal monitor', () => ''),
  exec('terminal no monitor', () => ''),
  exec('terminal dont-ask', () => ''),
  exec('no terminal dont-ask', () => ''),
  exec('copy running-config startup-config', save),
  exec('reload', reload),
  exec('ping <address>', ({ device, args }) => ping(device, args.address ?? '')),
  exec('ping <address> count <count:1-655350>', ({ device, args }) => {
    return ping(device, args.address ?? '', Number(args.count));
  }),
  exec('ping <address> vrf <vrf>', ({ device, args }) => ping(device, args.address ?? '')),
  exec('traceroute <address>', ({ device, args }) => traceroute(device, args.address ?? '')),
];

function exec(syntax: string, run: Command['run']): Command {
  return { syntax, modes: ['exec'], run };
}

function save({ device }: CommandCall): string {
  device.configuration?.save();
  return [
    `[${'#'.repeat(40)}] 100%`,
    'Copy complete, now saving to disk (please wait)...',
    'Copy complete.',
  ].join('\n');
}

function reload({ device }: CommandCall): CommandOutcome {
  const unsaved = device.configuration?.running !== device.configuration?.startup;
  return {
    output: unsaved ? '!!!WARNING! there is unsaved configuration!!!' : '',
    ask: {
      prompt: 'This command will reboot the system. (y/n)?  [n] ',
      echo: true,
      then: (answer) => {
        if (!/^y/i.test(answer.trim())) return '';
        device.configuration?.reload();
        return { close: true };
      },
    },
  };
}
