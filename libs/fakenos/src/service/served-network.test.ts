import { spawn } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { silentLogger } from '../logger';
import { NetworkChild } from '../network/network-child';
import { RunningNetwork } from '../network/running-network';
import { benchModel } from '../test-fixtures/bench-model';
import { ServedNetwork } from './served-network';

const plan = {
  order: { model: benchModel(0), bind: '127.0.0.1', nodes: [] },
  platformOf: new Map<string, string>(),
  notices: [],
};

/** A network whose process runs this script. */
function served(script: string): ServedNetwork {
  const child = new NetworkChild(
    spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] }),
    () => undefined,
  );
  const running = new RunningNetwork(child, child.pid ?? 0, [], silentLogger);
  return new ServedNetwork('lab', plan, running, { now: () => 0, answerDeadlineMs: 20 });
}

describe('ServedNetwork', () => {
  test('a question that its process never answers is given up', async () => {
    const network = served(`process.on('message', () => undefined);`);
    await expect(network.ask('getSessions', {})).rejects.toMatchObject({
      code: 'network_not_running',
      message: 'The network lab does not run: it has not answered for 0.02 s. Restart it.',
    });
    network.running.kill();
    await network.running.exited;
  });

  test('a question during which its process ends is answered with how it ended', async () => {
    const network = served(`process.on('message', () => process.exit(7));`);
    const slow = new ServedNetwork('lab', plan, network.running, { now: () => 0 });
    await expect(slow.ask('getSessions', {})).rejects.toMatchObject({
      code: 'network_not_running',
      message: expect.stringContaining('ended with status 7'),
    });
    expect(await slow.details()).toMatchObject({ alive: false, status: 'dead' });
  });
});
