import { createConnection } from 'node:net';
import { errorCode } from './error-code';
import { withSocketAddress } from './socket-address';

/** `listening`: a process has it open; `dead`: none has, or there is no such file; `unknown`: the system does not say. */
export type SocketState = 'listening' | 'dead' | 'unknown';

/** Asks the system whether any process, in whatever container on this machine, listens on a Unix socket; Linux only. */
export function askSocket(folder: string, name: string): Promise<SocketState> {
  return withSocketAddress(
    folder,
    name,
    (path) =>
      new Promise<SocketState>((resolve) => {
        // The kernel answers, so an owner that is stopped or busy counts as listening too.
        const connection = createConnection({ path });
        connection.once('error', (error) => resolve(stateOf(errorCode(error))));
        connection.once('connect', () => {
          connection.destroy();
          resolve('listening');
        });
      }),
  );
}

function stateOf(code: unknown): SocketState {
  if (code === 'ECONNREFUSED' || code === 'ENOENT') return 'dead';
  // So many wait to be accepted that no more are taken.
  return code === 'EAGAIN' ? 'listening' : 'unknown';
}
