import type { Command, CommandCall, CommandOutcome } from '../../engine/platform';
import { ping, traceroute } from './ping';

const operational = ['operational'] as const;

/** How the CLI behaves, and what else is done without configuring. */
export const sessionCommands: readonly Command[] = [
  ...['exit', 'quit'].map((syntax) => ({
    syntax,
    modes: operational,
    run: (): CommandOutcome => ({ close: true }),
  })),
  {
    syntax: 'set cli screen-length <lines:0-100000>',
    modes: operational,
    run: ({ args }) => ({
      pageLines: Number(args.lines),
      output: `Screen length set to ${args.lines ?? ''}`,
    }),
  },
  {
    syntax: 'set cli screen-width <columns:0-1024>',
    modes: operational,
    run: ({ args }) => ({
      pageColumns: Number(args.columns),
      output: `Screen width set to ${args.columns ?? ''}`,
    }),
  },
  { syntax: 'set cli complete-on-space off', modes: operational, run: () => 'Disabling complete-on-space' },
  { syntax: 'set cli complete-on-space on', modes: operational, run: () => 'Enabling complete-on-space' },
  {
    syntax: 'set cli idle-timeout <minutes:0-100000>',
    modes: operational,
    run: ({ args }) =>
      args.minutes === '0' ? 'Idle timeout disabled' : `Idle timeout set to ${args.minutes ?? ''} minutes`,
  },
  {
    syntax: 'set cli terminal <terminal>',
    modes: operational,
    run: ({ args }) => `Terminal type set to ${args.terminal ?? ''}`,
  },
  { syntax: 'set cli timestamp', modes: operational, run: () => 'CLI timestamp set to: %b %d %T' },
  {
    syntax: 'ping <address> [<options...>]',
    modes: operational,
    run: ({ device, args }) => ping(device, args.address ?? '', args.options ?? ''),
  },
  {
    syntax: 'traceroute <address> [<options...>]',
    modes: operational,
    run: ({ device, args }) => traceroute(device, args.address ?? ''),
  },
  { syntax: 'clear arp', modes: operational, run: () => '' },
  { syntax: 'clear interfaces statistics all', modes: operational, run: () => '' },
  { syntax: 'request system configuration rescue save', modes: operational, run: () => '' },
  { syntax: 'request system reboot', modes: operational, run: reboot },
];

function reboot({ device, session }: CommandCall): CommandOutcome {
  const now = (answer: string): CommandOutcome => {
    if (!/^y/i.test(answer.trim())) return '';
    device.configuration?.reload();
    return { output: `*** System shutdown message from ${session.username}@${device.name} ***`, close: true };
  };
  return { ask: { prompt: 'Reboot the system ? [yes,no] (no) ', echo: true, then: now } };
}
