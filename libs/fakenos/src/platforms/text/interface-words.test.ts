import { expect, test } from '@jest/globals';
import { readLab } from '../../device/test-fixtures/read-lab';
import { findInterface, shortInterfaceName, spacedInterfaceName } from './interface-words';

test.each([
  ['GigabitEthernet0/1', 'Gi0/1', 'Gig 0/1'],
  ['Ethernet1', 'Et1', 'Eth 1'],
  ['Loopback0', 'Lo0', 'Loo 0'],
])('%s is %s or %s', (name, short, spaced) => {
  expect(shortInterfaceName(name)).toBe(short);
  expect(spacedInterfaceName(name)).toBe(spaced);
});

test('an interface is found by any beginning of its type, never by its number alone', () => {
  const device = readLab('provider: clab\nnodes: { r1: { device: iosv } }\nlinks: [ r1, r1 ]')('r1');
  const found = (typed: string) => findInterface(device, typed)?.name;
  expect(found('gi0/2')).toBe('GigabitEthernet0/2');
  expect(found('GigabitEthernet 0/2')).toBe('GigabitEthernet0/2');
  expect(found('lo0')).toBe('Loopback0');
  expect(found('0/2')).toBeUndefined();
  expect(found('Te0/2')).toBeUndefined();
  expect(found('gi0/3')).toBeUndefined();
});
