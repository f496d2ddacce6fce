import { expect, test } from '@jest/globals';
import { deviceDtos } from './device-dtos';

const fake = {
  name: 'r1',
  raw: { ansible_host: '127.0.0.1', ansible_port: 4001, mgmt: { ifname: 'eth0', ipv4: '127.0.0.1' } },
};
const real = { name: 'r2', raw: { ansible_host: '192.168.121.102', mgmt: { ipv4: '192.168.121.102' } } };

test('devices that listen on this host are announced as this client knows the host', () => {
  expect(deviceDtos([fake], { from: '127.0.0.1', to: '198.51.100.7' })).toEqual([
    {
      name: 'r1',
      raw: {
        ansible_host: '198.51.100.7',
        ansible_port: 4001,
        mgmt: { ifname: 'eth0', ipv4: '198.51.100.7' },
      },
    },
  ]);
});

test('devices with addresses of their own keep them', () => {
  expect(deviceDtos([real], { from: '127.0.0.1', to: '198.51.100.7' })).toEqual([real]);
});
