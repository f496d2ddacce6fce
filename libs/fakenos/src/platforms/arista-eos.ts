import { lineCommands } from '../configuration/line-commands';
import { prefixFacts } from '../configuration/prefix-interfaces';
import type { FakeDevice } from '../device/fake-device';
import type { Command, CommandCall, CommandOutcome, Platform } from '../engine/platform';
import { configSessions } from './arista-eos/config-sessions';
import { eosGrammar } from './arista-eos/grammar';
import { filters, help } from './arista-eos/help';
import { initialConfiguration } from './arista-eos/initial-configuration';
import { modes, refusals } from './arista-eos/modes';
import { printConfiguration } from './arista-eos/running-config';
import { showCommands } from './arista-eos/show-commands';
import { ping, traceroute } from './linux/ping-command';
import { configurationHelp } from './text/configuration-help';
import { pickHelp } from './text/pick-help';

const anyExec = ['user', 'enable'] as const;
const SAVED = 'Copy completed successfully.';

/** Getting about: privilege, and into configuration. */
const navigation: readonly Command[] = [
  { syntax: 'enable', modes: anyExec, run: () => ({ mode: 'enable' }) },
  { syntax: 'disable', modes: ['enable'], run: () => ({ mode: 'user' }) },
  ...['exit', 'logout', 'quit'].map((syntax) => ({
    syntax,
    modes: anyExec,
    run: () => ({ close: true as const }),
  })),
  { syntax: 'configure [terminal]', modes: ['enable'], run: () => ({ mode: 'config' }) },
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
  { syntax: 'write [memory]', modes: ['enable'], run: save },
  { syntax: 'copy running-config startup-config', modes: ['enable'], run: save },
  { syntax: 'reload', modes: ['enable'], run: reload },
  { syntax: 'reload now', modes: ['enable'], run: ({ device }) => reloadNow(device) },
];

const commands: readonly Command[] = [
  ...navigation,
  ...configSessions,
  ...session,
  ...showCommands,
  ...lineCommands(eosGrammar),
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
  commands,
  help: pickHelp(commands, { ...configurationHelp, ...help }),
  filters,
  ports: {
    ethernet: (number) => `Ethernet${number}`,
    management: 'Management0',
    loopback: 'Loopback0',
  },
  configuration: {
    initial: initialConfiguration,
    read: (tree) =>
      prefixFacts(tree, {
        ospf: 'router ospf',
        ospfRouterId: 'router-id',
        bgpRouterId: 'router-id',
        area: /^ip ospf area (\S+)$/,
      }),
    print: printConfiguration,
  },
};

function save({ device }: CommandCall): string {
  device.configuration?.save();
  return SAVED;
}

function reload({ device }: CommandCall): CommandOutcome {
  const confirm: CommandOutcome = {
    ask: {
      prompt: 'Proceed with reload? [confirm]',
      echo: true,
      then: (answer) => (/^y?(?:es)?$/i.test(answer.trim()) ? reloadNow(device) : ''),
    },
  };
  if (device.configuration?.running === device.configuration?.startup) return confirm;
  return {
    ask: {
      prompt: 'System configuration has been modified. Save? [yes/no/cancel/diff]:',
      echo: true,
      then: (answer) => {
        if (/^c/i.test(answer.trim())) return '';
        if (/^y/i.test(answer.trim())) device.configuration?.save();
        return confirm;
      },
    },
  };
}

function reloadNow({ configuration }: FakeDevice): CommandOutcome {
  configuration?.reload();
  return { close: true };
}
