import { connect } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { benchModel } from '../test-fixtures/bench-model';
import { connectSsh } from '../test-fixtures/ssh-client';
import { startFakeNetwork } from './start-fake-network';

describe('startFakeNetwork', () => {
  test('every node answers over SSH as soon as it resolves', async () => {
    await using network = await startFakeNetwork({ model: benchModel(3), bind: '127.0.0.1' });

    const prompts = await Promise.all(
      network.devices.map(async ({ port }) => {
        await using client = await connectSsh({ port });
        const shell = await client.shell();
        return await shell.until('>');
      }),
    );

    expect(prompts.map((prompt) => prompt.trim())).toEqual(['r1>', 'r2>', 'r3>']);
  });

  test('reports each device as it begins to listen', async () => {
    const lines: string[] = [];
    await using network = await startFakeNetwork({
      model: benchModel(2),
      bind: '127.0.0.1',
      onOutput: (line) => lines.push(line),
    });

    const ports = network.devices.map(({ port }) => port);
    expect(lines).toEqual([
      `r1 (Cisco IOS) listening on 127.0.0.1:${ports[0]} (1 of 2)`,
      `r2 (Cisco IOS) listening on 127.0.0.1:${ports[1]} (2 of 2)`,
    ]);
  });

  test('uses the logins and the nodes it is told', async () => {
    await using network = await startFakeNetwork({
      model: benchModel(2),
      bind: '127.0.0.1',
      include: ({ name }) => name === 'r2',
      loginOf: ({ name }) => ({ username: 'lab', password: `of ${name}` }),
    });

    const [device] = network.devices;
    expect(network.devices).toHaveLength(1);
    expect(device).toMatchObject({ name: 'r2', username: 'lab', password: 'of r2', platform: 'cisco_ios' });
    await using client = await connectSsh({ port: device?.port ?? 0, username: 'lab', password: 'of r2' });
    expect((await client.exec('show version')).status).toBe(0);
  });

  test('a taken port is refused with the node and the port, and nothing is left', async () => {
    await using first = await startFakeNetwork({ model: benchModel(1), bind: '127.0.0.1' });
    const taken = first.devices[0]?.port ?? 0;
    const lines: string[] = [];

    const second = startFakeNetwork({
      model: benchModel(120),
      bind: '127.0.0.1',
      portOf: ({ name }) => (name === 'r120' ? taken : 0),
      onOutput: (line) => lines.push(line),
    });

    await expect(second).rejects.toMatchObject({
      code: 'port_in_use',
      message: expect.stringContaining(`r120 cannot listen on 127.0.0.1 port ${taken}`),
    });
    const port = Number(/:(\d+) /.exec(lines[0] ?? '')?.[1]);
    await expect(tcp(port)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  test('a device type without a fake platform is refused', async () => {
    const model = benchModel(1);
    const nodes = model.nodes.map((node) => ({ ...node, device: 'abacus' }));

    await expect(startFakeNetwork({ model: { ...model, nodes }, bind: '127.0.0.1' })).rejects.toMatchObject({
      code: 'unsupported_device',
    });
  });

  test('an abort before the start rejects with its reason', async () => {
    const reason = new Error('changed my mind');
    const start = startFakeNetwork({ model: benchModel(1), bind: '127.0.0.1' }, AbortSignal.abort(reason));

    await expect(start).rejects.toBe(reason);
  });

  test('an abort while starting rejects with its reason and leaves no device', async () => {
    const abort = new AbortController();
    const lines: string[] = [];
    const start = startFakeNetwork(
      {
        model: benchModel(500),
        bind: '127.0.0.1',
        onOutput: (line) => {
          lines.push(line);
          abort.abort(new Error('changed my mind'));
        },
      },
      abort.signal,
    );

    await expect(start).rejects.toThrow('changed my mind');
    const port = Number(/:(\d+) /.exec(lines[0] ?? '')?.[1]);
    await expect(tcp(port)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});

function tcp(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve();
    });
    socket.once('error', reject);
  });
}
