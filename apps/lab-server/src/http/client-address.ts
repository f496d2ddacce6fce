import type { Request } from 'express';

/** The address at which the client reached this server; devices that listen here are announced under it. */
export function clientAddress(request: Request): string {
  const address = request.socket.localAddress ?? '127.0.0.1';
  return address.startsWith('::ffff:') ? address.slice('::ffff:'.length) : address;
}
