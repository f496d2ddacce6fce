import { expect, test } from '@jest/globals';
import { ipv4Contains, ipv4Number } from './ipv4-order';

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

test('what is no address counts as nothing', () => {
  expect(['', 'dhcp', '10.0.0', '10.0.0.256/24', '2001:db8::1'].map(ipv4Number)).toEqual([0, 0, 0, 0, 0]);
});
