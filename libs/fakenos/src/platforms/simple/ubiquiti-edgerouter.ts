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

/** Ubiquiti EdgeRouter (EdgeOS). */
export const ubiquitiEdgerouter = simplePlatform({
  name: 'ubiquiti_edgerouter',
  title: 'Ubiquiti EdgeRouter',
  ports: { ethernet: (number) => `eth${number}`, management: 'eth0', loopback: 'lo' },
  greeting: () => 'Welcome to EdgeOS\n',
  prompts: vyattaPrompts,
  configure: vyattaConfigure,
  close: ['logout'],
  paging: { 'terminal length <lines:0-4096>': '' },
  quiet: { 'terminal width <width:0-4096>': '' },
  configShows: ['show configuration commands'],
  shows: {
    'show version': (device) => {
      const { days, hours, minutes } = uptime(device);
      return [
        'Version:      v2.0.9-hotfix.7',
        'Build ID:     5622731',
        'Build on:     05/11/23 07:51',
        'Copyright:    2012-2023 Ubiquiti, Inc.',
        'HW model:     EdgeRouter 4',
        `HW S/N:       ${device.serialNumber}`,
        `Uptime:       ${device.now().toISOString().slice(11, 19)} up ${days} days, ${hours}:${String(minutes).padStart(2, '0')},  1 user,  load average: 0.08, 0.03, 0.05`,
      ].join('\n');
    },
    'show ip route': (device) =>
      ['IP Route Table for VRF "default"', ...routeLines(device, vyattaRoute)].join('\n'),
    ...vyattaShows,
  },
  config: { ...vyattaWords, preset: ["set system package repository wheezy components 'main'"] },
  commitWords: ['commit', 'commit comment <text...>'],
  commitSays: { done: '', nothing: 'No configuration changes to commit' },
  refusals: vyattaRefusals,
  commands: vyattaCommands,
});
