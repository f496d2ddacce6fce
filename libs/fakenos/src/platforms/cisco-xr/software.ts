/** The release that IOS XR devices run. */
export const XR_VERSION = '24.2.2';
/** The name on the box, as CDP gives it. */
export const XR_HARDWARE = 'IOS-XRv9000';
/** What a device says of its system to its neighbours: the first line of `show version`. */
export const XR_DESCRIPTION = `Cisco IOS XR Software, Version ${XR_VERSION} LNT`;
/** Where the route processor sits, which every prompt begins with. */
export const XR_NODE = 'RP/0/RP0/CPU0';
