import type { Platform } from '../../engine/platform';
import { dateWords } from '../text/date-words';
import { textTable } from '../text/text-table';
import { addressed, ethernets, uptime } from './device-words';
import { markedRefusals } from './refusal-words';
import { routeLines } from './route-lines';
import { simplePlatform } from './simple-platform';

const LINES = 'lines';

const exos = simplePlatform({
  name: 'extreme_exos',
  title: 'Extreme EXOS',
  ports: { ethernet: (number) => String(number), management: 'Mgmt', loopback: 'lo0' },
  prompts: {
    enable: ({ name, configuration }, { variables }) => {
      const unsaved = configuration && configuration.running !== configuration.startup;
      return `${unsaved ? '* ' : ''}${name}.${Number(variables.get(LINES) ?? 0) + 1} # `;
    },
  },
  close: ['exit', 'logout', 'quit'],
  paging: { 'disable clipaging': '' },
  quiet: { 'enable clipaging': '', 'disable cli prompting': '', 'enable cli prompting': '' },
  save: {
    'save configuration [primary]':
      'The configuration file primary.cfg already exists.\nSaving configuration on master .... done!\nConfiguration saved to primary.cfg successfully.',
  },
  configShows: ['show configuration'],
  shows: {
    'show version': ({ serialNumber }) =>
      [
        `Switch      : 800619-00-10 ${serialNumber} Rev 10 BootROM: 1.0.2.1    IMG: 22.7.1.2`,
        'PSU-1       : Internal PSU-1 10930A-01',
        '',
        'Image   : ExtremeXOS version 22.7.1.2 by release-manager',
        '          on Thu Aug 1 12:04:51 EDT 2019',
        'BootROM : 1.0.2.1',
        'Diagnostics : 5.4',
      ].join('\n'),
    'show switch': (device) => {
      const { days, hours, minutes, seconds } = uptime(device);
      const { weekday, month, day, time, year } = dateWords(device.now());
      return [
        '',
        `SysName:          ${device.name}`,
        'SysLocation:',
        'SysContact:       https://www.extremenetworks.com/support/',
        `System MAC:       ${device.mac.toUpperCase()}`,
        'System Type:      X440G2-24t-10G4',
        '',
        'SysHealth check:  Enabled (Normal)',
        `Current Time:     ${weekday} ${month} ${day.padStart(2)} ${time} ${year}`,
        `System UpTime:    ${days} days ${hours} hours ${minutes} minutes ${seconds} seconds`,
        '',
        'Primary ver:      22.7.1.2',
        'Config Selected:  primary.cfg',
      ].join('\n');
    },
    'show ports information': (device) =>
      [
        'Port      Flags                 Link      ELSM Link Num Num  Num   Jumbo QOS     Load',
        '                                State     /OAM UPS  STP VLAN Proto Size  profile Master',
        '====================================================================================',
        ...ethernets(device).map((one) =>
          textTable(
            [10, 22, 10, 9, 5, 4, 5, 6, 6, 0],
            [
              [
                one.name,
                `${one.adminUp ? 'E' : 'D'}m--------fMB---x`,
                one.linkUp ? 'active' : 'ready',
                '- / -',
                '1',
                '1',
                '1',
                '1',
                '9216',
                'none',
              ],
            ],
          ).join(''),
        ),
        '====================================================================================',
      ].join('\n'),
    'show ports description': (device) =>
      [
        'Port    Display String          Description String',
        '===== ======================= ===================================================',
        ...ethernets(device).map((one) => `${one.name.padEnd(30)}${one.description ?? ''}`.trimEnd()),
        '===== ======================= ===================================================',
      ].join('\n'),
    'show ipconfig': (device) =>
      [
        'Use Redirects     : Disabled',
        'Route Sharing     : Disabled',
        '',
        'Interface              IP Address                   Flags                    nSIA',
        ...addressed(device).map(({ one, address }) =>
          textTable(
            [16, 16, 5, 30, 0],
            [
              [
                one.name,
                address.address,
                `/${address.length}`,
                `${one.linkUp ? 'EUf' : 'E-f'}---MPuRX-------`,
                '0',
              ],
            ],
          ).join(''),
        ),
        '',
      ].join('\n'),
    'show iparp': ({ arp = [] }) =>
      [
        'VR            Destination      Mac                Age  Static  VLAN          VID   Port',
        ...arp.map((one) =>
          textTable(
            [14, 17, 19, 5, 8, 14, 6, 0],
            [['VR-Default', one.ipv4, one.mac, '3', 'NO', 'Default', '1', one.interfaceName]],
          ).join(''),
        ),
        '',
      ].join('\n'),
    'show iproute': (device) =>
      [
        'Ori  Destination        Gateway         Mtr  Flags         VLAN       Duration',
        ...routeLines(device, ({ letter, prefix, nextHop, metric, interfaceName }) =>
          textTable(
            [5, 19, 16, 5, 14, 11, 0],
            [
              [
                `#${letter === 'C' ? 'd' : letter.toLowerCase()}`,
                prefix,
                nextHop ?? ownGateway(device, interfaceName),
                String(metric),
                'UG---S-um--f-',
                interfaceName,
                '0d:1h:2m:3s',
              ],
            ],
          ).join(''),
        ),
      ].join('\n'),
    'show lldp neighbors': ({ neighbors }) =>
      [
        'Neighbor  Neighbor                      Neighbor               Neighbor',
        'Port      Chassis ID                    Port ID                System Name',
        '=================================================================================',
        ...neighbors.map((one) =>
          textTable(
            [10, 30, 23, 0],
            [[one.interfaceName, one.neighborMac.toUpperCase(), one.neighborInterface, one.name]],
          ).join(''),
        ),
        '=================================================================================',
      ].join('\n'),
    'show fdb': ({ neighbors }) =>
      [
        'MAC                VLAN Name( Tag)  Age  Flags         Port / Virtual Port List',
        '------------------------------------------------------------------------------------------------',
        ...neighbors.map(
          (one) => `${one.neighborMac}  Default(0001)    0012 d m           ${one.interfaceName}`,
        ),
      ].join('\n'),
  },
  config: {
    hostname: 'configure snmp sysName "<name>"',
    description: 'configure ports <interface> description-string "<text...>"',
    ipv4: 'configure vlan <interface> ipaddress <prefix>',
    ipv6: 'configure vlan <interface> ipaddress <prefix>',
    down: 'disable ports <interface>',
    up: 'enable ports <interface>',
    ospfArea: 'configure ospf add vlan <interface> area <area>',
    ospfCost: 'configure ospf vlan <interface> cost <cost>',
    ospfPassive: 'configure ospf vlan <interface> passive',
    route: 'configure iproute add <prefix> <gateway>',
    routerId: 'configure ospf routerid <router>',
    bgp: 'configure bgp AS-number <as>',
    bgpNeighbor: 'create bgp neighbor <peer> remote-AS-number <remote>',
    negation: ['configure', 'unconfigure'],
    keeps: ['configure', 'create', 'delete', 'disable', 'enable', 'unconfigure'],
  },
  look: { before: () => ['#', '# Module devmgr configuration.', '#'] },
  refusals: markedRefusals({
    unknown: "%% Invalid input detected at '^' marker.",
    incomplete: '%% Incomplete command',
    ambiguous: "%% Ambiguous command:  '<line>'",
  }),
});

/** Extreme EXOS, whose prompt counts the commands. A port's VLAN has the name of the port. */
export const extremeExos: Platform = {
  ...exos,
  commands: exos.commands.map((command) => ({
    ...command,
    run: (call) => {
      call.session.variables.set(LINES, String(Number(call.session.variables.get(LINES) ?? 0) + 1));
      return command.run(call);
    },
  })),
};

function ownGateway({ interfaces }: Parameters<typeof addressed>[0], name: string): string {
  return interfaces.find((one) => one.name === name)?.ipv4?.replace(/\/.*/, '') ?? '0.0.0.0';
}
