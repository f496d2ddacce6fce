import type { FakeDevice } from '../../device/fake-device';

/** The release that all of them run. */
export const VERSION = '7.4.8';
export const BUILD = '2795';

/** What a FortiGate announces by LLDP, and the first line of its status. */
export const FIRMWARE = `FortiGate-VM64-KVM v${VERSION},build${BUILD},250523 (GA.M)`;

/** `FGVM9K3TZ0QF1BX`. */
export function fortiSerial({ serialNumber }: Pick<FakeDevice, 'serialNumber'>): string {
  return `FGVM${serialNumber}`;
}
