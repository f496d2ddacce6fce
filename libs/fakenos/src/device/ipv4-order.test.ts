import { expect, test } from '@jest/globals';
import { compareIpv4, ipv4Contains, ipv4Number } from './ipv4-order';

test('prefixes sort by number, the shorter one first', () => {
  const prefixes = [
    '172.16.0.0/24',
    '10.1.0.4/30',
    '10.0.0.10/32',
    '10.1.0.0/30',
    '10.0.0.9/32',
    '10.1.0.0/16',
  ];
  expect(prefixes.sort(compareIpv4)).toEqual([
    '10.0.0.9/32',
    '10.0.0.10/32',
    '10.1.0.0/16',
    '10.1.0.0/30',
    '10.1.0.4/30',
    '172.16.0.0/24',
  ]);
});

test('a prefix contains addresses and longer prefixes, never a shorter one', () => {
  expect(ipv4Contains('10.1.0.0/16', '10.1.2.3')).toBe(true);
  expect(ipv4Contains('10.1.0.0/16', '10.1.0.4/30')).toBe(true);
  expect(ipv4Contains('10.1.0.0/16', '10.0.0.0/8')).toBe(false);
  expect(ipv4Contains('10.1.0.0/16', '10.2.0.1')).toBe(false);
  expect(ipv4Contains('10.1.0.0/16', 'dhcp')).toBe(false);
});

test('the highest address is a number, not a negative one', () => {
  expect(ipv4Number('255.255.255.255')).toBe(2 ** 32 - 1);
});
