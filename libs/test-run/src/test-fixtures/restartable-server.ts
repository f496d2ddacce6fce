import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { findLabServer } from '../private-server/find-lab-server';
import { readLogLine } from '../private-server/read-log-line';
import { type TempFolder, tempFolder } from './temp-folder';

/** A lab server with fake devices that keeps its queue, and can be killed and started again at the same address. */
export class RestartableServer implements AsyncDisposable {
  private constructor(
    private readonly state: TempFolder,
    private child: ChildProcess,
    readonly url: string,
  ) {}

  static async start(): Promise<RestartableServer> {
    const state = await tempFolder();
    const { child, url } = await launch(state.path, '0');
    return new RestartableServer(state, child, url);
  }

  async kill(): Promise<void> {
    const exit = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await exit;
  }

  async startAgain(): Promise<void> {
    ({ child: this.child } = await launch(this.state.path, new URL(this.url).port));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
    await this.state[Symbol.asyncDispose]();
  }
}

async function launch(stateDir: string, port: string) {
  const program = await findLabServer(__dirname);
  const options = ['--host', '127.0.0.1', '--port', port, '--state-dir', stateDir, '--log-format', 'json'];
  const fake = ['--backend', 'fakenos', '--topology-reader', 'builtin'];
  const child = spawn(process.execPath, [program, ...options, ...fake], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let url = '';
  for await (const line of createInterface({ input: child.stdout })) {
    const entry = readLogLine(line);
    url = entry.url ?? url;
    if (entry.ready) break;
  }
  // Its log goes on, and must have somewhere to go.
  child.stdout.resume();
  return { child, url };
}
