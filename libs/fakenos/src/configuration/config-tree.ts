/** A configuration: its lines in order, those that open a section with what is in it. */
export type ConfigTree = readonly ConfigNode[];

/** A line of its own (no `children`), or a section (`children`, perhaps none). Never changed, only replaced. */
export interface ConfigNode {
  /** As the platform writes it, without indentation, braces or terminators: `interface Ethernet1`, `shutdown`. */
  readonly text: string;
  readonly children?: ConfigTree;
}

/** Shorthand for a section: `block('interface Ethernet1', [leaf('shutdown')])`. */
export function block(text: string, children: ConfigTree): ConfigNode {
  return { text, children };
}

/** Shorthand for a line. */
export function leaf(text: string): ConfigNode {
  return { text };
}
