import { fork } from 'node:child_process';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { benchModel } from '../test-fixtures/bench-model';
import { connectSsh } from '../test-fixtures/ssh-client';
import { startFakeNetwork } from './start-fake-network';

const options = { model: benchModel(2), bind: '127.0.0.1' };

describe('RunningNetwork', () => {
  test('stop hangs up on whoever is logged in and ends the process', async () => {
    const network = await startFakeNetwork(options);
    await using client = await connectSsh({ port: network.devices[0]?.port ?? 0 });
    const shell = await client.shell();
    await shell.until('>');

    expect(await network.stop()).toMatchObject({ code: 0, signal: null });

    await shell.closed;
    expect(alive(network.pid)).toBe(false);
  });

  test('stop is idempotent', async () => {
    const network = await startFakeNetwork(options);

    const [first, second] = await Promise.all([network.stop(), network.stop()]);

    expect(second).toBe(first);
    expect(await network.stop()).toBe(first);
  });

  test('exited resolves when the process is killed from outside, and stop then has nothing to do', async () => {
    const network = await startFakeNetwork(options);

    process.kill(network.pid, 'SIGKILL');

    expect(await network.exited).toMatchObject({ code: null, signal: 'SIGKILL' });
    expect(await network.stop()).toMatchObject({ signal: 'SIGKILL' });
  });

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s leaves it running: the parent decides',
    async (signal) => {
      await using network = await startFakeNetwork(options);

      process.kill(network.pid, signal);

      await using client = await connectSsh({ port: network.devices[1]?.port ?? 0 });
      expect((await client.exec('show version')).status).toBe(0);
    },
  );

  test('a network that hangs is killed, and the logger is told', async () => {
    const warnings: string[] = [];
    const quiet = () => undefined;
    const logger = {
      debug: quiet,
      info: quiet,
      error: quiet,
      warn: (message: string) => warnings.push(message),
    };
    const network = await startFakeNetwork({ ...options, logger });
    process.kill(network.pid, 'SIGSTOP');

    expect(await network.stop()).toMatchObject({ signal: 'SIGKILL' });

    expect(warnings).toEqual([expect.stringContaining(`Network process ${network.pid} did not stop`)]);
  });

  test('kill -9 of the parent takes the network and its ports along', async () => {
    const parent = fork(join(__dirname, '../../dist/test-fixtures/network-parent.js'), { execArgv: [] });
    const [pid, port] = await new Promise<[number, number]>((resolve) => {
      parent.once('message', (message) => resolve(message as [number, number]));
    });
    await using client = await connectSsh({ port });
    const hungUp = new Promise<void>((resolve) => client.connection.once('close', () => resolve()));

    parent.kill('SIGKILL');

    await hungUp;
    await untilGone(pid);
    await expect(tcp(port)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** There is no event for the end of a process that is not a child of ours. */
async function untilGone(pid: number): Promise<void> {
  while (alive(pid)) await new Promise((resolve) => setTimeout(resolve, 5));
}

function tcp(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve();
    });
    socket.once('error', reject);
  });
}
