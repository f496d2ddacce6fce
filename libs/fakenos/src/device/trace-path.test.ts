import { describe, expect, test } from '@jest/globals';
import { readLab } from './test-fixtures/read-lab';

const lab = (text: string) => readLab(`provider: clab\ndefaults.device: iosv\n${text}`);

describe('the way to an address', () => {
  const node = lab(`module: [ ospf ]
nodes: { r1: , r2: , r3: , h1: { device: linux }, x1: { module: [] } }
links: [ r1-r2, r2-r3, r3-h1, r1-x1 ]
`);

  test('passes every router in between', () => {
    expect(node('r1').trace?.('10.0.0.3')).toEqual(['10.1.0.2', '10.0.0.3']);
    expect(node('h1').trace?.('10.0.0.1')).toEqual(['172.16.0.3', '10.1.0.5', '10.0.0.1']);
  });

  test('is empty to oneself', () => {
    expect(node('r1').trace?.('10.0.0.1')).toEqual([]);
  });

  test('does not exist to an address that nobody has, nor to the management network', () => {
    expect(node('r1').trace?.('10.9.9.9')).toBeUndefined();
    expect(node('r1').trace?.('10.1.0.3')).toBeUndefined();
    expect(node('r1').trace?.('192.168.121.102')).toBeUndefined();
    expect(node('r1').trace?.('r2')).toBeUndefined();
  });

  test('does not exist without a way back', () => {
    const link = node('x1').interfaces.at(-1)?.ipv4?.replace(/\/.*/, '') ?? '';
    expect(node('r1').trace?.(link)).toEqual([link]);
    expect(node('r3').trace?.(link)).toBeUndefined();
  });
});

test('a link that is shut down leads nowhere', () => {
  const links = (first: string) =>
    `module: [ ospf ]\nnodes: [ r1, r2 ]\nlinks:\n- { r1: { ${first} }, r2: }\n`;
  expect(lab(links('shutdown: false'))('r1').trace?.('10.0.0.2')).toBeDefined();
  expect(lab(links('shutdown: true'))('r1').trace?.('10.0.0.2')).toBeUndefined();
});
