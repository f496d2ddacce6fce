import type { ConfigFacts } from '../configuration/config-facts';
import type { ConfigTree } from '../configuration/config-tree';
import { changedPart } from '../configuration/changed-part';

/** A configuration, and what all of it means, read when asked for. */
export interface ReadableTree {
  readonly tree: ConfigTree;
  readonly facts: () => ConfigFacts;
}

/**
 * The name that a device has by its configuration, change by change. Every prompt asks for it, so that reading all of a
 * long configuration for it would make each line slower than the one before: what does not speak of the name leaves it.
 */
export class ConfiguredName {
  readonly #read: (tree: ConfigTree) => ConfigFacts;
  #tree: ConfigTree | undefined;
  #name: () => string | undefined = () => undefined;

  constructor(read: (tree: ConfigTree) => ConfigFacts) {
    this.#read = read;
  }

  /** Undefined: it is configured as the topology has it again. */
  change(next: ReadableTree | undefined): void {
    if (!next) this.#name = () => undefined;
    else if (!this.#tree || this.#differs(this.#tree, next.tree)) this.#name = () => next.facts().hostname;
    this.#tree = next?.tree;
  }

  /** Undefined when the configuration does not say. */
  get current(): string | undefined {
    return this.#name();
  }

  #differs(tree: ConfigTree, next: ConfigTree): boolean {
    const { before, after } = changedPart(tree, next);
    return this.#read(before).hostname !== this.#read(after).hostname;
  }
}
