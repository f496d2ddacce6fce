import type { TopologyModel } from '@remote-lab/topology';
import type { ConfigFacts } from '../configuration/config-facts';
import type { DeviceView } from './lab-snapshot';
import { LabSnapshot } from './lab-snapshot';

/** How everybody in the lab is configured by now, and what follows from it: computed anew after a change, when asked for. */
export class LabState {
  readonly #model: TopologyModel;
  readonly #titleOf: (netlabDevice: string) => string;
  #factsOf: ReadonlyMap<string, ConfigFacts> = new Map();
  #snapshot: LabSnapshot | undefined;

  constructor(model: TopologyModel, titleOf: (netlabDevice: string) => string) {
    this.#model = model;
    this.#titleOf = titleOf;
  }

  /** The same object until something changes; throws for a node that the lab has not. */
  viewOf(node: string): DeviceView {
    this.#snapshot ??= new LabSnapshot(this.#model, this.#factsOf, this.#titleOf);
    return this.#snapshot.viewOf(node);
  }

  /** Tells everybody what a device's configuration says now; undefined: what the topology says. */
  configure(node: string, facts: ConfigFacts | undefined): void {
    const next = new Map(this.#factsOf);
    if (facts) next.set(node, facts);
    else next.delete(node);
    this.#factsOf = next;
    this.#snapshot = undefined;
  }
}
