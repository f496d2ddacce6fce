import type { Logger } from '../logger';
import type { FakeNosConfiguration } from './fakenos-configuration';
import type { FakeNosEvent } from './fakenos-event';

/** What a FakeNosService is made of. */
export interface FakeNosServiceOptions {
  /** Checked: see `readFakeNosConfiguration`. */
  readonly configuration: FakeNosConfiguration;
  /** Where relative paths of the configuration begin. */
  readonly configurationFolder: string;
  /** Address that hosts listen on whose inventory says nothing else. */
  readonly bind: string;
  /** Address at which hosts are announced; the one they listen on when absent. */
  readonly advertiseHost?: string;
  /** What this worker is called. */
  readonly hostName: string;
  readonly version: string;
  readonly logger: Logger;
  readonly clock: FakeNosClock;
  /** Hears what becomes of networks, at once; the logger does when absent, of what is bad as an error. Must not throw. */
  readonly onEvent?: (event: FakeNosEvent) => void;
  /** For inventories and platform files behind URLs; the global one when absent. */
  readonly fetch?: typeof fetch;
  /** Networks at the same time, those that died included; 100 when absent. */
  readonly maxNetworks?: number;
  /** Hosts of one network; 5,000 when absent. */
  readonly maxHosts?: number;
}

/** Both clocks that the service knows. */
export interface FakeNosClock {
  /** Monotonic milliseconds. */
  now(): number;
  date(): Date;
}
