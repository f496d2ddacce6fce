import type { Command, Platform } from '../engine/platform';
import { filters, help } from './cisco-ios/help';
import { configModes, modes, refusals } from './cisco-ios/modes';
import { ping, traceroute } from './cisco-ios/ping';
import { showCommands } from './cisco-ios/show-commands';
import { iosDevices } from './cisco-ios/software';
import { findInterface } from './text/interface-words';

const anyExec = ['user', 'enable'] as const;
const SAVED = 'Building configuration...\n[OK]';

/** Getting about: privilege, configuration and its sub-modes. What a configuration line sets is not kept. */
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
  { syntax: 'end', modes: configModes, run: () => ({ mode: 'enable' }) },
  { syntax: 'exit', modes: ['config'], run: () => ({ mode: 'enable' }) },
  { syntax: 'exit', modes: ['config-if', 'config-router'], run: () => ({ mode: 'config' }) },
  {
    syntax: 'do <command...>',
    modes: configModes,
    run: ({ args }) => ({ redirect: { mode: 'enable', line: args.command ?? '' } }),
  },
  {
    syntax: 'interface <name...>',
    modes: ['config', 'config-if'],
    run: ({ device, args }) => {
      const name = args.name ?? '';
      return findInterface(device, name) ? { mode: 'config-if' } : { unknown: name };
    },
  },
  { syntax: 'router ospf <process:1-65535>', modes: ['config'], run: () => ({ mode: 'config-router' }) },
  { syntax: 'description <text...>', modes: ['config-if'], run: () => '' },
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
  { syntax: 'write [memory]', modes: ['enable'], run: () => SAVED },
  {
    syntax: 'copy running-config startup-config',
    modes: ['enable'],
    run: () => ({
      ask: { prompt: 'Destination filename [startup-config]? ', echo: true, then: () => SAVED },
    }),
  },
];

/** Cisco IOS and IOS XE, routers and switches. */
export const ciscoIos: Platform = {
  name: 'cisco_ios',
  title: 'Cisco IOS',
  netlabDevices: iosDevices,
  initialMode: 'user',
  execMode: 'enable',
  modes,
  refusals,
  paging: { prompt: ' --More-- ', defaultLines: 24 },
  commands: [...navigation, ...session, ...showCommands],
  help,
  filters,
};
