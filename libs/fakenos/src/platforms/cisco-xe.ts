import type { Platform } from '../engine/platform';
import { ciscoIos } from './cisco-ios';
import { xeDevices } from './cisco-ios/software';

/** Cisco IOS XE on virtual routers: the commands and the configuration of IOS, other software and other ports. */
export const ciscoXe: Platform = {
  ...ciscoIos,
  name: 'cisco_xe',
  aliases: ['cisco_iosxe'],
  title: 'Cisco IOS XE',
  netlabDevices: xeDevices,
  ports: {
    ethernet: (number) => `GigabitEthernet${number + 1}`,
    management: 'GigabitEthernet1',
    loopback: 'Loopback0',
  },
};
