import type { Command, Platform } from '../engine/platform';
import { filters, help } from './arista-eos/help';
import { configModes, modes, refusals } from './arista-eos/modes';
import { showCommands } from './arista-eos/show-commands';
import { ping, traceroute } from './linux/ping-command';
import { findInterface, shortInterfaceName } from './text/interface-words';

const anyExec = ['user', 'enable'] as const;
const SAVED = 'Copy completed successfully.';

/** Getting about: privilege, configuration and its sub-modes. What a configuration line sets is not kept. */
const navigation: readonly Command[] = [
  { syntax: 'enable', modes: anyExec, run: () => ({ mode: 'enable' }) },
  { syntax: 'disable', modes: ['enable'], run: () => ({ mode: 'user' }) },
  ...['exit', 'logout', 'quit'].map((syntax) => ({
    syntax,
    modes: anyExec,
    run: () => ({ close: true as const }),
  })),
  { syntax: 'configure [terminal]', modes: ['enable'], run: () => ({ mode: 'config' }) },
  { syntax: 'end', modes: configModes, run: () => ({ mode: 'enable' }) },
  { syntax: 'exit', modes: ['config'], run: () => ({ mode: 'enable' }) },
  { syntax: 'exit', modes: ['config-if', 'config-router'], run: () => ({ mode: 'config' }) },
  {
    syntax: 'interface <name...>',
    modes: ['config'],
    run: (call) => {
      const typed = call.args.name ?? '';
      const found = findInterface(call.device, typed);
      if (!found) return { unknown: typed };
      call.session.variables.set('interface', shortInterfaceName(found.name));
      return { mode: 'config-if' };
    },
  },
  { syntax: 'router ospf <process:1-65535>', modes: ['config'], run: () => ({ mode: 'config-router' }) },
  { syntax: 'description <text...>', modes: ['config-if'], run: () => '' },
];

const session: readonly Command[] = [
  {
    syntax: 'terminal length <lines:0-32767>',
    modes: anyExec,
    run: ({ args }) => ({
      pageLines: Number(args.lines),
      output: args.lines === '0' ? 'Pagination disabled.' : `Pagination set to ${args.lines} lines.`,
    }),
  },
  {
    syntax: 'terminal width <columns:10-32767>',
    modes: anyExec,
    run: ({ args }) => ({
      pageColumns: Number(args.columns),
      output: `Width set to ${args.columns} columns.`,
    }),
  },
  {
    syntax: 'ping [ip] <address>',
    modes: anyExec,
    run: ({ device, args }) => ping(device, args.address ?? '', { count: 5, payload: 72 }),
  },
  {
    syntax: 'traceroute [ip] <address>',
    modes: anyExec,
    run: ({ device, args }) => traceroute(device, args.address ?? ''),
  },
  { syntax: 'write [memory]', modes: ['enable'], run: () => SAVED },
  { syntax: 'copy running-config startup-config', modes: ['enable'], run: () => SAVED },
];

/** Arista EOS in a container. */
export const aristaEos: Platform = {
  name: 'arista_eos',
  title: 'Arista EOS',
  netlabDevices: ['eos'],
  initialMode: 'user',
  execMode: 'enable',
  modes,
  refusals,
  paging: { prompt: ' --More-- ', defaultLines: 24 },
  commands: [...navigation, ...session, ...showCommands],
  help,
  filters,
};
