import type { Command, Platform } from '../engine/platform';
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
  help: {
    arp: 'ARP table',
    brief: 'Brief summary of status and configuration',
    cdp: 'CDP information',
    clock: 'Display the system clock',
    configure: 'Enter configuration mode',
    copy: 'Copy from one file to another',
    description: 'Interface specific description',
    detail: 'Detailed information',
    disable: 'Turn off privileged commands',
    do: 'To run exec commands in config mode',
    enable: 'Turn on privileged commands',
    end: 'Leave configuration mode',
    exit: 'Leave this mode',
    interface: 'Select an interface',
    interfaces: 'Interface status and configuration',
    inventory: 'Show the physical inventory',
    ip: 'IP information',
    length: 'Set number of lines on a screen',
    lldp: 'LLDP information',
    logout: 'Exit from the EXEC',
    mac: 'MAC forwarding information',
    memory: 'Write to NV memory',
    neighbor: 'Neighbor list',
    neighbors: 'Neighbor entries',
    ospf: 'OSPF information',
    ping: 'Send echo messages',
    privilege: 'Show current privilege level',
    quit: 'Exit from the EXEC',
    route: 'IP routing table',
    router: 'Enable a routing process',
    'running-config': 'Current operating configuration',
    show: 'Show running system information',
    'startup-config': 'Contents of startup configuration',
    status: 'Show interface line status',
    terminal: 'Set terminal line parameters',
    traceroute: 'Trace route to destination',
    users: 'Display information about terminal lines',
    version: 'System hardware and software status',
    width: 'Set width of the display terminal',
    write: 'Write running configuration to memory',
  },
};
