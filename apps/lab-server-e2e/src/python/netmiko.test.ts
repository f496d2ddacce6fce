import { describe, expect, test } from '@jest/globals';
import { endpoints, joinQueue, postLab } from '../support/wire';
import { startServerProcess, stateFolder } from '../support/server-process';
import { runPython, testPython } from './run-python';

// netmiko, the SSH library most network automation stands on, logs in to each platform. See run-python.ts.

const gated = testPython === '' ? describe.skip : describe;

const SCRIPT = `
import sys
from netmiko import ConnectHandler

device_type, host, port, user, password, command = sys.argv[1:]
with ConnectHandler(device_type=device_type, host=host, port=int(port), username=user, password=password) as device:
    device.enable() if device_type in ("cisco_ios", "arista_eos") else None
    print(device.find_prompt())
    print(device.send_command(command))
`;

const PLATFORMS = [
  { device: 'iosv', type: 'cisco_ios', command: 'show version', prompt: 'box#', says: 'Cisco IOS Software' },
  { device: 'eos', type: 'arista_eos', command: 'show version', prompt: 'box#', says: 'Arista' },
  { device: 'srlinux', type: 'nokia_srl', command: 'show version', prompt: 'A:box#', says: 'SR Linux' },
  { device: 'frr', type: 'linux', command: 'vtysh -c "show version"', prompt: 'box', says: 'FRRouting' },
  { device: 'linux', type: 'linux', command: 'uname -a', prompt: 'box', says: 'Linux box' },
] as const;

gated('netmiko', () => {
  test.each(PLATFORMS)(
    'logs in to $device as $type and runs $command',
    async ({ device, type, command, prompt, says }) => {
      await using folder = await stateFolder();
      await using server = await startServerProcess(folder.path);
      const session = await joinQueue(server.url);
      const answer = await postLab(
        server.url,
        session,
        `provider: clab\nnodes: {box: {device: ${device}}}\n`,
      );
      const [endpoint] = endpoints(answer);
      const [{ raw } = { raw: {} }] = (answer.body as { devices: { raw: Record<string, unknown> }[] })
        .devices;
      const login = [
        type,
        endpoint?.host,
        endpoint?.port,
        raw['ansible_user'],
        raw['ansible_ssh_pass'],
        command,
      ].map(String);
      const said = await runPython(['-c', SCRIPT, ...login], folder.path, {});
      expect(said).toContain(prompt);
      expect(said).toContain(says);
    },
    120_000,
  );
});
