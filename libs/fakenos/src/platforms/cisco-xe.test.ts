import { expect, test } from '@jest/globals';
import { platformFor } from './platform-for';
import { logIn } from './test-fixtures/log-in';
import { readLab } from './test-fixtures/read-lab';

const lab = readLab(`provider: clab
defaults.device: csr
nodes: [ r1, r2 ]
links: [ r1-r2 ]
`);
const ask = (line: string) => logIn(lab('r1')).type(line);

test('the routers of IOS XE go by its name, in netmiko, scrapli and netlab', () => {
  const names = ['cisco_xe', 'cisco_iosxe', 'csr', 'cat8000v'].map((name) => platformFor(name)?.name);
  expect(names).toEqual(['cisco_xe', 'cisco_xe', 'cisco_xe', 'cisco_xe']);
  expect(platformFor('cisco_xe')?.ports?.ethernet(1)).toBe('GigabitEthernet2');
});

test('its software and its ports are not those of classic IOS', () => {
  expect(ask('show version')).toMatch(/^Cisco IOS Software \[\w+\], Virtual XE Software .* Version 17\./);
  expect(ask('show running-config interface gi2')).toContain(
    `interface GigabitEthernet2
 description r1 -> r2
 ip address 10.1.0.1 255.255.255.252
 negotiation auto
`,
  );
  expect(ask('dir')).toMatch(/^Directory of bootflash:\/\n\n {4}1 {2}-rw- .* packages\.conf\n/);
});

test('it is configured as classic IOS is', () => {
  const login = logIn(lab('r1'));
  for (const line of ['configure terminal', 'interface gi2', 'no negotiation auto', 'speed 100', 'end']) {
    login.type(line);
  }
  expect(login.type('show running-config interface gi2')).toContain('\n speed 100\n!\nend\n');
});
