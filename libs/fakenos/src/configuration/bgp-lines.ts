import type { BgpFacts, BgpNeighborFacts } from './config-facts';
import type { NamedSection } from './read-tree';
import { valuesOf } from './read-tree';

/** What a `router bgp 65000` section with `neighbor 10.0.0.2 remote-as 65001` lines says; undefined without a number. */
export function bgpLines({ name, children }: NamedSection): BgpFacts | undefined {
  const as = Number(name);
  if (name === '' || !Number.isInteger(as)) return undefined;
  const lines = valuesOf(children, 'neighbor').map((line) => line.split(' '));
  const neighbors = lines.flatMap(([ipv4 = '', what, value = '']): BgpNeighborFacts[] => {
    if (what !== 'remote-as') return [];
    const about = (word: string) =>
      lines
        .find(([address, keyword]) => address === ipv4 && keyword === word)
        ?.slice(2)
        .join(' ');
    const description = about('description');
    const updateSource = about('update-source');
    return [
      {
        ipv4,
        remoteAs: Number(value),
        ...(description !== undefined && { description }),
        ...(updateSource !== undefined && { updateSource }),
      },
    ];
  });
  return { as, neighbors };
}
