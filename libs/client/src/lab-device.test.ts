import { describe, expect, test } from '@jest/globals';
import { LabDevice } from './lab-device';

const FAKE = {
  ansible_host: '10.0.0.5',
  ansible_port: 2201,
  ansible_user: 'admin',
  ansible_ssh_pass: 'pw',
  ansible_network_os: 'srlinux',
  mgmt: { ipv4: '10.0.0.5' },
};
const FRR_CONTAINER = {
  ansible_connection: 'docker',
  ansible_host: 'clab-lab-r1',
  ansible_network_os: 'frr',
  ansible_user: 'root',
  mgmt: { ipv4: '192.168.121.101' },
};

function device(raw: Record<string, unknown>): LabDevice {
  return new LabDevice({ name: 'r1', raw });
}

describe('a device', () => {
  test('says how to log in', () => {
    const { host, port, user, password, platform } = device(FAKE);
    expect([host, port, user, password, platform]).toEqual(['10.0.0.5', 2201, 'admin', 'pw', 'nokia_srl']);
  });

  test('listens on port 22 unless told otherwise, and may say the port as text', () => {
    expect(device({}).port).toBe(22);
    expect(device({ ansible_port: '2022' }).port).toBe(2022);
    expect(() => device({ ansible_port: 'ssh' }).port).toThrow('Device r1 has no usable ansible_port.');
  });

  test('that is a plain container is found by its management address, not by its name', () => {
    expect(device(FRR_CONTAINER).host).toBe('192.168.121.101');
    expect(device({ mgmt: { ipv6: '2001:db8::1' } }).host).toBe('2001:db8::1');
  });

  test('logs in as the server says, where it does', () => {
    const ssh = { host: '192.168.121.101', port: 22, user: 'admin', password: 'admin', platform: 'linux' };
    const { host, port, user, password, platform } = new LabDevice({ name: 'r1', raw: FRR_CONTAINER, ssh });
    expect([host, port, user, password, platform]).toEqual(Object.values(ssh));
  });

  test('that nobody can log in to says so with the words of the server', () => {
    const reason = 'This node has no SSH: nothing listens there.';
    const mute = new LabDevice({ name: 'r1', raw: FRR_CONTAINER, ssh: null, ssh_reason: reason });
    expect(() => mute.host).toThrow(`Device r1 has no SSH. ${reason}`);
    expect(() => mute.password).toThrow(reason);
  });

  test('that lacks what SSH needs says what, and why', () => {
    expect(() => device(FRR_CONTAINER).password).toThrow(
      'Device r1 has no password (ansible_ssh_pass). It is a container that is entered with "docker exec"',
    );
    expect(() => device({ mgmt: null }).host).toThrow('Device r1 has no address (ansible_host, mgmt.ipv4).');
    expect(() => device({ ansible_user: '' }).user).toThrow('Device r1 has no user name (ansible_user).');
  });

  test.each([
    [{ ansible_network_os: 'ios', netlab_device_type: 'iol' }, 'cisco_ios'],
    [{ ansible_network_os: 'cisco.ios.ios' }, 'cisco_ios'],
    [{ ansible_network_os: 'eos' }, 'arista_eos'],
    [{ ansible_network_os: 'frr' }, 'linux'],
    [{ ansible_network_os: 'junos', netlab_device_type: 'vptx' }, 'juniper_junos'],
    [{ ansible_network_os: 'cisco_xr' }, 'cisco_xr'],
    [{ device: 'iosv' }, 'cisco_ios'],
    [{ ansible_network_os: 'constructor' }, undefined],
    [{}, undefined],
  ])('with %j is called %s by netmiko', (raw, name) => {
    expect(device(raw).platform).toBe(name);
  });
});
