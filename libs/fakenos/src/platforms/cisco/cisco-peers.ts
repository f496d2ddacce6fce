import type { DeviceNeighbor, FakeDevice } from '../../device/fake-device';
import { iosDescription, iosDevices, iosSoftware, xeDevices } from '../cisco-ios/software';
import { NXOS_CHASSIS, NXOS_DESCRIPTION } from '../cisco-nxos/software';
import { XR_DESCRIPTION, XR_HARDWARE } from '../cisco-xr/software';
import { shortInterfaceName } from '../text/interface-words';

/** What a Cisco device says of itself to its neighbours. */
export interface CiscoPeer {
  /** The name on the box: `CSR1000V`. */
  readonly hardware: string;
  /** The first line of its `show version`. */
  readonly description: string;
  /** Whether its LLDP calls a port `Gi0/1` instead of `GigabitEthernet0/1`. */
  readonly shortPorts: boolean;
}

const PLATFORMS: ReadonlyMap<string, CiscoPeer> = new Map([
  ...[...iosDevices, ...xeDevices, 'cisco_ios', 'cisco_xe'].map((name): [string, CiscoPeer] => [
    name,
    { hardware: iosSoftware(name).hardware, description: iosDescription(name), shortPorts: true },
  ]),
  ...['nxos', 'cisco_nxos'].map((name): [string, CiscoPeer] => [
    name,
    { hardware: NXOS_CHASSIS, description: NXOS_DESCRIPTION, shortPorts: false },
  ]),
  ...['iosxr', 'cisco_xr'].map((name): [string, CiscoPeer] => [
    name,
    { hardware: XR_HARDWARE, description: XR_DESCRIPTION, shortPorts: false },
  ]),
]);

/** What a device of this type announces by CDP; undefined when it does not speak it. */
export function ciscoPeer(netlabDevice: string): CiscoPeer | undefined {
  return PLATFORMS.get(netlabDevice);
}

/** The neighbours that speak CDP, with what they announce. */
export function cdpNeighbors({
  neighbors,
}: Pick<FakeDevice, 'neighbors'>): readonly { readonly one: DeviceNeighbor; readonly peer: CiscoPeer }[] {
  return neighbors.flatMap((one) => {
    const peer = ciscoPeer(one.neighborNetlabDevice);
    return peer ? [{ one, peer }] : [];
  });
}

/** The name of its port that a neighbour announces by LLDP. */
export function lldpPortId({ neighborInterface, neighborNetlabDevice }: DeviceNeighbor): string {
  const isShort = ciscoPeer(neighborNetlabDevice)?.shortPorts ?? false;
  return isShort ? shortInterfaceName(neighborInterface) : neighborInterface;
}

/** The description of its system that a neighbour announces by LLDP. */
export function lldpDescription({ neighborNetlabDevice, neighborTitle }: DeviceNeighbor): string {
  return ciscoPeer(neighborNetlabDevice)?.description ?? neighborTitle;
}
