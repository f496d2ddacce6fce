import { RemoteLabError } from './errors';

/** What may stand in a header, without blanks. */
const HEADER_TEXT = /^[\x21-\x7e]+$/;

/**
 * A secret from the option, else from the environment; empty counts as absent.
 * @throws RemoteLabError `invalid_option`, which does not repeat the secret
 */
export function secretText(
  name: string,
  option: unknown,
  variable: string,
  value: string | undefined,
): string | undefined {
  const [secret, source] = option === undefined || option === '' ? [value, variable] : [option, name];
  if (secret === undefined) return undefined;
  if (typeof secret === 'string' && HEADER_TEXT.test(secret)) return secret;
  throw new RemoteLabError(
    'invalid_option',
    `${source} must be a text without blanks, line breaks or other characters that no header may have.`,
  );
}

/**
 * The token for the `Authorization` header.
 * @throws RemoteLabError `invalid_option` when it is malformed, or the address has a user name and password as well
 */
export function bearerToken(option: unknown, variable: string | undefined, baseUrl: URL): string | undefined {
  const token = secretText('token', option, 'REMOTE_LAB_TOKEN', variable);
  if (token !== undefined && baseUrl.username !== '')
    throw new RemoteLabError(
      'invalid_option',
      'A request has one Authorization: give token (REMOTE_LAB_TOKEN), or a user name in the address, not both.',
    );
  return token;
}
