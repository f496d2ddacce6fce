import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import ssh2 from 'ssh2';

const { Blob, FormData } = globalThis;

/**
 * Runs docker to its end.
 *
 * @param {string[]} args
 * @returns {Promise<{ code: number, output: string }>} both streams together
 */
export async function docker(...args) {
  const child = spawn('docker', args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const [code] = await once(child, 'close');
  return { code, output: output.trim() };
}

/** A container of lab-server; disposing of it removes it. */
export class ServerContainer {
  constructor(name, url) {
    this.name = name;
    this.url = url;
  }

  /**
   * Starts one in the network of this machine.
   *
   * @param {{ image: string, name: string, port: number, args: string[], environment: Record<string, string> }} order
   */
  static async start({ image, name, port, args, environment }) {
    const settings = { REMOTE_LAB_HOST: '127.0.0.1', REMOTE_LAB_PORT: String(port), ...environment };
    const flags = Object.entries(settings).flatMap(([key, value]) => ['--env', `${key}=${value}`]);
    const { code, output } = await docker(
      ...['run', '--detach', '--name', name, '--network', 'host', ...args, ...flags, image],
    );
    if (code !== 0) throw new Error(output);
    return new ServerContainer(name, `http://127.0.0.1:${port}`);
  }

  /** Waits until it is ready for work. */
  async ready() {
    for (let left = 200; left > 0; left -= 1) {
      const answer = await fetch(`${this.url}/readyz`).catch(() => undefined);
      if (answer?.ok) return;
      await setTimeout(100);
    }
    throw new Error(`${this.name} does not get ready:\n${await this.log()}`);
  }

  /** Its exit code, once it has ended. */
  async exit() {
    return Number((await docker('wait', this.name)).output);
  }

  async log() {
    return (await docker('logs', this.name)).output;
  }

  async [Symbol.asyncDispose]() {
    await docker('stop', '--time', '90', this.name);
    await docker('rm', '--force', '--volumes', this.name);
  }
}

/** One request; the answer as far as it is JSON. */
export async function ask(url, method, path, session, body) {
  const headers = session === undefined ? {} : { 'X-Session-ID': session };
  const response = await fetch(url + path, { method, headers, body });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}

/** Joins an empty queue and gets a lab of this topology. */
export async function openLab(url, topology) {
  const { session_id: session } = await ask(url, 'POST', '/session');
  const form = new FormData();
  form.append('topology', new Blob([topology]), 'lab.yml');
  const { devices } = await ask(url, 'POST', '/lab', session, form);
  return { session, devices: devices.map(({ raw }) => raw) };
}

/** Logs in with a password, runs one command, and gives back what it prints. */
export async function overSsh({ host, port, username, password }, command) {
  const client = new ssh2.Client().connect({ host, port, username, password });
  try {
    await once(client, 'ready');
    return await new Promise((resolve, reject) => {
      client.exec(command, (error, channel) => {
        if (error) return reject(error);
        let text = '';
        channel.on('data', (chunk) => (text += chunk)).on('close', () => resolve(text));
      });
    });
  } finally {
    client.end();
  }
}
