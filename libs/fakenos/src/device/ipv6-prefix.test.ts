import { expect, test } from '@jest/globals';
import { ipv6Prefix, linkLocal } from './ipv6-prefix';

test.each([
  ['2001:DB8:0:0:0::1/64', '2001:db8::1', '2001:db8::/64'],
  ['2001:db8:1:2::1/63', '2001:db8:1:2::1', '2001:db8:1:2::/63'],
  ['2001:db8:1:3::1/63', '2001:db8:1:3::1', '2001:db8:1:2::/63'],
  ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1/128'],
  ['1:0:0:2:0:0:0:3/128', '1:0:0:2::3', '1:0:0:2::3/128'],
  ['::1/128', '::1', '::1/128'],
  ['2001:db8::1/0', '2001:db8::1', '::/0'],
])('%s is %s in %s', (text, address, prefix) => {
  expect(ipv6Prefix(text)).toMatchObject({ address, prefix });
});

test.each(['', '10.0.0.1/24', '1::2::3', '1:2:3', '12345::/64', '::/129', '1:2:3:4:5:6:7:8::', 'true'])(
  '%j is none',
  (text) => {
    expect(ipv6Prefix(text)).toBeUndefined();
  },
);

test('a link-local address is made of the MAC address', () => {
  expect(linkLocal('ca:f0:00:01:00:02')).toBe('fe80::c8f0:ff:fe01:2');
});
