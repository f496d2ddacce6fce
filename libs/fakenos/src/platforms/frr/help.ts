import type { Platform } from '../../engine/platform';

/** What `?` says of the words of vtysh. */
export const help: Platform['help'] = {
  '<address>': 'Destination address or prefix',
  bgp: 'BGP information',
  brief: 'Interface status and configuration summary',
  '<command>': 'Exec command',
  configure: 'Configuration from vty interface',
  connected: 'Connected routes (directly attached subnet or host)',
  description: 'Interface specific description',
  do: 'To run exec commands in config mode',
  enable: 'Turn on privileged mode command',
  end: 'End current mode and change to enable mode',
  exit: 'Exit current mode and down to previous mode',
  interface: 'Interface status and configuration',
  ip: 'IP information',
  ipv6: 'IPv6 information',
  'show ipv6 route': 'IPv6 routing table',
  length: 'Set number of lines on a screen',
  '<lines>': 'Number of lines on screen (0 for no pausing)',
  memory: 'Write configuration to the file',
  '<name>': 'Interface name',
  neighbor: 'Neighbor list',
  no: 'Negate a command or set its defaults',
  ospf: 'OSPF information',
  paginate: 'Use pager for output scrolling',
  ping: 'Send echo messages',
  quit: 'Exit current mode and down to previous mode',
  route: 'IP routing table',
  router: 'Enable a routing process',
  'router ospf': 'Open Shortest Path First (OSPF)',
  'running-config': 'Current operating configuration',
  show: 'Show running system information',
  'startup-config': 'Contents of startup configuration',
  static: 'Statically configured routes',
  summary: 'Summary of neighbor status',
  terminal: 'Set terminal line parameters',
  '<text>': 'Characters describing this interface',
  traceroute: 'Trace route to destination',
  version: 'Displays version',
  write: 'Write running configuration to memory',
};

/** The filters after a pipe. */
export const filters: Platform['filters'] = {
  include: 'Include lines that match',
};
