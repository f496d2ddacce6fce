/** What Nornir's dictionary inventory plug-in reads. */
export interface NornirInventory {
  readonly hosts: Readonly<Record<string, NornirHost>>;
}

/** A host for Nornir. */
export interface NornirHost {
  /** The address at which it is announced. */
  readonly hostname: string;
  readonly port: number;
  readonly platform: string;
  readonly username: string;
  readonly password: string;
  readonly groups: readonly string[];
  /** Where it stands: the name alone does not say it when two networks have the same. */
  readonly data: { readonly network: string; readonly host: string };
}
