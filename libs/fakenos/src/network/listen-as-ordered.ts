import { FakeNosError, messageOf } from '../errors';
import type { DeviceServer } from '../transport/device-access';

/** Where a device is to listen. */
export interface ListenOrder {
  /** The device's name, for messages. */
  readonly name: string;
  readonly bind: string;
  /** 0 for any free port. */
  readonly port: number;
  /** The one to take again if it is still free, where any would do. */
  readonly lastPort?: number | undefined;
}

/** Starts a server on the port it had last if that is still free, else on the one that is ordered. Rejects with `port_in_use` or `bind_failed`. */
export async function listenAsOrdered(
  { name, bind, port, lastPort }: ListenOrder,
  start: (port: number) => Promise<DeviceServer>,
): Promise<DeviceServer> {
  if (port === 0 && lastPort !== undefined) {
    try {
      return await start(lastPort);
    } catch (error) {
      if (!isTaken(error)) throw cannotListen(name, bind, lastPort, error);
    }
  }
  try {
    return await start(port);
  } catch (error) {
    throw cannotListen(name, bind, port, error);
  }
}

function isTaken(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'EADDRINUSE';
}

function cannotListen(name: string, bind: string, port: number, error: unknown): FakeNosError {
  const where = `${bind} port ${port === 0 ? '(any)' : port}`;
  if (!isTaken(error)) {
    const message = `${name} cannot listen on ${where}: ${messageOf(error)}`;
    return new FakeNosError('bind_failed', message, { cause: error });
  }
  const message = `${name} cannot listen on ${where}: another program does. End that program, or give ${name} another port, or auto.`;
  return new FakeNosError('port_in_use', message, { cause: error });
}
