export type {
  DeviceArpEntry,
  DeviceBgpNeighbor,
  DeviceInterface,
  DeviceNeighbor,
  DeviceOspfNeighbor,
  DeviceRoute,
  FakeDevice,
  OspfState,
} from './device/fake-device';
export type {
  Command,
  CommandCall,
  CommandEffect,
  CommandOutcome,
  Mode,
  Paging,
  Platform,
  RefusalCall,
  Refusals,
  ShellSession,
} from './engine/platform';
export type { Credentials } from './engine/credentials';
export { FakeNosError } from './errors';
export type { DocumentProblem, FakeNosErrorCode, FakeNosErrorOptions } from './errors';
export { FakeNosBackend } from './fakenos-backend';
export type { FakeNosBackendOptions } from './fakenos-backend';
export type { Logger } from './logger';
export type { NetworkExit } from './network/network-child';
export type { NetworkDevice } from './network/network-messages';
export { RunningNetwork } from './network/running-network';
export { startFakeNetwork } from './network/start-fake-network';
export type { FakeNetworkOptions } from './network/start-fake-network';
export { platformFor, platforms } from './platforms';
export type { Behavior, CannedAnswer } from './behavior/behavior';
export type { Recording, RecordingEvent, SessionSummary } from './recording/recording';
export type { DeclaredNetwork, FakeNosConfiguration } from './service/fakenos-configuration';
export type { FakeNosEvent } from './service/fakenos-event';
export { FakeNosService } from './service/fakenos-service';
export type { FakeNosClock, FakeNosServiceOptions } from './service/fakenos-service-options';
export { readFakeNosConfiguration } from './service/read-fakenos-configuration';
export type { NetworkDetails, NetworkHost } from './service/network-details';
export type { NornirHost, NornirInventory, NornirRequest } from './service/nornir-inventory';
export type {
  FakeNosCall,
  FakeNosProgress,
  FakeNosTask,
  StartRequest,
  Workers,
} from './service/service-call';
