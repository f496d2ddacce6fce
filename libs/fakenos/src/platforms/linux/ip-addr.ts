import { ipv4Prefix } from '../../device/ipv4-prefix';
import { textTable } from '../text/text-table';
import type { LinuxLink } from './linux-links';

const FOREVER = '       valid_lft forever preferred_lft forever';

/** `ip addr` of these links; of one family only addresses are shown, not the hardware's. */
export function ipAddr(links: readonly LinuxLink[], family?: 'ipv4' | 'ipv6'): string {
  return links
    .flatMap((link) => [
      linkLine(link, ''),
      ...(family === undefined ? [hardwareLine(link)] : []),
      ...link.ipv4.flatMap((address) => [`    inet ${inet(link, address)}`, FOREVER]),
      ...link.ipv6.flatMap((address) => [
        `    inet6 ${address} scope ${address === '::1/128' ? 'host' : 'global'} `,
        FOREVER,
      ]),
    ])
    .join('\n');
}

/** `ip link` of these links. */
export function ipLink(links: readonly LinuxLink[]): string {
  return links.flatMap((link) => [linkLine(link, ' mode DEFAULT'), hardwareLine(link)]).join('\n');
}

/** `ip -br addr` of these links. */
export function ipBriefAddr(links: readonly LinuxLink[]): string {
  const rows = links.map(({ name, state, ipv4, ipv6 }) => [name, state, [...ipv4, ...ipv6].join(' ')]);
  return textTable([17, 15, 0], rows).join('\n');
}

/** `ip -br link` of these links. */
export function ipBriefLink(links: readonly LinuxLink[]): string {
  const rows = links.map(({ name, state, mac, flags }) => [name, state, `${mac} <${flags.join(',')}>`]);
  return textTable([17, 15, 0], rows).join('\n');
}

function linkLine({ index, name, flags, mtu, state }: LinuxLink, mode: string): string {
  return `${index}: ${name}: <${flags.join(',')}> mtu ${mtu} qdisc noqueue state ${state}${mode} group default qlen 1000`;
}

function hardwareLine({ type, mac, broadcastMac }: LinuxLink): string {
  return `    link/${type} ${mac} brd ${broadcastMac}`;
}

function inet({ name, type }: LinuxLink, text: string): string {
  const address = ipv4Prefix(text);
  if (text === '127.0.0.1/8') return `${text} scope host ${name}`;
  const broadcast = type === 'ether' && address && address.length < 31 ? ` brd ${address.broadcast}` : '';
  return `${text}${broadcast} scope global ${name}`;
}
