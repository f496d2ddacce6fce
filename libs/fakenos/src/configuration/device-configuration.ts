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
  /** Changes it as a whole and remembers what was before. It confirms a commit that waits for that. */
  commit(edit: ConfigEdit, by: CommitBy): void;
  /** Lets the last commit stand although its time runs; false when none waits. */
  confirm(): boolean;
  /** startup := running. */
  save(): void;
  /** running := startup; everybody is logged out and the device's uptime begins again. */
  reload(): void;
}

/** Who commits, and how. */
export interface CommitBy {
  readonly username: string;
  readonly comment?: string;
  /** Unless it is confirmed within so many milliseconds, running and startup configuration are again what they were. */
  readonly confirmWithinMs?: number;
}

/** A configuration that was, and who replaced it when. */
export interface ConfigCommit {
  readonly tree: ConfigTree;
  readonly at: Date;
  readonly username: string;
  readonly comment?: string;
}
