import type { ConfigTree } from './config-tree';

/** Makes another configuration out of one; pure. */
export type ConfigEdit = (tree: ConfigTree) => ConfigTree;

/** The configuration of one device, the same for all who are logged in. What is replaced here is at once what neighbours see. */
export interface DeviceConfiguration {
  readonly running: ConfigTree;
  /** What a reload starts with. */
  readonly startup: ConfigTree;
  /** Earlier running configurations, the latest first, at most 50; only `commit` adds to them. */
  readonly history: readonly ConfigCommit[];
  /** Changes the running configuration at once, as `configure terminal` does. */
  edit(edit: ConfigEdit): void;
  /** Changes it as a whole and remembers what was before. */
  commit(edit: ConfigEdit, by: { readonly username: string; readonly comment?: string }): void;
  /** startup := running. */
  save(): void;
  /** running := startup; everybody is logged out and the device's uptime begins again. */
  reload(): void;
}

/** A configuration that was, and who replaced it when. */
export interface ConfigCommit {
  readonly tree: ConfigTree;
  readonly at: Date;
  readonly username: string;
  readonly comment?: string;
}
