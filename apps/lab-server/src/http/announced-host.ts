import type { Request } from 'express';

import type { Broker } from '../broker';
import type { Announcement } from './routes/device-dtos';
import type { HttpContext } from './services';

/** How this host is announced to this client: as the operator said, else as the client knows it. */
export function announcedHost(
  request: Request,
  { advertiseHost }: Pick<HttpContext, 'advertiseHost'>,
): string {
  return advertiseHost ?? clientAddress(request);
}

/** What to make of the running lab's devices for this client. */
export function announcement(
  request: Request,
  context: Pick<HttpContext, 'advertiseHost'>,
  broker: Broker,
): Announcement {
  return { from: broker.announcedHost(), to: announcedHost(request, context) };
}

/** The address at which the client reached this server; devices that listen here are announced under it. */
function clientAddress(request: Request): string {
  const address = request.socket.localAddress ?? '127.0.0.1';
  return address.startsWith('::ffff:') ? address.slice('::ffff:'.length) : address;
}
