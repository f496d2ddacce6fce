import type { BackendUnderTest } from '@remote-lab/lab-manager/contract';
import { connect } from 'node:net';
import { FakeNosBackend } from '../fakenos-backend';

/** A backend on the loopback interface, and a look at every port that its devices have ever announced. */
export function watchedBackend(): Promise<BackendUnderTest> {
  const ports = new Set<number>();
  const inner = new FakeNosBackend({ bindHost: '127.0.0.1' });
  const up = inner.up.bind(inner);
  inner.up = (order, call) =>
    up(order, {
      ...call,
      onOutput: (line) => {
        call.onOutput(line);
        const [, port] = /:(\d+) \(/.exec(line) ?? [];
        if (port !== undefined) ports.add(Number(port));
      },
    });
  return Promise.resolve({
    backend: inner,
    leftovers: async () => {
      const open = await Promise.all(
        [...ports].map(async (port) => ((await answers(port)) ? [`port ${port}`] : [])),
      );
      return open.flat();
    },
    [Symbol.asyncDispose]: () => {
      inner.abandon();
      return Promise.resolve();
    },
  });
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
