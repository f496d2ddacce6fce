import type { ConfigTree } from '../../configuration/config-tree';
import { block, leaf } from '../../configuration/config-tree';
import type { FakeDevice } from '../../device/fake-device';

/** What the host was set up with: its name, its addresses, its routes. */
export function initialConfiguration({ name, interfaces, routes }: FakeDevice): ConfigTree {
  return [
    leaf(`hostname ${name}`),
    ...interfaces.map((one) =>
      block(`interface ${one.name}`, [
        ...(one.description === undefined ? [] : [leaf(`description ${one.description}`)]),
        ...(one.adminUp ? [] : [leaf('shutdown')]),
        ...(one.ipv4 === undefined ? [] : [leaf(`ip address ${one.ipv4}`)]),
        ...(one.ipv6 === undefined ? [] : [leaf(`ipv6 address ${one.ipv6}`)]),
      ]),
    ),
    ...routes
      .filter(({ protocol }) => protocol === 'static')
      .map(({ prefix, nextHop }) => leaf(`ip route ${prefix} ${nextHop ?? ''}`)),
  ];
}
