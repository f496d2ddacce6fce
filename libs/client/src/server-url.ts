import { RemoteLabError } from './errors';
import { invalidOption } from './invalid-option';

/**
 * The base that every path is appended to, without a slash at its end.
 * @throws RemoteLabError `invalid_option` when there is none, or it is not an http(s) address
 */
export function serverUrl(option: unknown, variable: string | undefined): URL {
  const [text, source] =
    option === undefined || option === '' ? [variable, 'REMOTE_LAB_URL'] : [option, 'baseUrl'];
  if (text === undefined)
    throw new RemoteLabError(
      'invalid_option',
      'Where is the lab server? Give baseUrl, or set REMOTE_LAB_URL, such as http://lab-host:8000.',
    );
  const url = typeof text === 'string' && URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol))
    throw invalidOption(source, 'an address such as http://lab-host:8000', text);
  if (url.search !== '' || url.hash !== '')
    throw new RemoteLabError('invalid_option', `${source} must end with its path: nothing after ? or #.`);
  url.pathname = url.pathname.replace(/\/+$/, '');
  return url;
}

/** The address as it may be shown: without user name and password. */
export function shownUrl(url: URL): string {
  const shown = new URL(url);
  shown.username = '';
  shown.password = '';
  return shown.href.replace(/\/$/, '');
}
