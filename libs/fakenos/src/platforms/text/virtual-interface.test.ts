import { expect, test } from '@jest/globals';
import { virtualInterface } from './virtual-interface';

test.each([
  ['lo10', 'Loopback10'],
  ['LOOPBACK 010', 'Loopback10'],
  ['vlan 20', 'Vlan20'],
  ['port-ch7', 'Port-channel7'],
  ['Ethernet1', undefined],
  ['lo', undefined],
  ['lo1/2', undefined],
  ['lo123456', undefined],
])('%s is %s', (typed, name) => {
  expect(virtualInterface(['Loopback', 'Vlan', 'Port-channel'], typed)).toBe(name);
});
