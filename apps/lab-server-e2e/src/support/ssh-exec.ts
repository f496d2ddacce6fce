import { Client } from 'ssh2';

/** Where and as whom to log in. */
export interface SshTarget {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
}

/** Logs in with a real SSH client, runs one command, and reads its output and exit status. */
export function sshExec(
  target: SshTarget,
  command: string,
): Promise<{ readonly text: string; readonly status: number | null }> {
  const client = new Client();
  return new Promise<{ text: string; status: number | null }>((resolve, reject) => {
    client
      .on('error', reject)
      .on('ready', () => {
        client.exec(command, (error, channel) => {
          if (error !== undefined) return reject(error);
          const chunks: Buffer[] = [];
          let status: number | null = null;
          channel.on('data', (chunk: Buffer) => chunks.push(chunk));
          channel.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
          channel.on('exit', (code: number | null) => (status = code));
          channel.on('close', () => resolve({ text: Buffer.concat(chunks).toString('utf8'), status }));
        });
      })
      .connect({ host: target.host, port: target.port, username: target.user, password: target.password });
  }).finally(() => client.end());
}
