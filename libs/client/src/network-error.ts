import { RemoteLabError } from './errors';
import { propertyOf } from './http-answer';
import { messageOf } from './message-of';

const ADVICE: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there. Is lab-server running, and are host and port right?',
  ENOTFOUND: 'the host name is unknown. Is the address right, and the VPN up?',
  EAI_AGAIN: 'the host name cannot be looked up now. Is the name server reachable, and the VPN up?',
  EHOSTUNREACH: 'there is no way to the host. Is the VPN up?',
  ENETUNREACH: 'there is no way to the network. Is the VPN up?',
  ETIMEDOUT: 'the host does not react. Is the VPN up, and does a firewall let the port through?',
  ECONNRESET: 'the connection broke before the answer came. Did the server, or a proxy on the way, stop?',
  EPIPE: 'the connection broke while sending. Did the server, or a proxy on the way, stop?',
  EPROTO: 'it does not speak TLS. Should the address begin with http:// instead of https://?',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed. Point NODE_EXTRA_CA_CERTS to it.',
  SELF_SIGNED_CERT_IN_CHAIN:
    'its certificate is from an authority unknown here. Point NODE_EXTRA_CA_CERTS to it.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'its certificate is from an authority unknown here. Point NODE_EXTRA_CA_CERTS to it.',
};

/** Tells why there was no answer from `where`, and what to check. */
export function networkError(error: unknown, where: string): RemoteLabError {
  const property = propertyOf(error, 'code');
  const code = typeof property === 'string' ? property : '';
  const advice =
    ADVICE[code] ??
    (code.startsWith('HPE_')
      ? 'what answers there does not speak HTTP. Is the port right?'
      : `${messageOf(error)}. Is the address right?`);
  // An axios error carries the request with its headers: hundreds of lines, and the session's id, in every log.
  const cause = propertyOf(error, 'isAxiosError') === true ? propertyOf(error, 'cause') : error;
  return new RemoteLabError('server_unreachable', `No answer from ${where}: ${advice}`, { cause });
}
