import type { SFTPWrapper } from 'ssh2';
import { privateMember } from './private-member';

/**
 * Ends a file transfer with a status: without one `scp` takes the transfer for broken off. ssh2 keeps the means to send
 * it to itself; where that has changed, the transfer ends without.
 */
export function endSftp(sftp: SFTPWrapper): void {
  const protocol: unknown = privateMember(sftp, '_protocol');
  const outgoing: unknown = privateMember(sftp, 'outgoing');
  const send = privateMember(protocol, 'exitStatus');
  const channel = privateMember(outgoing, 'id');
  if (typeof send === 'function' && typeof channel === 'number') Reflect.apply(send, protocol, [channel, 0]);
  sftp.end();
}
