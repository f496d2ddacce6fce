import type { OspfState } from './fake-device';
import { ipv4Number } from './ipv4-order';
import type { LabPort } from './lab-ports';
import { ospfSettings } from './ospf-settings';
import { routerId } from './router-id';

/** What the interface is in OSPF on its link: the two highest router IDs of a LAN are DR and BDR. */
export function ospfState(port: LabPort): OspfState {
  const settings = ospfSettings(port);
  if (settings?.network === 'point-to-point') return 'P2P';
  const speakers = [port, ...port.peers].filter((one) => {
    const other = ospfSettings(one);
    return other !== undefined && !other.passive && other.area === settings?.area && one.linkUp;
  });
  const ids = speakers.map(({ node }) => ipv4Number(routerId(node))).sort((left, right) => right - left);
  const own = ipv4Number(routerId(port.node));
  const rank = ids.filter((id) => id > own).length;
  return rank === 0 ? 'DR' : rank === 1 ? 'BDR' : 'DROTHER';
}
