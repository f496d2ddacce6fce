import type { FakeDevice } from '../../device/fake-device';
import type { CommandEffect } from '../../engine/platform';
import { ipChange } from './ip-changes';
import { ipAddr, ipBriefAddr, ipBriefLink, ipLink } from './ip-addr';
import { ipNeigh, ipRoute, ipv6Route } from './ip-route';
import { ipRouteGet } from './ip-route-get';
import type { LinuxLink } from './linux-links';
import { linuxLinks } from './linux-links';

const OBJECTS = ['address', 'link', 'route', 'neighbour'] as const;
const BRIEF = ['-br', '-brief'];
const IGNORED = ['-4', '-6', '-c', '-color', '-color=never', '-d', '-details'];

/** `ip` with its arguments, objects and `show` abbreviated as one likes: `a`, `-br addr show dev eth1`, `r`. `uid` asks. */
export function ipCommand(device: FakeDevice, typed: readonly string[], uid: number): CommandEffect {
  const words = typed.filter((word) => !IGNORED.includes(word));
  const brief = words.some((word) => BRIEF.includes(word));
  const [object = '', verb = 'show', ...selection] = words.filter((word) => !BRIEF.includes(word));
  const known = OBJECTS.find((name) => object !== '' && name.startsWith(object));
  const isShow = ['show', 'list', 'ls'].some((word) => word.startsWith(verb));
  if (known === undefined) return failure(`Object "${object}" is unknown, try "ip help".`, 1);
  const family = typed.includes('-6') ? 'ipv6' : typed.includes('-4') ? 'ipv4' : undefined;
  if (known === 'route' && verb === 'get') return ipRouteGet(device, selection, uid);
  const changed = isShow ? undefined : ipChange(device, { object: known, verb, words: selection, uid });
  if (changed) return changed;
  if (!isShow) return failure(`Command "${verb}" is unknown, try "ip ${known} help".`, 255);

  const wanted = selection.filter((word) => word !== 'dev');
  const links = linuxLinks(device).filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  const shown = links.map((link) => only(link, family)).filter((link) => !family || link[family].length > 0);
  switch (known) {
    case 'address':
    case 'link':
      if (links.length === 0) return failure(`Device "${wanted[0] ?? ''}" does not exist.`, 1);
      if (known === 'address') return { output: brief ? ipBriefAddr(shown) : ipAddr(shown, family) };
      return { output: brief ? ipBriefLink(links) : ipLink(links) };
    case 'route':
      return { output: family === 'ipv6' ? ipv6Route(device) : ipRoute(device) };
    case 'neighbour':
      return { output: family === 'ipv6' ? '' : ipNeigh(device) };
  }
}

/** A link with its addresses of one family, or all of them. */
function only(link: LinuxLink, family: 'ipv4' | 'ipv6' | undefined): LinuxLink {
  if (family === undefined) return link;
  return { ...link, ipv4: [], ipv6: [], [family]: link[family] };
}

function failure(error: string, status: number): CommandEffect {
  return { error, status };
}
