import { describe, expect, test } from '@jest/globals';
import { ipv4Prefix } from './ipv4-prefix';

describe('an address with its prefix length', () => {
  test('tells network, mask, wildcard and broadcast', () => {
    expect(ipv4Prefix('10.1.0.6/30')).toEqual({
      address: '10.1.0.6',
      length: 30,
      network: '10.1.0.4',
      prefix: '10.1.0.4/30',
      broadcast: '10.1.0.7',
      mask: '255.255.255.252',
      wildcard: '0.0.0.3',
    });
  });

  test.each([
    ['0.0.0.0/0', '0.0.0.0/0', '0.0.0.0', '255.255.255.255'],
    ['255.255.255.255/32', '255.255.255.255/32', '255.255.255.255', '255.255.255.255'],
    ['192.168.121.101/24', '192.168.121.0/24', '255.255.255.0', '192.168.121.255'],
    ['10.0.0.1', '10.0.0.1/32', '255.255.255.255', '10.0.0.1'],
  ])('%s lies in %s', (text, prefix, mask, broadcast) => {
    expect(ipv4Prefix(text)).toMatchObject({ prefix, mask, broadcast });
  });

  test.each([undefined, '', 'true', '10.1.0', '10.1.0.256/24', '10.1.0.1/33', '2001:db8::1/64'])(
    'is not %s',
    (text) => {
      expect(ipv4Prefix(text)).toBeUndefined();
    },
  );
});
