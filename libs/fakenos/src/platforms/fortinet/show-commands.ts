import { candidateOf } from '../../configuration/candidate';
import { sectionAt } from '../../configuration/change-tree';
import type { ConfigTree } from '../../configuration/config-tree';
import type { FakeDevice } from '../../device/fake-device';
import type { Command, CommandCall, CommandOutcome } from '../../engine/platform';
import { fullConfiguration } from './full-configuration';
import {
  getBgpSummary,
  getOspfNeighbor,
  getOspfStatus,
  getRoutingTable,
  getRoutingTable6,
  getRoutingTableTo,
} from './get-router';
import {
  getHardwareNic,
  getSystemArp,
  getSystemInterface,
  getSystemInterfacePhysical,
  getSystemPerformance,
  getSystemStatus,
  systemTime,
} from './get-system';
import { EXEC, modesOf } from './levels';
import { lldpDetails, lldpSummary } from './lldp';
import { paging } from './pending';
import { ping, traceroute } from './ping';
import { printAt, printConfiguration } from './print-configuration';
import { failure } from './refusals';
import { schema } from './schema';
import { quoted, unquoted, valueWords } from './values';

/** What is shown, and what is executed. */
export const showCommands: readonly Command[] = [
  get('get system status', getSystemStatus),
  get('get system interface', getSystemInterface),
  get('get system interface physical', getSystemInterfacePhysical),
  get('get system arp', getSystemArp),
  get('get system performance status', getSystemPerformance),
  get('get hardware nic', getHardwareNic),
  get('get router info routing-table all', (device) => getRoutingTable(device)),
  ...(['connected', 'ospf', 'static'] as const).map((protocol) =>
    get(`get router info routing-table ${protocol}`, (device) => getRoutingTable(device, protocol)),
  ),
  command('get router info routing-table details <address>', ({ device, args }) => {
    const address = args.address ?? '';
    return getRoutingTableTo(device, address) ?? { unknown: address };
  }),
  get('get router info6 routing-table', getRoutingTable6),
  get('get router info bgp summary', getBgpSummary),
  get('get router info ospf neighbor', getOspfNeighbor),
  get('get router info ospf status', getOspfStatus),
  get('diagnose lldprx neighbor summary', lldpSummary),
  get('diagnose lldprx neighbor details', (device) => lldpDetails(device)),
  command('diagnose lldprx port neighbor details <port>', ({ device, args }) =>
    lldpDetails(device, args.port),
  ),
  command('execute ping <address>', ({ device, args }) => ping(device, args.address ?? '')),
  command('execute traceroute <address>', ({ device, args }) => traceroute(device, args.address ?? '')),
  get('execute date', (device) => `current date is: ${device.now().toISOString().slice(0, 10)}`),
  get(
    'execute time',
    (device) =>
      `current time is: ${device.now().toISOString().slice(11, 19)}\nlast ntp sync: ${systemTime(device.now())}`,
  ),
  get('show', (device) => printConfiguration(device.configuration?.running ?? [], device)),
  get('show full-configuration', (device) =>
    printConfiguration(fullConfiguration(device.configuration?.running ?? []), device),
  ),
  ...schema.flatMap(({ name }) => [
    command(`show ${name} [<entry...>]`, (call) => showSection(call, name, running(call))),
    command(`show full-configuration ${name} [<entry...>]`, (call) =>
      showSection(call, name, fullConfiguration(running(call))),
    ),
  ]),
  ...schema
    .filter(({ name, kind }) => kind === 'object' && name !== 'system ha')
    .map(({ name }) =>
      command(`get ${name}`, (call) => attributes(fullConfiguration(running(call)), [`config ${name}`])),
    ),
  within('show', (call) => printAt(candidateOf(call), call.session.path)),
  within('show full-configuration', (call) =>
    printAt(fullConfiguration(candidateOf(call)), call.session.path),
  ),
  within('get', (call) => attributes(fullConfiguration(candidateOf(call)), call.session.path)),
];

function get(syntax: string, render: (device: FakeDevice) => string): Command {
  return command(syntax, ({ device }) => render(device));
}

/** One that waits at the end of a screen only while the console says so. */
function command(
  syntax: string,
  run: (call: CommandCall) => CommandOutcome,
  modes: readonly string[] = [EXEC],
): Command {
  return {
    syntax,
    modes,
    run: (call) => {
      const outcome = run(call);
      const { pageLines } = paging(running(call));
      if (pageLines !== 0) return outcome;
      return typeof outcome === 'string' ? { output: outcome, pageLines } : outcome;
    },
  };
}

function within(syntax: string, run: (call: CommandCall) => CommandOutcome): Command {
  return command(syntax, run, modesOf('table', 'entry', 'object'));
}

function running({ device }: CommandCall): ConfigTree {
  return device.configuration?.running ?? [];
}

function showSection({ args }: CommandCall, name: string, tree: ConfigTree): CommandOutcome {
  const section = `config ${name}`;
  if (args.entry === undefined) return printAt(tree, [section]);
  const [typed = ''] = valueWords(args.entry);
  const text = [`edit ${quoted(typed)}`, `edit ${typed}`].find((one) => sectionAt(tree, [section, one]));
  if (text === undefined) return failure(`\nentry not found in datasource`, -3);
  return printAt(tree, [section, text]);
}

/** `output              : more` for each thing that is set; names of the entries of a table. */
function attributes(tree: ConfigTree, path: readonly string[]): string {
  return (sectionAt(tree, path) ?? [])
    .map(({ text, children }) => {
      if (children)
        return text.startsWith('edit ')
          ? `== [ ${unquoted(text.slice('edit '.length))} ]`
          : `${text.slice('config '.length)}:`;
      const [, attribute = '', value = ''] = /^set (\S+) (.*)$/.exec(text) ?? [];
      return `${attribute.padEnd(20)}: ${value.replaceAll('"', '')} `;
    })
    .join('\n');
}
