export { candidateOf, commitCandidate } from './configuration/candidate';
export type { Editing } from './configuration/candidate';
export type {
  BgpFacts,
  BgpNeighborFacts,
  ConfigFacts,
  InterfaceFacts,
  StaticRouteFacts,
} from './configuration/config-facts';
export { block, leaf } from './configuration/config-tree';
export type { ConfigNode, ConfigTree } from './configuration/config-tree';
export type { ConfigCommit, ConfigEdit, DeviceConfiguration } from './configuration/device-configuration';
export { lineCommands } from './configuration/line-commands';
export type {
  LineGrammar,
  LineTarget,
  ModeGrammar,
  SectionGrammar,
  SettingGrammar,
} from './configuration/line-grammar';
export { printIndented } from './configuration/print-indented';
export type { Indentation } from './configuration/print-indented';
export { hasLine, numberOf, sectionsOf, valueOf, valuesOf } from './configuration/read-tree';
export type { NamedSection } from './configuration/read-tree';
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
  LoginPrompts,
  Mode,
  Paging,
  Platform,
  PlatformConfiguration,
  PlatformLogin,
  PlatformPorts,
  RefusalCall,
  Refusals,
  ShellSession,
} from './engine/platform';
export type { Credentials } from './engine/credentials';
export type { OutputFilterName } from './engine/output-filters';
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
export { loadNosFile } from './nos-file/load-nos-file';
export { loadPlatformFolder } from './nos-file/load-platform-folder';
export type { PlatformFolder } from './nos-file/load-platform-folder';
export { loadPlatformModule } from './nos-file/load-platform-module';
export type { NosCommand, NosCommands, NosDocument } from './nos-file/nos-document';
export { parseNosFile } from './nos-file/parse-nos-file';
export { platformFor, platformIndex } from './platforms';
export type { PlatformEntry } from './platforms';
export type { Behavior, CannedAnswer } from './behavior/behavior';
export { behaviorSchema } from './behavior/behavior-schema';
export type { InventoryDocument } from './inventory/inventory-document';
export { inventorySchema } from './inventory/inventory-schema';
export { recordedPlatform } from './recording/recorded-platform';
export type { RecordedCommand, RecordedPlatform } from './recording/recorded-platform';
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
