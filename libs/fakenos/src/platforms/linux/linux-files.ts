import type { FakeDevice } from '../../device/fake-device';
import { ipv4Prefix } from '../../device/ipv4-prefix';

/** What can be read with `cat`, by path. */
export type LinuxFiles = Readonly<Record<string, (device: FakeDevice) => string>>;

/** Files that every Linux has; the distribution is the one that `uname` names. */
export const linuxFiles: LinuxFiles = {
  '/etc/hostname': ({ name }) => name,
  '/etc/hosts': hosts,
  '/etc/os-release': () =>
    [
      'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"',
      'NAME="Debian GNU/Linux"',
      'VERSION_ID="12"',
      'VERSION="12 (bookworm)"',
      'VERSION_CODENAME=bookworm',
      'ID=debian',
    ].join('\n'),
  '/proc/uptime': (device) => `${(device.uptimeMs() / 1000).toFixed(2)} 0.00`,
};

function hosts({ name, interfaces }: FakeDevice): string {
  const addresses = interfaces
    .filter(({ kind }) => kind !== 'mgmt')
    .flatMap((one) => {
      const address = ipv4Prefix(one.ipv4)?.address;
      return address === undefined ? [] : [{ address, label: `${one.name.replaceAll('/', '-')}.${name}` }];
    });
  return [
    '127.0.0.1 localhost',
    `127.0.1.1 ${name}`,
    ...addresses.map(({ address, label }) => `${address} ${label}`),
  ].join('\n');
}
