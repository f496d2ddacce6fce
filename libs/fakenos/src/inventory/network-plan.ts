import type { NetworkOrder } from '../network/network-messages';

/** An inventory, resolved: everything that is needed to start its network, now and again. */
export interface NetworkPlan {
  readonly order: NetworkOrder;
  /** What the inventory calls each host's platform, where that is not the name of who plays it. */
  readonly platformOf: ReadonlyMap<string, string>;
  /** What its author should know though it works, a sentence each. */
  readonly notices: readonly string[];
}
