import { Client } from 'ssh2';
import type { SshTarget } from './ssh-exec';

/** Logs in with a terminal, types the lines one after the other, and resolves with all that was shown until the device hung up. */
export function sshShell(login: SshTarget, lines: readonly string[]): Promise<string> {
  const { host, port, user, password } = login;
  return new Promise((resolve, reject) => {
    const client = new Client();
    client.once('error', reject);
    client.once('ready', () => {
      client.shell((error, channel) => {
        if (error) return reject(error);
        let shown = '';
        channel.on('data', (bytes: Buffer) => (shown += bytes.toString()));
        channel.once('close', () => {
          client.end();
          resolve(shown);
        });
        channel.end(lines.map((line) => `${line}\r`).join(''));
      });
    });
    client.connect({ host, port, username: user, password });
    client.setNoDelay(true);
  });
}
