import type { Behavior } from './behavior';
import { normalBehavior } from './behavior';
import { HostBehavior } from './host-behavior';

/** How a network's devices are told to behave. The shape of the wire. */
export interface NetworkBehaviorState {
  /** How those behave that are not told otherwise. */
  readonly default: Behavior;
  /** What differs from that, by device name. */
  readonly hosts: Readonly<Record<string, Behavior>>;
}

/** How all devices of a network behave: a default, and what differs by device. */
export class NetworkBehavior {
  readonly #hosts = new Map<string, HostBehavior>();
  readonly #own = new Map<string, Behavior>();
  #default: Behavior = normalBehavior;

  /** The behaviour of one device, the same object at each call. */
  of(host: string): HostBehavior {
    const known = this.#hosts.get(host);
    if (known) return known;
    const made = new HostBehavior(host);
    this.#hosts.set(host, made);
    made.change(this.#effective(host));
    return made;
  }

  /**
   * `all`: this is the default from now on, and no device differs from it any more. Named devices: this replaces what
   * they were told before; what it does not mention follows the default, so `{}` makes them like the others.
   */
  set(hosts: 'all' | readonly string[], behavior: Behavior): void {
    if (hosts === 'all') {
      this.#default = behavior;
      this.#own.clear();
    } else {
      const isLikeOthers = Object.keys(behavior).length === 0;
      for (const host of hosts) {
        if (isLikeOthers) this.#own.delete(host);
        else this.#own.set(host, behavior);
      }
    }
    for (const host of hosts === 'all' ? this.#hosts.keys() : hosts)
      this.#hosts.get(host)?.change(this.#effective(host));
  }

  get(): NetworkBehaviorState {
    return { default: this.#default, hosts: Object.fromEntries(this.#own) };
  }

  #effective(host: string): Behavior {
    return { ...this.#default, ...this.#own.get(host) };
  }
}
