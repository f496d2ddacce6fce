import type { BgpFacts } from '../../configuration/config-facts';
import type { NamedSection } from '../../configuration/read-tree';
import { hasLine, numberOf, sectionsOf, valueOf } from '../../configuration/read-tree';
import { ipv4Prefix } from '../../device/ipv4-prefix';

/** What a `router bgp 65000` section says whose neighbours are sections of their own; undefined without a number. */
export function bgpSections({ name, children }: NamedSection): BgpFacts | undefined {
  const as = Number(name);
  if (name === '' || !Number.isInteger(as)) return undefined;
  const neighbors = sectionsOf(children, 'neighbor').flatMap(({ name: ipv4, children: lines }) => {
    const remoteAs = numberOf(lines, 'remote-as');
    if (remoteAs === undefined || hasLine(lines, 'shutdown') || !ipv4Prefix(ipv4)) return [];
    const description = valueOf(lines, 'description');
    const updateSource = valueOf(lines, 'update-source');
    return [
      {
        ipv4,
        remoteAs,
        ...(description !== undefined && { description }),
        ...(updateSource !== undefined && { updateSource }),
      },
    ];
  });
  return { as, neighbors };
}
