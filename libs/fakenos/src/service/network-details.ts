/** A host of a network as the service tells of it; the names are those of the wire. */
export interface NetworkHost {
  readonly name: string;
  /** What the inventory calls its platform: netmiko's `device_type`, unless it says otherwise. */
  readonly platform: string;
  /** The port it really listens on, also where the inventory said `auto`. */
  readonly port: number;
  readonly username: string;
  readonly password: string;
  /** Where it answers Telnet, if it does. */
  readonly telnet_port?: number;
}

/** A network as the service tells of it; the names are those of the wire. */
export interface NetworkDetails {
  /** Process id; the last one it had when `alive` is false. */
  readonly pid: number;
  /** Whether its process lives. */
  readonly alive: boolean;
  /** In the order of the inventory. */
  readonly hosts: readonly NetworkHost[];
  readonly hosts_count: number;
  /** What the system says of the process (`sleeping`, `running`, …); `dead` when `alive` is false. */
  readonly status: string;
  /** How a network that is not alive ended, with its last words. */
  readonly ended?: string;
  /** Whole seconds since every host listened. */
  readonly uptime_seconds?: number;
  /** Of one core, since the process was last looked at. Absent, as what follows, where the system does not tell. */
  readonly cpu_percent?: number;
  /** MiB, two decimals. */
  readonly memory_rss_mb?: number;
  /** MiB, two decimals. */
  readonly memory_vms_mb?: number;
  readonly num_threads?: number;
}
