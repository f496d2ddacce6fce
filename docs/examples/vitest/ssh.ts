import type { LabDevice } from '@remote-lab/client';
import { Client } from 'ssh2';

/** Logs in to a device, runs one command, and resolves with what the device printed. */
export function ask({ host, port, user, password }: LabDevice, command: string): Promise<string> {
  const ssh = new Client();
  return new Promise<string>((resolve, reject) => {
    ssh.once('error', reject);
    ssh.once('ready', () => {
      ssh.exec(command, (error, channel) => {
        if (error) return reject(error);
        let text = '';
        channel.on('data', (chunk: Buffer) => (text += chunk.toString()));
        channel.once('close', () => resolve(text));
      });
    });
    ssh.connect({ host, port, username: user, password });
  }).finally(() => ssh.end());
}
