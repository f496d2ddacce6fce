import type { Behavior } from '../behavior/behavior';
import type { ShellConfiguration as StrictShellConfiguration } from '../nos-file/shell-configuration';

/** An inventory in FakeNOS's format, as written. The names are those of the format. */
export interface InventoryDocument {
  /** What every host has that says nothing else. */
  readonly default?: HostDefaults | null;
  readonly hosts: Readonly<Record<string, HostDocument | null>>;
  /** Ours: cables between hosts, `r1-r2` or `{ a: r1, b: r2 }`. */
  readonly links?: readonly InventoryLink[] | null;
}

/** `r1-r2`, or the two ends by name. */
export type InventoryLink = string | { readonly a: string; readonly b: string };

/** What a host can say, and the `default` block for all of them. */
export interface HostDefaults {
  readonly username?: string;
  readonly password?: string;
  /** One port, `auto` (or 0) for any free one, or with `replicas` the first and the last. */
  readonly port?: PortDocument;
  /** netmiko's `device_type`. Says what the host is, and how it behaves unless `nos.plugin` does. */
  readonly platform?: string;
  /** What Python platform modules are configured with; read, kept and not used here. */
  readonly configuration_file?: string | null;
  readonly server?: ServerDocument | null;
  readonly shell?: ShellDocument | null;
  readonly nos?: NosBlock | null;
  /** Ours: how it misbehaves from the start. */
  readonly behavior?: Behavior | null;
}

export interface HostDocument extends HostDefaults {
  /** So many hosts, called after this one with a number from 0. */
  readonly replicas?: number;
}

export type PortDocument = number | 'auto' | readonly [number, number];

export interface ServerDocument {
  readonly plugin?: string;
  readonly configuration?: ServerConfiguration | null;
}

export interface ServerConfiguration {
  /** `localhost` or an IP address. */
  readonly address?: string;
  /** PEM or OpenSSH file with the private host key. */
  readonly ssh_key_file?: string | null;
  readonly ssh_key_file_password?: string | null;
  /** Shown before the login. */
  readonly ssh_banner?: string;
  /** How FakeNOS polls, in seconds; nothing polls here. */
  readonly timeout?: number;
  readonly watchdog_interval?: number;
  /** Ours: lines of an `authorized_keys` file. */
  readonly authorized_keys?: readonly string[];
  /** Ours: where it also answers Telnet. */
  readonly telnet_port?: number | 'auto';
}

export interface ShellDocument {
  readonly plugin?: string;
  readonly configuration?: ShellConfiguration | null;
}

/** How the shell of a platform file greets and prompts; the last two mean nothing here. */
export interface ShellConfiguration extends StrictShellConfiguration {
  readonly ruler?: string | null;
  readonly completekey?: string | null;
}

export interface NosBlock {
  /** A platform, a registered platform file, the path of one, or (ours) the file's content. */
  readonly plugin?: string | Readonly<Record<string, unknown>>;
  readonly configuration?: NosConfiguration | null;
}

export interface NosConfiguration {
  /** Exact command lines that this host answers in its own way, in the format of platform files. */
  readonly commands?: Readonly<Record<string, unknown>> | null;
}
