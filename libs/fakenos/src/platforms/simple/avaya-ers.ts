import type { ConfigWords } from './config-words';
import { addressed, colonLines, ethernets, ruledTable, uptime } from './device-words';
import { lineWords } from './line-words';
import { markedRefusals } from './refusal-words';
import { routeLines } from './route-lines';
import type { SimplePlatform } from './simple-words';
import { simplePlatform } from './simple-platform';

/** How Avaya's switches word what they do not accept. */
export const avayaRefusals = markedRefusals({
  unknown: "% Invalid input detected at '^' marker.",
  incomplete: '% Incomplete command.',
  ambiguous: '% Ambiguous command.',
});

/** What Avaya's two families of switches share of their configuration. */
export const avayaWords: ConfigWords = {
  ...lineWords,
  hostname: 'snmp-server name "<name>"',
  interface: 'interface Ethernet <interface>',
  description: 'name "<text...>"',
  keeps: [...lineWords.keeps.filter((word) => word !== 'terminal'), 'cli', 'web-server'],
};

/** LLDP, ARP and routes. */
export const avayaShows: SimplePlatform['shows'] = {
  'show lldp neighbor': ({ neighbors }) =>
    [
      '-------------------------------------------------------------------------------',
      '                        lldp neighbor',
      '-------------------------------------------------------------------------------',
      ...neighbors.flatMap((one, at) => [
        `Port: ${one.interfaceName.padEnd(6)} Index: ${at + 1}`,
        `           ChassisId: MAC address        ${one.neighborMac}`,
        `           PortId:    Interface name     ${one.neighborInterface}`,
        `           SysName:   ${one.name}`,
        `           SysDescr:  ${one.neighborTitle}`,
        `           Address:   ${one.neighborMgmtIpv4}`,
      ]),
      `Total neighbors: ${neighbors.length}`,
    ].join('\n'),
  'show ip arp': ({ arp = [] }) =>
    ruledTable(
      ['IP Address', 'MAC Address', 'VLAN-Unit/Port', 'Age (min)'],
      [17, 19, 16, 10],
      arp.map((one) => [one.ipv4, one.mac, `1-${one.interfaceName}`, '2']),
    ).join('\n'),
  'show ip route': (device) =>
    [
      'DST             MASK/LEN        NEXT            COST  PORT  PROT',
      ...routeLines(
        device,
        ({ prefix, nextHop, metric, interfaceName, letter }) =>
          `${prefix.padEnd(32)}${(nextHop ?? '0.0.0.0').padEnd(16)}${String(metric).padEnd(6)}${interfaceName.padEnd(6)}${letter}`,
      ),
    ].join('\n'),
  'show ip interface': (device) =>
    ruledTable(
      ['Interface', 'IP Address', 'Subnet Mask', 'Admin', 'Oper'],
      [16, 17, 17, 7, 6],
      addressed(device).map(({ one, address }) => [
        one.name,
        address.address,
        address.mask,
        one.adminUp ? 'up' : 'down',
        one.linkUp ? 'up' : 'down',
      ]),
    ).join('\n'),
};

/** Avaya (Nortel, Extreme) Ethernet Routing Switch. */
export const avayaErs = simplePlatform({
  name: 'avaya_ers',
  title: 'Avaya ERS',
  ports: { ethernet: (number) => String(number), management: 'mgmt', loopback: 'loopback1' },
  prompts: {
    user: ({ name }) => `${name}>`,
    enable: ({ name }) => `${name}#`,
    config: ({ name }) => `${name}(config)#`,
  },
  enable: { words: ['enable'], back: ['disable'] },
  configure: {
    words: ['configure terminal'],
    says: 'Enter configuration commands, one per line.  End with CNTL/Z.',
    leave: ['exit'],
    end: ['end'],
  },
  close: ['exit', 'logout'],
  paging: { 'terminal length <lines:0-132>': '' },
  quiet: { 'terminal width <width:1-132>': '' },
  save: { 'save config': '', 'copy config nvram': '' },
  configShows: ['show running-config'],
  shows: {
    'show sys-info': (device) => {
      const { days, clock } = uptime(device);
      return colonLines(
        21,
        {
          'Operation Mode:': 'Switch',
          'Size Of Stack:': '1',
          'Base Unit:': '1',
          'MAC Address:': device.mac.toUpperCase().replaceAll(':', '-'),
          'Reset Count:': '12',
          'Last Reset Type:': 'Management Factory Reset',
          'Autotopology:': 'Enabled',
          'Base Unit Selection:': 'Non-base unit using rear-panel switch',
          sysDescr: '',
          'Serial #:': device.serialNumber,
          'Operational Software:': 'FW:5.6.2.1   SW:v5.9.2.028',
          'Installed software:': 'FW:5.6.2.1   SW:v5.9.2.028',
          'sysObjectID:': '1.3.6.1.4.1.45.3.78.1',
          'sysUpTime:': `${days} days, ${clock}`,
          'sysNtpTime:': 'SNTP not synchronized.',
          'sysServices:': '6',
          'sysContact:': '',
          'sysName:': device.name,
          'sysLocation:': '',
          'Stack sysAssetId:': '',
          'Unit sysAssetId:': '0',
        },
        ' ',
      ).join('\n');
    },
    'show version': ({ serialNumber }) =>
      [
        'Hardware: Ethernet Routing Switch 4850GTS',
        'FW:5.6.2.1   SW:v5.9.2.028',
        `Serial #: ${serialNumber}`,
      ].join('\n'),
    'show interfaces': (device) =>
      [
        '                     Status                    Auto                        Flow',
        ...ruledTable(
          ['Port', 'Trunk', 'Admin', 'Oper', 'Link', 'LinkTrap', 'Negotiation', 'Speed', 'Duplex', 'Control'],
          [5, 6, 8, 5, 5, 9, 12, 9, 7, 8],
          ethernets(device).map((one) => [
            one.name,
            '',
            one.adminUp ? 'Enable' : 'Disable',
            one.linkUp ? 'Up' : 'Down',
            one.linkUp ? 'Up' : 'Down',
            'Enabled',
            'Enabled',
            one.linkUp ? '1000Mbps' : '',
            one.linkUp ? 'Full' : '',
            'Disable',
          ]),
        ),
      ].join('\n'),
    'show interfaces name': (device) =>
      [
        'Port Name',
        '---- ' + '-'.repeat(64),
        ...ethernets(device).map((one) => `${one.name.padEnd(4)} ${one.description ?? `Port ${one.name}`}`),
      ].join('\n'),
    'show mac-address-table': ({ neighbors }) =>
      [
        'Mac Address Table Aging Time: 300',
        `Number of addresses: ${neighbors.length}`,
        '',
        '   MAC Address    Vid    Type     Source',
        '----------------- ---- ------- --------------',
        ...neighbors.map(
          (one) =>
            `${one.neighborMac.toUpperCase().replaceAll(':', '-')} 1    Dynamic Port: ${one.interfaceName}`,
        ),
      ].join('\n'),
    ...avayaShows,
  },
  config: avayaWords,
  look: {
    before: ({ name }) => [
      '! Embedded ASCII Configuration Generator Script',
      '! Model = Ethernet Routing Switch 4850GTS',
      '! Software version = v5.9.2.028',
      `! System = ${name}`,
      'enable',
      'configure terminal',
      '!',
    ],
    indent: 0,
    separator: 'exit',
  },
  refusals: avayaRefusals,
});
