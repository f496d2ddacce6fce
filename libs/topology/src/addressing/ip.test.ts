import { describe, expect, test } from '@jest/globals';
import { formatInterface, hostAt, parseInterface, parseNetwork } from './ip';

describe('addresses', () => {
  test.each([
    ['10.1.0.1/30', '10.1.0.1/30'],
    ['10.1.0.1', '10.1.0.1/32'],
    ['255.255.255.255/0', '255.255.255.255/0'],
    ['2001:0DB8:0:0::1/64', '2001:db8::1/64'],
    ['::/0', '::/0'],
    ['::1', '::1/128'],
    ['1:0:0:2:0:0:0:3/64', '1:0:0:2::3/64'],
    ['1:0:2:3:4:5:6:7', '1:0:2:3:4:5:6:7/128'],
    ['::ffff:192.0.2.1', '::ffff:c000:201/128'],
  ])('%s is %s', (text, expected) => {
    const parsed = parseInterface(text);
    expect(parsed && formatInterface(parsed)).toBe(expected);
  });

  test.each([
    '',
    '10.0.0',
    '10.0.0.256',
    '10.0.0.01',
    '10.0.0.0/33',
    '10.0.0.0/',
    '10.0.0.0/8/8',
    '1:2',
    ':::',
    '1::2::3',
    '::/129',
    '12345::',
    'g::',
    '1:2:3:4:5:6:7:8::',
    '1.2.3.4::',
  ])('%j is none', (text) => {
    expect(parseInterface(text)).toBeUndefined();
  });

  test('a prefix has no host bits', () => {
    expect(parseNetwork('10.0.0.0/8')).toBeDefined();
    expect(parseNetwork('10.0.0.1/8')).toBeUndefined();
    expect(parseNetwork('2001:db8::/32')).toBeDefined();
    expect(parseNetwork('2001:db8::1/32')).toBeUndefined();
  });

  test('hosts are counted from both ends of a prefix and never beyond', () => {
    const network = parseNetwork('10.0.0.0/30');
    const hosts = [0, 1, 3, 4, -1, -4, -5].map((index) => network && hostAt(network, index));
    expect(hosts.map((host) => host && formatInterface(host))).toEqual([
      '10.0.0.0/30',
      '10.0.0.1/30',
      '10.0.0.3/30',
      undefined,
      '10.0.0.3/30',
      '10.0.0.0/30',
      undefined,
    ]);
  });
});
