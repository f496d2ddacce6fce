import type { NodeModel, TopologyModel } from '@remote-lab/topology';
import { KeptConfiguration } from '../configuration/kept-configuration';
import type { Platform } from '../engine/platform';
import { ConfiguredName } from './configured-name';
import type { FakeDevice } from './fake-device';
import { givenName } from './given-name';
import { LabState } from './lab-state';
import { lazy } from './lazy';
import { serialNumber } from './serial-number';
import { addressOwners, tracePath } from './trace-path';

/** `now` is monotonic milliseconds, `date` the wall clock. */
export interface DeviceClock {
  now(): number;
  date(): Date;
}

/** What devices are told of the world around the topology. */
export interface DeviceSurroundings {
  readonly clock: DeviceClock;
  /** Who plays a netlab device type; a device that nobody plays keeps no configuration. */
  readonly platformOf: (netlabDevice: string) => Pick<Platform, 'title' | 'configuration'> | undefined;
  /** Told of a node whose device reloads. */
  readonly onReload?: (node: string) => void;
}

/**
 * Every node of the topology as a device, by node name. All that they say follows from the model and from how they are
 * configured; the tables that grow with the lab (routes, neighbours) are computed when a device is first asked for them.
 */
export function buildDevices(
  model: TopologyModel,
  surroundings: DeviceSurroundings,
): ReadonlyMap<string, FakeDevice> {
  const titleOf = (netlabDevice: string) => surroundings.platformOf(netlabDevice)?.title ?? netlabDevice;
  const state = new LabState(model, titleOf);
  const devices = new Map<string, FakeDevice>();
  const waiting = new Set<KeptConfiguration>();
  let owners = lazy(() => addressOwners(devices));
  const configure: LabState['configure'] = (node, facts) => {
    state.configure(node, facts);
    owners = lazy(() => addressOwners(devices));
  };
  for (const node of model.nodes) {
    const trace = (ipv4: string) => tracePath(owners(), device, ipv4);
    const device = buildDevice({ node, state, surroundings, configure, trace, waiting });
    devices.set(node.name, device);
  }
  return devices;
}

interface DeviceParts {
  readonly node: NodeModel;
  readonly state: LabState;
  readonly surroundings: DeviceSurroundings;
  readonly configure: LabState['configure'];
  readonly trace: NonNullable<FakeDevice['trace']>;
  /** Those with a commit that waits for its confirmation; what anybody sees depends on whether its time is over. */
  readonly waiting: Set<KeptConfiguration>;
}

function buildDevice({ node, state, surroundings, configure, trace, waiting }: DeviceParts): FakeDevice {
  const { clock, platformOf, onReload } = surroundings;
  const settle = () => {
    for (const one of waiting) one.settle();
  };
  const view = () => {
    settle();
    return state.viewOf(node.name);
  };
  let name: ConfiguredName | undefined;
  let startedAt = clock.now();
  const configuration = lazy(() => {
    const platform = platformOf(node.device)?.configuration;
    if (!platform) return undefined;
    const kept: KeptConfiguration = new KeptConfiguration({
      initial: () => platform.initial(device),
      now: () => clock.date(),
      uptimeMs: () => clock.now(),
      onWaiting: (waits) => (waits ? waiting.add(kept) : waiting.delete(kept)),
      onChange: (tree, initial) => {
        const facts = lazy(() => platform.read(tree));
        name ??= new ConfiguredName(platform.read);
        name.change(tree === initial ? undefined : { tree, facts });
        configure(node.name, tree === initial ? undefined : facts);
      },
      onReload: () => {
        startedAt = clock.now();
        onReload?.(node.name);
      },
    });
    return kept;
  });
  const device: FakeDevice = {
    node: node.name,
    netlabDevice: node.device,
    role: node.role,
    serialNumber: serialNumber(node.name),
    mac: node.mgmt.mac,
    get name() {
      settle();
      return name?.current ?? givenName(node);
    },
    get modules() {
      return view().modules;
    },
    get routerId() {
      return view().routerId;
    },
    get bgpAs() {
      return view().bgpAs;
    },
    get interfaces() {
      return view().interfaces;
    },
    get neighbors() {
      return view().neighbors;
    },
    get routes() {
      return view().routes;
    },
    get ospfNeighbors() {
      return view().ospfNeighbors;
    },
    get bgpNeighbors() {
      return view().bgpNeighbors;
    },
    get arp() {
      return view().arp;
    },
    get configuration() {
      return configuration();
    },
    trace,
    uptimeMs: () => clock.now() - startedAt,
    now: () => clock.date(),
  };
  return device;
}
