import type { DeviceBgpNeighbor } from './fake-device';

/** A BGP session as one side is configured, whatever the other side thinks of it. */
export type BgpPeer = Omit<DeviceBgpNeighbor, 'established'>;
