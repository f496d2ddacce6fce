/** The release that NX-OS devices run. */
export const NXOS_VERSION = '10.3(4a)';
/** The name on the box, as `show inventory`, CDP and the head of `show version` give it. */
export const NXOS_CHASSIS = 'N9K-C9300v';
/** Where the image lies. */
export const NXOS_IMAGE = 'bootflash:///nxos64-cs.10.3.4a.M.bin';
/** What a device says of its system to its neighbours. */
export const NXOS_DESCRIPTION = `Cisco Nexus Operating System (NX-OS) Software, Version ${NXOS_VERSION}`;
