import type { FakeDevice } from '../../device/fake-device';

/** The release that the devices run. */
export const FRR_VERSION = '10.5.3';

/** What `vtysh` says first. */
export const greeting = [
  '',
  `Hello, this is FRRouting (version ${FRR_VERSION}).`,
  'Copyright 1996-2005 Kunihiro Ishiguro, et al.',
  '',
].join('\n');

/** `show version`. */
export function showVersion({ name }: FakeDevice): string {
  return [
    `FRRouting ${FRR_VERSION} (${name}) on Linux(6.1.0-28-amd64).`,
    'Copyright 1996-2005 Kunihiro Ishiguro, et al.',
    'configured with:',
    "    '--prefix=/usr' '--sysconfdir=/etc' '--localstatedir=/var' '--enable-vtysh'",
  ].join('\n');
}
