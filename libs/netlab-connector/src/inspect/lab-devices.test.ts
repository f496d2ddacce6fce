import { describe, expect, test } from '@jest/globals';
import { labDevices } from './lab-devices';

const vm = { device: 'iosv', ansible_connection: 'network_cli', ansible_host: '10.0.0.1', ansible_user: 'u' };
const container = {
  device: 'frr',
  ansible_connection: 'docker',
  ansible_host: 'clab-x-r1',
  mgmt: { ipv4: '10.0.0.2' },
};
const never = (): Promise<boolean> => Promise.reject(new Error('nobody was to be asked'));

describe('the devices of a lab', () => {
  test('come in their order, each with what netlab says of it', async () => {
    const devices = await labDevices({ r2: vm, r1: vm }, never);
    expect(devices.map(({ name, raw }) => [name, raw])).toEqual([
      ['r2', vm],
      ['r1', vm],
    ]);
    expect(devices[0]?.ssh).toMatchObject({ host: '10.0.0.1', user: 'u' });
  });

  test('that are containers have a login where an SSH server listens', async () => {
    const asked: unknown[] = [];
    const listens = (...place: unknown[]): Promise<boolean> => Promise.resolve(asked.push(place) > 0);
    expect((await labDevices({ r1: container }, listens))[0]?.ssh).toMatchObject({
      host: '10.0.0.2',
      user: 'root',
    });
    expect(asked).toEqual([['10.0.0.2', 22]]);
  });

  test('that are containers without one say so', async () => {
    const [device] = await labDevices({ r1: container }, () => Promise.resolve(false));
    expect(device?.ssh).toMatch(/^This node has no SSH: nothing listens on port 22 of 10\.0\.0\.2/);
  });

  test('without any address say so', async () => {
    expect((await labDevices({ r1: {} }, never))[0]?.ssh).toContain('no management address');
  });
});
