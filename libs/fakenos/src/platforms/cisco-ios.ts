import { lineCommands } from '../configuration/line-commands';
import type { Command, CommandCall, CommandOutcome, Platform } from '../engine/platform';
import { iosGrammar } from './cisco-ios/grammar';
import { filters, help } from './cisco-ios/help';
import { initialConfiguration } from './cisco-ios/initial-configuration';
import { configModes, modes, refusals } from './cisco-ios/modes';
import { ping, traceroute } from './cisco-ios/ping';
import { readConfiguration } from './cisco-ios/read-configuration';
import { printConfiguration } from './cisco-ios/running-config';
import { showCommands } from './cisco-ios/show-commands';
import { iosDevices } from './cisco-ios/software';
import { configurationHelp } from './text/configuration-help';
import { pickHelp } from './text/pick-help';

const anyExec = ['user', 'enable'] as const;
const SAVED = 'Building configuration...\n[OK]';

/** Getting about: privilege, and into configuration. */
const navigation: readonly Command[] = [
  { syntax: 'enable', modes: anyExec, run: () => ({ mode: 'enable' }) },
  { syntax: 'disable', modes: ['enable'], run: () => ({ mode: 'user' }) },
  ...['exit', 'logout', 'quit'].map((syntax) => ({
    syntax,
    modes: anyExec,
    run: () => ({ close: true as const }),
  })),
  {
    syntax: 'configure terminal',
    modes: ['enable'],
    run: () => ({
      mode: 'config',
      output: 'Enter configuration commands, one per line.  End with CNTL/Z.',
    }),
  },
  {
    syntax: 'do <command...>',
    modes: configModes,
    run: ({ args }) => ({ redirect: { mode: 'enable', line: args.command ?? '' } }),
  },
];

const session: readonly Command[] = [
  {
    syntax: 'terminal length <lines:0-512>',
    modes: anyExec,
    run: ({ args }) => ({ pageLines: Number(args.lines) }),
  },
  {
    syntax: 'terminal width <columns:0-512>',
    modes: anyExec,
    run: ({ args }) => ({ pageColumns: Number(args.columns) }),
  },
  {
    syntax: 'ping [ip] <address>',
    modes: anyExec,
    run: ({ device, args }) => ping(device, args.address ?? ''),
  },
  {
    syntax: 'traceroute [ip] <address>',
    modes: anyExec,
    run: ({ device, args }) => traceroute(device, args.address ?? ''),
  },
  { syntax: 'terminal monitor', modes: ['enable'], run: () => '' },
  { syntax: 'terminal no monitor', modes: ['enable'], run: () => '' },
  { syntax: 'write [memory]', modes: ['enable'], run: save },
  {
    syntax: 'copy running-config startup-config',
    modes: ['enable'],
    run: (call) => ({
      ask: { prompt: 'Destination filename [startup-config]? ', echo: true, then: () => save(call) },
    }),
  },
  { syntax: 'reload', modes: ['enable'], run: reload },
];

const commands: readonly Command[] = [
  ...navigation,
  ...session,
  ...showCommands,
  ...lineCommands(iosGrammar),
];

/** Cisco IOS, routers and switches. */
export const ciscoIos: Platform = {
  name: 'cisco_ios',
  title: 'Cisco IOS',
  netlabDevices: iosDevices,
  initialMode: 'user',
  execMode: 'enable',
  modes,
  refusals,
  paging: { prompt: ' --More-- ', defaultLines: 24 },
  commands,
  help: pickHelp(commands, { ...configurationHelp, ...help }),
  filters,
  ports: {
    ethernet: (number) => `GigabitEthernet0/${number}`,
    management: 'GigabitEthernet0/0',
    loopback: 'Loopback0',
  },
  configuration: {
    initial: initialConfiguration,
    read: readConfiguration,
    print: printConfiguration,
  },
};

function save({ device }: CommandCall): string {
  device.configuration?.save();
  return SAVED;
}

function reload({ device }: CommandCall): CommandOutcome {
  const changed = device.configuration?.running !== device.configuration?.startup;
  const confirm = (): CommandOutcome => ({
    ask: {
      prompt: 'Proceed with reload? [confirm]',
      echo: true,
      then: (answer) => {
        if (!/^y?$/i.test(answer.trim())) return '';
        device.configuration?.reload();
        return { close: true };
      },
    },
  });
  if (!changed) return confirm();
  return {
    ask: {
      prompt: 'System configuration has been modified. Save? [yes/no]: ',
      echo: true,
      then: (answer) => {
        if (/^y/i.test(answer.trim())) device.configuration?.save();
        return confirm();
      },
    },
  };
}
