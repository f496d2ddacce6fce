import type { SFTPWrapper } from 'ssh2';

/**
 * Ends a file transfer with a status: without one `scp` takes the transfer for broken off. ssh2 keeps the means to send
 * it to itself; where that has changed, the transfer ends without.
 */
export function endSftp(sftp: SFTPWrapper): void {
  const protocol: unknown = Reflect.get(sftp, '_protocol');
  const outgoing: unknown = Reflect.get(sftp, 'outgoing');
  const send = memberOf(protocol, 'exitStatus');
  const channel = memberOf(outgoing, 'id');
  if (typeof send === 'function' && typeof channel === 'number') Reflect.apply(send, protocol, [channel, 0]);
  sftp.end();
}

function memberOf(object: unknown, name: string): unknown {
  return typeof object === 'object' && object !== null ? Reflect.get(object, name) : undefined;
}
