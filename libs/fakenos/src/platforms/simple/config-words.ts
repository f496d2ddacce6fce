import type { DeviceInterface } from '../../device/fake-device';

/** A line, or one for each kind of interface; a kind without a line cannot be told this. */
export type InterfaceLine = string | Partial<Readonly<Record<DeviceInterface['kind'], string>>>;

/**
 * How a platform writes the configuration that our devices understand, as templates: `ip address <address> <mask>`. The
 * placeholders are those of {@link ConfigValues}. Where `interface` is given it opens a section and the lines of an interface
 * stand in it; where it is not each of them names its interface itself.
 */
export interface ConfigWords {
  readonly hostname: string;
  /** `interface <interface...>` */
  readonly interface?: string;
  readonly description?: InterfaceLine;
  readonly ipv4?: InterfaceLine;
  readonly ipv6?: InterfaceLine;
  /** What shuts an interface, and what opens it again: shown where it is shut, and where `showsUp`. */
  readonly down: InterfaceLine;
  readonly up: InterfaceLine;
  readonly showsUp?: boolean;
  readonly ospfArea?: InterfaceLine;
  readonly ospfCost?: InterfaceLine;
  readonly ospfPassive?: InterfaceLine;
  readonly route?: string;
  readonly routerId?: string;
  /** A section of its own where interfaces have one: `router bgp <as>`. */
  readonly bgp?: string;
  readonly bgpNeighbor?: string;
  /** The interface that a session with a neighbour begins at; after its address `update-source` when absent. */
  readonly bgpSource?: string;
  /** Takes a line back: `no`, `undo`; or, where the first word changes, from which one to which: `['set', 'delete']`. */
  readonly negation: string | readonly [from: string, to: string];
  /** First words of lines that are kept and shown as they are, with no other effect. */
  readonly keeps: readonly string[];
  /** The same within an interface. */
  readonly keepsOnInterface?: readonly string[];
  /** Lines that a device has from the start. */
  readonly preset?: readonly string[];
  /** How an interface is spelled in the configuration, where not as it is called; the way back takes the blanks out. */
  readonly spell?: (name: string) => string;
  /** Lines wait in a candidate until `commit`; `saved` where that is also what the next start begins with. */
  readonly commits?: boolean | 'saved';
}

/** What lines may be asked for, in the words of templates. */
export type ConfigValue =
  | 'name'
  | 'interface'
  | 'text'
  | 'address'
  | 'mask'
  | 'length'
  | 'prefix'
  | 'ipv6'
  | 'network'
  | 'gateway'
  | 'area'
  | 'cost'
  | 'router'
  | 'as'
  | 'peer'
  | 'remote'
  | 'source';

/** The lines of one property of an interface, each once. */
export function linesOf(line: InterfaceLine | undefined): readonly string[] {
  if (line === undefined) return [];
  return typeof line === 'string' ? [line] : [...new Set(Object.values(line))];
}

/** The line for one kind of interface. */
export function lineFor(line: InterfaceLine | undefined, kind: DeviceInterface['kind']): string | undefined {
  return typeof line === 'string' ? line : line?.[kind];
}

/** What else there is to say of a BGP neighbour, in lines that begin as the one with its number. */
export function bgpDetails({
  bgpNeighbor,
  bgpSource,
}: ConfigWords): { readonly description: string; readonly source: string } | undefined {
  const [, start] = /^(.*<peer>)/.exec(bgpNeighbor ?? '') ?? [];
  if (start === undefined) return undefined;
  return {
    description: `${start} description <text...>`,
    source: bgpSource ?? `${start} update-source <source>`,
  };
}
