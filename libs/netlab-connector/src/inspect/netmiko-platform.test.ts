import { describe, expect, test } from '@jest/globals';
import { netmikoPlatform } from '@remote-lab/protocol';
import { deviceType, knownDevices } from '@remote-lab/topology';

describe('netmikoPlatform', () => {
  test('tells devices that share an operating system for Ansible apart by their type', () => {
    expect(netmikoPlatform('sonic', 'frr')).toBe('dell_sonic');
    expect(netmikoPlatform('bird', 'linux')).toBe('linux');
    expect(netmikoPlatform('csr', 'ios')).toBe('cisco_ios');
  });

  test('knows every device of netlab but the dummy', () => {
    const unknown = knownDevices.filter(
      (name) => netmikoPlatform(name, deviceType(name)?.networkOs) === 'generic',
    );
    expect(unknown).toEqual(['none']);
  });

  test.each(['constructor', 'nosuchbox', ''])('calls what it does not know generic: %j', (name) => {
    expect(netmikoPlatform(name, undefined)).toBe('generic');
  });
});
