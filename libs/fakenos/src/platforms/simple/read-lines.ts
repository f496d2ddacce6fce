import type { BgpNeighborFacts, ConfigFacts, InterfaceFacts } from '../../configuration/config-facts';
import type { ConfigTree } from '../../configuration/config-tree';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { maskedPrefix } from '../../device/masked-prefix';
import type { ConfigWords, InterfaceLine } from './config-words';
import { bgpDetails, linesOf } from './config-words';
import type { TemplateValues } from './line-template';
import { matchTemplate } from './line-template';

/** What a configuration in the platform's words means; lines that it has no template for mean nothing. */
export function readLines(words: ConfigWords, tree: ConfigTree): ConfigFacts {
  const lines = tree.map(({ text }) => text);
  const hostname = first(words.hostname, lines)?.name;
  const routerId = first(words.routerId, lines)?.router;
  const as = first(words.bgp, lines)?.as;
  const bgpLines =
    words.interface === undefined
      ? lines
      : tree.flatMap(({ text, children }) =>
          words.bgp !== undefined && matchTemplate(words.bgp, text)
            ? (children ?? []).map((it) => it.text)
            : [],
        );
  return {
    ...(hostname !== undefined && { hostname }),
    interfaces: words.interface === undefined ? flatInterfaces(words, lines) : sections(words, tree),
    ...(routerId !== undefined && { routerId }),
    staticRoutes: all(words.route, lines).flatMap((values) => {
      const prefix = prefixOf({ ...values, address: values.network ?? '' });
      return prefix === undefined || values.gateway === undefined
        ? []
        : [{ prefix, nextHop: values.gateway }];
    }),
    ...(as !== undefined && {
      bgp: {
        as: Number(as),
        neighbors: bgpNeighbors(words, bgpLines),
      },
    }),
  };
}

function bgpNeighbors(words: ConfigWords, lines: readonly string[]): readonly BgpNeighborFacts[] {
  const details = bgpDetails(words);
  const about = (template: string | undefined, peer: string) =>
    all(template, lines).find((values) => values.peer === peer);
  return all(words.bgpNeighbor, lines).map(({ peer = '', remote }) => {
    const description = about(details?.description, peer)?.text;
    const updateSource = about(details?.source, peer)?.source;
    return {
      ipv4: peer,
      remoteAs: Number(remote),
      ...(description !== undefined && { description }),
      ...(updateSource !== undefined && { updateSource }),
    };
  });
}

function sections(words: ConfigWords, tree: ConfigTree): readonly InterfaceFacts[] {
  return tree.flatMap(({ text, children }) => {
    const name = matchTemplate(words.interface ?? '', text)?.interface;
    if (name === undefined || !children) return [];
    return [
      factsOf(
        words,
        plain(name),
        children.map((it) => it.text),
      ),
    ];
  });
}

/** Lines that name their interface, one after the other as they are met. */
function flatInterfaces(words: ConfigWords, lines: readonly string[]): readonly InterfaceFacts[] {
  const { description, ipv4, ipv6, down, up, ospfArea, ospfCost, ospfPassive } = words;
  const templates = [description, ipv4, ipv6, down, up, ospfArea, ospfCost, ospfPassive].flatMap(linesOf);
  const byName = new Map<string, string[]>();
  for (const line of lines) {
    const name = templates
      .map((template) => matchTemplate(template, line)?.interface)
      .find((found) => found !== undefined);
    if (name === undefined) continue;
    byName.set(name, [...(byName.get(name) ?? []), line]);
  }
  return [...byName].map(([name, own]) => factsOf(words, plain(name), own));
}

function factsOf(words: ConfigWords, name: string, lines: readonly string[]): InterfaceFacts {
  const values = (line: InterfaceLine | undefined) =>
    linesOf(line).flatMap((template) => all(template, lines));
  const value = (line: InterfaceLine | undefined) => values(line)[0];
  const ipv4 = values(words.ipv4)
    .map(prefixOf)
    .find((prefix) => prefix !== undefined);
  const description = value(words.description)?.text;
  const ipv6 = values(words.ipv6)
    .map((found) => found.ipv6 ?? found.prefix)
    .find((found) => found?.includes(':'));
  const ospfArea = value(words.ospfArea)?.area;
  const ospfCost = value(words.ospfCost)?.cost;
  return {
    name,
    adminUp: value(words.down) === undefined,
    ...(description !== undefined && { description }),
    ...(ipv4 !== undefined && { ipv4 }),
    ...(ipv6 !== undefined && { ipv6 }),
    ...(ospfArea !== undefined && { ospfArea, ospfPassive: value(words.ospfPassive) !== undefined }),
    ...(ospfCost !== undefined && { ospfCost: Number(ospfCost) }),
  };
}

function prefixOf(values: TemplateValues | undefined): string | undefined {
  if (!values) return undefined;
  const { address, mask, length, prefix } = values;
  if (prefix !== undefined) return ipv4Prefix(prefix) && prefix;
  if (length !== undefined) return ipv4Prefix(`${address}/${length}`) && `${address}/${length}`;
  return maskedPrefix(address, mask);
}

function plain(name: string): string {
  return name.replaceAll(' ', '');
}

function first(template: string | undefined, lines: readonly string[]): TemplateValues | undefined {
  return all(template, lines)[0];
}

function all(template: string | undefined, lines: readonly string[]): readonly TemplateValues[] {
  if (template === undefined) return [];
  return lines.map((line) => matchTemplate(template, line)).filter((values) => values !== undefined);
}
