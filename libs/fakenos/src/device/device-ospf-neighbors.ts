import type { NodeModel } from '@remote-lab/topology';
import type { DeviceOspfNeighbor } from './fake-device';
import type { OspfRouter } from './ospf-graph';
import { ospfSettings } from './ospf-settings';
import { ospfState } from './ospf-state';
import { routerId } from './router-id';

/** The OSPF neighbourships of a router; none when it does not run OSPF. */
export function deviceOspfNeighbors(
  router: OspfRouter | undefined,
  hostnameOf: (node: NodeModel) => string,
): readonly DeviceOspfNeighbor[] {
  return (router?.adjacencies ?? []).map(({ local, remote, nextHop }) => {
    const neighborState = ospfState(remote);
    return {
      interfaceName: local.port.ifname,
      name: hostnameOf(remote.node),
      routerId: routerId(remote.node),
      ipv4: nextHop,
      area: ospfSettings(local)?.area ?? '0.0.0.0',
      neighborState,
      full: !(neighborState === 'DROTHER' && ospfState(local) === 'DROTHER'),
    };
  });
}
