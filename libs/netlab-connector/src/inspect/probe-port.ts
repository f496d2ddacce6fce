import { createConnection } from 'node:net';

/** Whether something accepts TCP connections there within so many milliseconds. */
export function probePort(host: string, port: number, withinMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host, port });
    const finish = (isOpen: boolean): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(isOpen);
    };
    const timer = setTimeout(() => finish(false), withinMs);
    socket.once('connect', () => finish(true));
    socket.once('error', () => finish(false));
  });
}
