/** A part of the configuration: one thing with attributes, or a table of things. */
export interface FortiSection {
  /** After `config`: `system interface`; within another one its own words only: `area`. */
  readonly name: string;
  readonly kind: 'object' | 'table';
  /** What the entries of a table are called by; names stand in quotes. */
  readonly key?: 'name' | 'number' | 'address';
  /** The attributes that can be set; any when absent. */
  readonly takes?: readonly string[];
  readonly sections?: readonly FortiSection[];
}

const NAMED = ['comment', 'color', 'uuid'];

/** All that can be configured. */
export const schema: readonly FortiSection[] = [
  object('system global', [
    ...['hostname', 'alias', 'timezone', 'admintimeout', 'admin-sport', 'admin-port', 'admin-ssh-port'],
    ...[
      'gui-theme',
      'language',
      'vdom-mode',
      'pre-login-banner',
      'post-login-banner',
      'revision-backup-on-logout',
    ],
    ...['management-port-use-admin-sport', 'switch-controller', 'admin-https-redirect', 'gui-date-format'],
  ]),
  {
    name: 'system interface',
    kind: 'table',
    key: 'name',
    takes: [
      ...[
        'vdom',
        'mode',
        'ip',
        'allowaccess',
        'type',
        'alias',
        'description',
        'status',
        'mtu-override',
        'mtu',
      ],
      ...['role', 'interface', 'vlanid', 'speed', 'snmp-index', 'lldp-reception', 'lldp-transmission'],
      ...['device-identification', 'secondary-IP', 'defaultgw', 'distance', 'dns-server-override', 'member'],
    ],
    sections: [
      object('ipv6', ['ip6-address', 'ip6-allowaccess', 'ip6-mode', 'ip6-send-adv', 'autoconf']),
      table('secondaryip', 'number', ['ip', 'allowaccess']),
    ],
  },
  object('system console', ['output', 'baudrate', 'login', 'mode', 'fortiexplorer']),
  object('system settings'),
  object('system dns', ['primary', 'secondary', 'domain', 'protocol', 'ip6-primary', 'ip6-secondary']),
  {
    ...object('system ntp', ['ntpsync', 'type', 'syncinterval', 'server-mode', 'interface']),
    sections: [table('ntpserver', 'number', ['server', 'ntpv3'])],
  },
  object('system ha'),
  table('system admin', 'name', [
    'accprofile',
    'vdom',
    'password',
    'trusthost1',
    'trusthost2',
    'ssh-public-key1',
  ]),
  table('system zone', 'name', ['interface', 'intrazone', 'description']),
  object('system snmp sysinfo', ['status', 'description', 'contact-info', 'location']),
  {
    ...table('system snmp community', 'number', ['name', 'status', 'events']),
    sections: [table('hosts', 'number', ['ip', 'ha-direct'])],
  },
  {
    ...table('system dhcp server', 'number'),
    sections: [table('ip-range', 'number', ['start-ip', 'end-ip'])],
  },
  object('log syslogd setting'),
  table('firewall address', 'name', [
    'subnet',
    'type',
    'fqdn',
    'start-ip',
    'end-ip',
    'associated-interface',
    ...NAMED,
  ]),
  table('firewall addrgrp', 'name', ['member', ...NAMED]),
  table('firewall service custom', 'name'),
  table('firewall vip', 'name'),
  table('firewall ippool', 'name'),
  table('firewall policy', 'number'),
  table('user local', 'name'),
  table('user group', 'name'),
  table('vpn ipsec phase1-interface', 'name'),
  table('vpn ipsec phase2-interface', 'name'),
  {
    name: 'router access-list',
    kind: 'table',
    key: 'name',
    sections: [table('rule', 'number')],
  },
  {
    name: 'router prefix-list',
    kind: 'table',
    key: 'name',
    sections: [table('rule', 'number')],
  },
  {
    name: 'router route-map',
    kind: 'table',
    key: 'name',
    sections: [table('rule', 'number')],
  },
  table('router static', 'number', [
    ...[
      'dst',
      'gateway',
      'device',
      'distance',
      'priority',
      'status',
      'comment',
      'blackhole',
      'dynamic-gateway',
    ],
  ]),
  {
    ...object('router bgp', [
      ...['as', 'router-id', 'keepalive-timer', 'holdtime-timer', 'ebgp-multipath', 'ibgp-multipath'],
      ...['graceful-restart', 'log-neighbour-changes', 'network-import-check'],
    ]),
    sections: [
      table('neighbor', 'name', [
        ...['remote-as', 'description', 'update-source', 'interface', 'shutdown', 'password', 'weight'],
        ...[
          'soft-reconfiguration',
          'next-hop-self',
          'ebgp-enforce-multihop',
          'ebgp-multihop-ttl',
          'activate',
        ],
        ...['prefix-list-in', 'prefix-list-out', 'route-map-in', 'route-map-out', 'route-reflector-client'],
      ]),
      table('network', 'number', ['prefix', 'route-map']),
      table('redistribute', 'name', ['status', 'route-map']),
    ],
  },
  {
    ...object('router ospf', [
      ...['router-id', 'passive-interface', 'default-information-originate', 'auto-cost-ref-bandwidth'],
      ...['distance', 'log-neighbour-changes', 'abr-type'],
    ]),
    sections: [
      table('area', 'address', ['type', 'authentication', 'default-cost', 'shortcut']),
      table('ospf-interface', 'name', [
        ...['interface', 'cost', 'network-type', 'priority', 'hello-interval', 'dead-interval', 'status'],
        ...['mtu', 'mtu-ignore', 'ip', 'authentication', 'comments', 'bfd'],
      ]),
      table('network', 'number', ['prefix', 'area', 'comments']),
      table('redistribute', 'name', ['status', 'metric', 'metric-type', 'routemap']),
    ],
  },
];

function object(name: string, takes?: readonly string[]): FortiSection {
  return { name, kind: 'object', ...(takes && { takes }) };
}

function table(name: string, key: 'name' | 'number' | 'address', takes?: readonly string[]): FortiSection {
  return { name, kind: 'table', key, ...(takes && { takes }) };
}
