/** What a device offers for reading, by absolute path (`/running-config`); asked anew for each transfer. */
export type DeviceFiles = () => ReadonlyMap<string, string>;
