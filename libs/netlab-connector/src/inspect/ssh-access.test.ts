import { describe, expect, test } from '@jest/globals';
import { sshLogin, sshPlace } from './ssh-access';

const eos = {
  device: 'eos',
  ansible_connection: 'network_cli',
  ansible_host: '192.168.121.101',
  ansible_network_os: 'eos',
  ansible_user: 'admin',
  ansible_ssh_pass: 'secret',
  mgmt: { ipv4: '192.168.121.101' },
};
const frr = {
  device: 'frr',
  ansible_connection: 'docker',
  ansible_host: 'clab-lab1-r1',
  ansible_network_os: 'frr',
  ansible_user: 'root',
  mgmt: { ipv4: '192.168.121.102', ipv6: 'fd00::2' },
};

describe('where to log in', () => {
  test.each([
    ['the host that netlab gives', eos, { host: '192.168.121.101', port: 22, isCertain: true }],
    ['its port', { ...eos, ansible_port: 2001 }, { port: 2001 }],
    ['a port that is written as text', { ...eos, ansible_port: '2022' }, { port: 2022 }],
    ['the usual port for what is none', { ...eos, ansible_port: 70000 }, { port: 22 }],
    ['the usual port for another nonsense', { ...eos, ansible_port: 'ssh' }, { port: 22 }],
    ['the management address without a host', { ...eos, ansible_host: '' }, { host: '192.168.121.101' }],
    ['of a container its address, and only perhaps', frr, { host: '192.168.121.102', isCertain: false }],
    [
      'of a container of the other spelling',
      { ...frr, ansible_connection: 'community.docker.docker' },
      { isCertain: false },
    ],
    ['IPv6 where that is all', { ...frr, mgmt: { ipv6: 'fd00::2' } }, { host: 'fd00::2' }],
  ])('%s', (_words, raw, expected) => {
    expect(sshPlace(raw)).toMatchObject(expected);
  });

  test.each([{ ...frr, mgmt: {} }, { ...frr, mgmt: undefined }, {}])('is nowhere for %j', (raw) => {
    expect(sshPlace(raw)).toContain('no management address');
  });
});

describe('the login', () => {
  const place = { host: 'h', port: 22, isCertain: true };

  test('is what netlab gives, the platform as netmiko names it', () => {
    expect(sshLogin(eos, place)).toEqual({
      host: 'h',
      port: 22,
      user: 'admin',
      password: 'secret',
      platform: 'arista_eos',
    });
  });

  test.each([
    [{ ...eos, ansible_ssh_pass: undefined, ansible_password: 'other' }, { password: 'other' }],
    [
      { ...eos, ansible_ssh_pass: 1234, ansible_user: 5 },
      { password: '1234', user: '5' },
    ],
    [{ device: 'frr' }, { user: 'root' }],
  ])('of %j', (raw, expected) => {
    expect(sshLogin(raw, place)).toMatchObject(expected);
  });

  test('has no password where none is known', () => {
    expect(sshLogin(frr, place)).not.toHaveProperty('password');
  });
});
