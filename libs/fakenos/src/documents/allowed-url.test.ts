import { expect, test } from '@jest/globals';
import { isAllowedUrl } from './allowed-url';

test.each([
  ['https://git.example.org/labs/a.yml', ['https://git.example.org/labs/'], true],
  ['https://git.example.org/labs/a.yml', ['https://git.example.org/labs'], true],
  ['https://git.example.org/labs', ['https://git.example.org/labs'], true],
  ['https://git.example.org/anything?x=1', ['https://git.example.org'], true],
  ['https://GIT.example.org:443/labs/a.yml', ['https://git.example.org/labs/'], true],
  ['https://git.example.org/labs-of-others/a.yml', ['https://git.example.org/labs'], false],
  ['https://git.example.org.evil.net/labs/a.yml', ['https://git.example.org'], false],
  ['http://git.example.org/labs/a.yml', ['https://git.example.org/labs/'], false],
  ['https://git.example.org:8443/labs/a.yml', ['https://git.example.org/labs/'], false],
  ['https://git.example.org/labs/../secret.yml', ['https://git.example.org/labs/'], false],
  ['https://git.example.org/labs/%2e%2e/secret.yml', ['https://git.example.org/labs/'], false],
  ['https://git.example.org/labs/..%2fsecret.yml', ['https://git.example.org/labs/'], false],
  ['https://git.example.org/labs/%252e%252e/secret.yml', ['https://git.example.org/labs/'], false],
  ['https://git.example.org/labs/..%252fsecret.yml', ['https://git.example.org/labs/'], false],
  ['https://git.example.org/labs/..;/secret.yml', ['https://git.example.org/labs/'], false],
  ['https://git.example.org/labs/%2e%2e;x/secret.yml', ['https://git.example.org/labs/'], false],
  ['https://git.example.org/labs/100%25..yml', ['https://git.example.org/labs/'], true],
  ['https://git.example.org/labs/a.yml', [], false],
  ['https://git.example.org/labs/a.yml', ['nonsense', 'data:text/plain,x'], false],
])('%s within %j: %s', (url, beginnings, allowed) => {
  expect(isAllowedUrl(new URL(url), beginnings)).toBe(allowed);
});
