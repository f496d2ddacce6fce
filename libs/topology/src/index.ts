export { checkBundlePath } from './bundle-path';
export { createTopologyBundle, hasTopologyExtension } from './create-topology-bundle';
export { TopologyError, describeProblem } from './errors';
export type { TopologyErrorCode, TopologyErrorOptions, TopologyProblem } from './errors';
export type { DeviceProvider, DeviceType, DeviceVlan, NameOfIndex, Provider } from './devices/device-type';
export { deviceType, knownDevices } from './devices/known-devices';
export { checkRestrictedPolicy } from './policy/check-restricted-policy';
export { readUnlessPlugins } from './read-unless-plugins';
export { nearestName } from './reader/identifiers';
export { readTopology } from './reader/read-topology';
export type { ReadTopologyOptions } from './reader/read-topology';
export {
  addReference,
  dropReference,
  dropReferencesOf,
  oldestReferenceOf,
  type Reference,
  type References,
} from './references';
export type { BundleFile, TopologyBundle } from './topology-bundle';
export type {
  InterfaceModel,
  LinkModel,
  LinkType,
  LoopbackModel,
  MgmtModel,
  NeighborModel,
  NodeModel,
  TopologyModel,
} from './topology-model';
export { builtinTopologyReader } from './topology-reader';
export type { TopologyReader, TopologyReaderCall } from './topology-reader';
