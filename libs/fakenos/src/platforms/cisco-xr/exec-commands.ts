import type { FakeDevice } from '../../device/fake-device';
import type { Command, CommandCall, CommandOutcome } from '../../engine/platform';
import { ping } from '../cisco-ios/ping';
import { configModes } from './modes';
import { stamped } from './time-stamp';

/** Getting about, and trying who answers. */
export const execCommands: readonly Command[] = [
  ...['exit', 'logout', 'quit'].map((syntax) => exec(syntax, () => ({ close: true }))),
  {
    syntax: 'do <command...>',
    modes: configModes,
    run: ({ args }) => ({ redirect: { mode: 'exec', line: args.command ?? '' } }),
  },
  exec('terminal length <lines:0-511>', ({ args }) => ({ pageLines: Number(args.lines) })),
  exec('terminal width <columns:0-512>', ({ args }) => ({ pageColumns: Number(args.columns) })),
  exec('terminal monitor', () => ''),
  exec('ping [ipv4] <address>', ({ device, args }) => stamped(device, ping(device, args.address ?? ''))),
  exec('traceroute [ipv4] <address>', ({ device, args }) => {
    return stamped(device, traceroute(device, args.address ?? ''));
  }),
  exec('reload', reload),
];

function exec(syntax: string, run: Command['run']): Command {
  return { syntax, modes: ['exec'], run };
}

function traceroute(device: FakeDevice, target: string): string {
  const hops = device.trace?.(target);
  const lines = hops
    ? hops.map((hop) => `${hop} 3 msec  1 msec  1 msec `)
    : Array.from({ length: 30 }, () => ' *  *  * ');
  return [
    '',
    'Type escape sequence to abort.',
    `Tracing the route to ${target}`,
    '',
    ...lines.map((line, index) => ` ${String(index + 1).padEnd(2)} ${line}`),
  ].join('\n');
}

function reload({ device }: CommandCall): CommandOutcome {
  return {
    output: stamped(device, ''),
    ask: {
      prompt: 'Proceed with reload? [confirm]',
      echo: true,
      then: (answer) => {
        if (!/^y?$/i.test(answer.trim())) return '';
        device.configuration?.reload();
        return { close: true };
      },
    },
  };
}
