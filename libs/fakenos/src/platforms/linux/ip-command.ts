import type { FakeDevice } from '../../device/fake-device';
import type { CommandEffect } from '../../engine/platform';
import { ipAddr, ipBriefAddr, ipBriefLink, ipLink } from './ip-addr';
import { ipNeigh, ipRoute } from './ip-route';
import { linuxLinks } from './linux-links';

const OBJECTS = ['address', 'link', 'route', 'neighbour'] as const;
const BRIEF = ['-br', '-brief'];
const IGNORED = ['-4', '-c', '-color', '-color=never', '-d', '-details'];

/** `ip` with its arguments, objects and `show` abbreviated as one likes: `a`, `-br addr show dev eth1`, `r`. */
export function ipCommand(device: FakeDevice, typed: readonly string[]): CommandEffect {
  const words = typed.filter((word) => !IGNORED.includes(word));
  const brief = words.some((word) => BRIEF.includes(word));
  const [object = '', verb = 'show', ...selection] = words.filter((word) => !BRIEF.includes(word));
  const known = OBJECTS.find((name) => object !== '' && name.startsWith(object));
  const isShow = ['show', 'list', 'ls'].some((word) => word.startsWith(verb));
  if (known === undefined) return failure(`Object "${object}" is unknown, try "ip help".`, 1);
  if (!isShow) return failure(`Command "${verb}" is unknown, try "ip ${known} help".`, 255);

  const wanted = selection.filter((word) => word !== 'dev');
  const links = linuxLinks(device).filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  switch (known) {
    case 'address':
    case 'link':
      if (links.length === 0) return failure(`Device "${wanted[0] ?? ''}" does not exist.`, 1);
      if (known === 'address') return { output: brief ? ipBriefAddr(links) : ipAddr(links) };
      return { output: brief ? ipBriefLink(links) : ipLink(links) };
    case 'route':
      return { output: ipRoute(device) };
    case 'neighbour':
      return { output: ipNeigh(device) };
  }
}

function failure(error: string, status: number): CommandEffect {
  return { error, status };
}
