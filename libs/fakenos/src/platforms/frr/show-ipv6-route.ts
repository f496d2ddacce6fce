import type { FakeDevice } from '../../device/fake-device';
import { ipv6Routes } from '../../device/ipv6-routes';
import { routeAge } from '../text/duration-words';

const LEGEND = [
  'Codes: K - kernel route, C - connected, L - local, S - static,',
  '       R - RIPng, O - OSPFv3, I - IS-IS, B - BGP, N - NHRP,',
  '       T - Table, v - VNC, V - VNC-Direct, A - Babel, F - PBR,',
  '       f - OpenFabric, t - Table-Direct,',
  '       > - selected route, * - FIB route, q - queued, r - rejected, b - backup',
  '       t - trapped, o - offload failure',
  '',
  'IPv6 unicast VRF default:',
];

/** `show ipv6 route`. */
export function showIpv6Route(device: FakeDevice): string {
  const age = routeAge(device.uptimeMs());
  const lines = ipv6Routes(device).flatMap(({ prefix, protocol, interfaceName }) => {
    const connected = `${prefix} is directly connected, ${interfaceName}, weight 1, ${age}`;
    if (protocol === 'local') return [`L>* ${connected}`];
    return [...(prefix.endsWith('/128') ? [`L * ${connected}`] : []), `C>* ${connected}`];
  });
  return [...LEGEND, ...lines].join('\n');
}
