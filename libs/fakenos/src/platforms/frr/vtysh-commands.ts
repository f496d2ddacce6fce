import type { FakeDevice } from '../../device/fake-device';
import { lineCommands } from '../../configuration/line-commands';
import type { Command, CommandCall, CommandOutcome, Mode, Platform } from '../../engine/platform';
import { ping, traceroute } from '../linux/ping-command';
import { frrGrammar } from './grammar';
import { frrConfig, showRunningConfig } from './running-config';
import { showBgpSummary, showIpBgp } from './show-bgp-summary';
import { showInterface, showInterfaceBrief } from './show-interface';
import { showIpRoute } from './show-ip-route';
import { showIpRouteTo } from './show-ip-route-to';
import { showIpv6Route } from './show-ipv6-route';
import { showIpOspfInterface, showIpOspfNeighbor } from './show-ospf';
import { showVersion } from './show-version';

const configModes = Object.keys(frrGrammar.modes);
const config = { words: 'abbreviated', ctrlZ: 'end', ctrlD: 'exit' } as const;

/** How vtysh prompts, mode by mode. */
export const vtyshModes: Platform['modes'] = {
  vtysh: { prompt: ({ name }) => `${name}# `, words: 'abbreviated', ctrlD: 'exit' },
  ...Object.fromEntries(configModes.map((mode) => [mode, configMode(mode)])),
};

/** What is known inside vtysh. */
export const vtyshCommands: readonly Command[] = [
  show('show version', showVersion),
  show('show interface', (device) => showInterface(device)),
  show('show interface brief', showInterfaceBrief),
  { syntax: 'show interface <name>', modes: ['vtysh'], run: oneInterface },
  show('show ip route', (device) => showIpRoute(device)),
  show('show ip route connected', (device) => showIpRoute(device, 'connected')),
  show('show ip route ospf', (device) => showIpRoute(device, 'ospf')),
  show('show ip route static', (device) => showIpRoute(device, 'static')),
  { syntax: 'show ip route <address>', modes: ['vtysh'], run: showIpRouteTo },
  show('show ipv6 route', showIpv6Route),
  show('show ip ospf neighbor', showIpOspfNeighbor),
  show('show ip ospf interface', showIpOspfInterface),
  show('show bgp summary', showBgpSummary),
  show('show ip bgp', showIpBgp),
  show('show ip bgp summary', showBgpSummary),
  show('show running-config', showRunningConfig),
  show('show startup-config', frrConfig),
  { syntax: 'terminal length <lines:0-512>', modes: ['vtysh'], run: () => '' },
  { syntax: 'terminal paginate', modes: ['vtysh'], run: () => '' },
  { syntax: 'no terminal paginate', modes: ['vtysh'], run: () => '' },
  { syntax: 'write [memory]', modes: ['vtysh'], run: save },
  {
    syntax: 'ping <address>',
    modes: ['vtysh'],
    run: ({ device, args }) => ping(device, args.address ?? '', { count: 5, payload: 56 }),
  },
  {
    syntax: 'traceroute <address>',
    modes: ['vtysh'],
    run: ({ device, args }) => traceroute(device, args.address ?? ''),
  },
  { syntax: 'enable', modes: ['vtysh'], run: () => '' },
  { syntax: 'configure [terminal]', modes: ['vtysh'], run: () => ({ mode: 'config' }) },
  ...['exit', 'quit'].map((syntax) => ({ syntax, modes: ['vtysh'], run: () => ({ leave: true as const }) })),
  {
    syntax: 'do <command...>',
    modes: configModes,
    run: ({ args }) => ({ redirect: { mode: 'vtysh', line: args.command ?? '' } }),
  },
  ...lineCommands(frrGrammar),
];

const SAVED = [
  'Note: this version of vtysh never writes vtysh.conf',
  'Building Configuration...',
  'Integrated configuration saved to /etc/frr/frr.conf',
  '[OK]',
].join('\n');

function configMode(mode: string): Mode {
  const prompt: Mode['prompt'] = ({ name }) => `${name}(${mode.replace('-bgp', '')})# `;
  if (mode === 'config') return { ...config, prompt };
  return { ...config, prompt, fallback: mode === 'config-router-af' ? 'config-router-bgp' : 'config' };
}

function save({ device }: CommandCall): string {
  device.configuration?.save();
  return SAVED;
}

function show(syntax: string, render: (device: FakeDevice) => string): Command {
  return { syntax, modes: ['vtysh'], run: ({ device }) => render(device) };
}

function oneInterface({ device, args }: CommandCall): CommandOutcome {
  const found = device.interfaces.find(({ name }) => name === args.name);
  return found
    ? showInterface(device, [found])
    : { output: `% Can't find interface ${args.name ?? ''}`, status: 1 };
}
