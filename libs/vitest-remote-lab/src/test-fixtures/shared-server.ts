import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

const SERVER = path.resolve(__dirname, '../../../../apps/lab-server/bin/lab-server.js');

/** A lab server on a free port of loopback, as several runs would share it. */
export interface SharedServer extends AsyncDisposable {
  readonly url: string;
  /** Whether nobody has the lab host. */
  isFree(): Promise<boolean>;
}

/** Starts one. */
export async function sharedServer(): Promise<SharedServer> {
  const args = [
    '--ephemeral',
    '--host',
    '127.0.0.1',
    '--port',
    '0',
    '--backend',
    'fakenos',
    '--log-format',
    'json',
  ];
  const child = spawn(process.execPath, [SERVER, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const url = await new Promise<string>((resolve, reject) => {
    let listening: string | undefined;
    createInterface({ input: child.stdout }).on('line', (line) => {
      listening ??= /"url":"(http[^"]+)"/.exec(line)?.[1];
      if (listening !== undefined && line.includes('"ready"')) resolve(listening);
    });
    child.once('exit', () => reject(new Error('The lab server did not start.')));
  });
  return {
    url,
    isFree: async () => (await fetch(`${url}/active-session`)).status === 404,
    async [Symbol.asyncDispose]() {
      child.stdin.end();
      await exited;
    },
  };
}
