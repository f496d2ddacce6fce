import type { Platform } from '../../engine/platform';
import { menus } from './menus';

const WORDS: Platform['help'] = {
  add: 'Create a new item',
  comment: 'Set comment for items',
  disable: 'Disable items',
  enable: 'Enable items',
  export: 'Print or save an export script that can be used to restore configuration',
  '/export': 'Print the whole configuration',
  monitor: 'Look at the state of a port',
  ping: 'Send ICMP echo packets',
  '/ping': 'Send ICMP echo packets',
  print: 'Print values of item properties',
  quit: 'Quit console',
  '/quit': 'Quit console',
  reboot: 'Reboot the device',
  remove: 'Remove items',
  set: 'Change item properties',
  traceroute: 'Trace the way to an address',
  '/': 'Leave all menus',
  '..': 'Go up to the menu above',
  '<arguments>': 'Items and properties: 0, ether2, [find name=ether2], name=value',
  '<line>': 'Any command, with slashes between its words',
  '<options>': 'brief, detail, terse, count-only, where …',
};

/** What `?` says of the words of RouterOS: of each menu by its own path, with and without the slash. */
export const help: Platform['help'] = {
  ...Object.fromEntries(
    [...menus]
      .reverse()
      .flatMap(({ path, help: text }) => [
        [path.split(' ').at(-1) ?? path, text] as const,
        [path, text] as const,
        [`/${path}`, text] as const,
      ]),
  ),
  ...WORDS,
};
