import type { Behavior } from '../behavior/behavior';
import type { Credentials } from '../engine/credentials';
import type { ServerConfiguration, ShellConfiguration } from './inventory-document';

/** A host of an inventory with everything that is said of it: defaults merged in, replicas written out. */
export interface InventoryHost extends Credentials {
  readonly name: string;
  /** Where the document speaks of it, for messages. */
  readonly path: readonly string[];
  /** 0 for any free one. */
  readonly port: number;
  /** What the inventory calls its platform, if it does. */
  readonly platform?: string;
  /** What decides how it behaves: a name, a path, or the content of a platform file. */
  readonly plugin: string | Readonly<Record<string, unknown>>;
  /** Where the document says so. */
  readonly pluginPath: readonly string[];
  readonly configurationFile?: string;
  readonly server: ServerConfiguration;
  readonly shell: ShellConfiguration;
  /** Command lines answered in its own way. */
  readonly commands?: Readonly<Record<string, unknown>>;
  readonly behavior?: Behavior;
}
