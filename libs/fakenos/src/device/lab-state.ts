import type { TopologyModel } from '@remote-lab/topology';
import type { ConfigFacts } from '../configuration/config-facts';
import type { DeviceView } from './lab-snapshot';
import { LabSnapshot } from './lab-snapshot';

/** How everybody in the lab is configured by now, and what follows from it: computed anew after a change, when asked for. */
export class LabState {
  readonly #model: TopologyModel;
  readonly #titleOf: (netlabDevice: string) => string;
  readonly #factsOf = new Map<string, () => ConfigFacts>();
  #snapshot: LabSnapshot | undefined;

  constructor(model: TopologyModel, titleOf: (netlabDevice: string) => string) {
    this.#model = model;
    this.#titleOf = titleOf;
  }

  /** The same object until something changes; throws for a node that the lab has not. */
  viewOf(node: string): DeviceView {
    this.#snapshot ??= new LabSnapshot(this.#model, this.#facts(), this.#titleOf);
    return this.#snapshot.viewOf(node);
  }

  /** Tells everybody what a device's configuration says now, read when asked for; undefined: what the topology says. */
  configure(node: string, facts: (() => ConfigFacts) | undefined): void {
    if (facts) this.#factsOf.set(node, facts);
    else this.#factsOf.delete(node);
    this.#snapshot = undefined;
  }

  #facts(): ReadonlyMap<string, ConfigFacts> {
    return new Map([...this.#factsOf].map(([node, facts]) => [node, facts()]));
  }
}
