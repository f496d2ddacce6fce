import { uptime } from './device-words';
import { routeLines } from './route-lines';
import { simplePlatform } from './simple-platform';
import {
  vyattaCommands,
  vyattaConfigure,
  vyattaPrompts,
  vyattaRefusals,
  vyattaRoute,
  vyattaShows,
  vyattaWords,
} from './vyatta';

/** VyOS. */
export const vyattaVyos = simplePlatform({
  name: 'vyatta_vyos',
  title: 'VyOS',
  netlabDevices: ['vyos'],
  ports: { ethernet: (number) => `eth${number}`, management: 'eth0', loopback: 'lo' },
  greeting: () => 'Welcome to VyOS!\n',
  prompts: vyattaPrompts,
  configure: vyattaConfigure,
  close: ['logout'],
  paging: { 'set terminal length <lines:0-4096>': '' },
  quiet: { 'set terminal width <width:0-4096>': '' },
  configShows: ['show configuration commands'],
  shows: {
    'show version': (device) =>
      [
        'Version:          VyOS 1.3.4',
        'Release train:    equuleus',
        '',
        'Built by:         builder@example.org',
        'Built on:         Mon 09 Oct 2023 13:02 UTC',
        'Build UUID:       3bbdf0b2-9e2a-4f0b-8d5c-06f4c7de7d71',
        '',
        'Architecture:     x86_64',
        'Boot via:         installed image',
        'System type:      KVM guest',
        '',
        'Hardware vendor:  QEMU',
        'Hardware model:   Standard PC (Q35 + ICH9, 2009)',
        `Hardware S/N:     ${device.serialNumber}`,
        'Hardware UUID:    9f1c7b60-5a4b-4b53-a1f1-c2c0b5d6e7f8',
        '',
        'Copyright:        VyOS maintainers and contributors',
      ].join('\n'),
    'show system uptime': (device) => {
      const { days, clock } = uptime(device);
      return `Uptime: ${days} days, ${clock}`;
    },
    'show ip route': (device) =>
      [
        'Codes: K - kernel route, C - connected, S - static, R - RIP,',
        '       O - OSPF, I - IS-IS, B - BGP, > - selected route, * - FIB route',
        '',
        ...routeLines(device, (route) => vyattaRoute(route).replace('    *> ', '>* ')),
      ].join('\n'),
    ...vyattaShows,
  },
  config: vyattaWords,
  commitWords: ['commit', 'commit comment <text...>'],
  commitSays: { done: '', nothing: 'No configuration changes to commit' },
  refusals: vyattaRefusals,
  commands: vyattaCommands,
});
