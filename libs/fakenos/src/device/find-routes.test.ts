import { expect, test } from '@jest/globals';
import { findRoutes } from './find-routes';
import { readLab } from './test-fixtures/read-lab';

const lab = readLab(
  'provider: clab\nmodule: [ ospf ]\ndefaults.device: frr\nnodes: [ r1, r2, r3 ]\nlinks: [ r1-r2, r1-r3, r2-r3 ]\n',
);

test.each([
  ['10.0.0.2', ['10.0.0.2/32 eth1']],
  ['10.1.0.2', ['10.1.0.0/30 eth1']],
  ['10.1.0.1', ['10.1.0.1/32 eth1']],
  ['10.1.0.9', ['10.1.0.8/30 eth1', '10.1.0.8/30 eth2']],
  ['10.1.0.0/30', ['10.1.0.0/30 eth1']],
  ['10.1.0.0  255.255.255.252', ['10.1.0.0/30 eth1']],
  ['10.1.0.0/29', []],
  ['192.0.2.1', []],
  ['10.1.0.0 255.0.255.0', undefined],
  ['10.1.0', undefined],
  ['ospf', undefined],
])('%s is reached by %j', (text, routes) => {
  const found = findRoutes(lab('r1'), text);
  expect(found?.map(({ prefix, interfaceName }) => `${prefix} ${interfaceName}`)).toEqual(routes);
});

test('only routes of some protocols count when asked so', () => {
  const found = findRoutes(lab('r1'), '10.1.0.1', { protocols: ['connected', 'ospf'] });
  expect(found?.map(({ prefix }) => prefix)).toEqual(['10.1.0.0/30']);
});

test('a route learnt by OSPF tells who announced it', () => {
  expect(findRoutes(lab('r1'), '10.0.0.3')).toMatchObject([{ advertisedBy: '10.0.0.3' }]);
});
