import type { ConfigNode, ConfigTree } from '../../configuration/config-tree';
import { block, leaf } from '../../configuration/config-tree';
import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { loopbacksLast } from '../text/interface-order';
import type { ConfigValue, ConfigWords, InterfaceLine } from './config-words';
import { bgpDetails, lineFor } from './config-words';
import { fillTemplate } from './line-template';

/** What somebody would have typed to build this device, in the platform's words. */
export function initialLines(words: ConfigWords, device: FakeDevice): ConfigTree {
  const lines = interfaceLines(words);
  return [
    ...filled(words.hostname, { name: device.name }),
    ...(words.preset ?? []).map(leaf),
    ...loopbacksLast(device).flatMap((one): readonly ConfigNode[] => {
      const name = words.spell?.(one.name) ?? one.name;
      const inside = lines(one);
      if (words.interface === undefined) return inside;
      return filled(words.interface, { interface: name }).map(({ text }) => block(text, inside));
    }),
    ...(device.interfaces.some(({ ospfArea }) => ospfArea !== undefined)
      ? filled(words.routerId, { router: device.routerId })
      : []),
    ...bgpLines(words, device),
    ...device.routes
      .filter(({ protocol }) => protocol === 'static')
      .flatMap(({ prefix, nextHop }) => {
        const { network, mask, length } = ipv4Prefix(prefix) ?? { network: prefix, mask: '', length: 0 };
        return filled(words.route, {
          network,
          mask,
          length: String(length),
          prefix,
          ...(nextHop !== undefined && { gateway: nextHop }),
        });
      }),
  ];
}

function interfaceLines(words: ConfigWords): (one: DeviceInterface) => readonly ConfigNode[] {
  return (one) => {
    const name = words.spell?.(one.name) ?? one.name;
    const say = (line: InterfaceLine | undefined, values: Values) =>
      filled(lineFor(line, one.kind), { interface: name, ...values });
    const address = ipv4Prefix(one.ipv4);
    return [
      ...(one.description === undefined ? [] : say(words.description, { text: one.description })),
      ...(address
        ? say(words.ipv4, {
            address: address.address,
            mask: address.mask,
            length: String(address.length),
            prefix: `${address.address}/${address.length}`,
          })
        : []),
      ...(one.ipv6 === undefined ? [] : say(words.ipv6, { ipv6: one.ipv6, prefix: one.ipv6 })),
      ...(one.ospfArea === undefined ? [] : say(words.ospfArea, { area: one.ospfArea })),
      ...(one.ospfCost === undefined || one.ospfArea === undefined
        ? []
        : say(words.ospfCost, { cost: String(one.ospfCost) })),
      ...(one.ospfPassive ? say(words.ospfPassive, {}) : []),
      ...(one.adminUp ? (words.showsUp ? say(words.up, {}) : []) : say(words.down, {})),
    ];
  };
}

function bgpLines(words: ConfigWords, { bgpAs, bgpNeighbors = [] }: FakeDevice): readonly ConfigNode[] {
  if (bgpAs === undefined) return [];
  const as = String(bgpAs);
  const details = bgpDetails(words);
  const neighbors = bgpNeighbors.flatMap(({ ipv4, remoteAs, name, updateSource }) => {
    const values = { as, peer: ipv4, remote: String(remoteAs) };
    return [
      ...filled(words.bgpNeighbor, values),
      ...filled(details?.description, { ...values, text: name }),
      ...(updateSource === undefined ? [] : filled(details?.source, { ...values, source: updateSource })),
    ];
  });
  if (words.interface === undefined) return [...filled(words.bgp, { as }), ...neighbors];
  return filled(words.bgp, { as }).map(({ text }) => block(text, neighbors));
}

type Values = Partial<Readonly<Record<ConfigValue, string>>>;

function filled(template: string | undefined, values: Values): readonly ConfigNode[] {
  const line = template === undefined ? undefined : fillTemplate(template, values);
  return line === undefined ? [] : [leaf(line)];
}
