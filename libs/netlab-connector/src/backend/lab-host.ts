import { mkdir, realpath } from 'node:fs/promises';
import { type LabFolders, labFolders } from '../lab-folder/lab-places';
import { statusFileOf } from '../lab-folder/status-file';
import type { NetlabRunner } from '../netlab-runner';
import { type ContainerEngine, dockerEngine } from './container-engine';

/** What the parts of the backend share: the ways to this host, and where things lie on it. */
export interface LabHost {
  readonly runner: NetlabRunner;
  readonly engine: ContainerEngine;
  /** Where netlab notes which labs run. */
  readonly statusFile: string;
  readonly folders: LabFolders;
  /** Milliseconds that `netlab down` may take. */
  readonly downTimeoutMs: number | undefined;
  /** The folder in which the system lists its interfaces. */
  readonly interfaces: string;
}

/** What {@link openLabHost} needs. */
export interface LabHostOptions {
  readonly runner: NetlabRunner;
  /** Absolute path of the folder that labs get theirs in; made when it is not there. */
  readonly folder: string;
  /** Home of the user netlab runs as. */
  readonly home: string;
  readonly downTimeoutMs?: number | undefined;
  /** The folder in which the system lists its interfaces; `/sys/class/net` by default. */
  readonly interfaces?: string;
}

/** The host, with its folder made. */
export async function openLabHost({
  runner,
  folder,
  home,
  downTimeoutMs,
  interfaces = '/sys/class/net',
}: LabHostOptions): Promise<LabHost> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return {
    runner,
    engine: dockerEngine(runner),
    statusFile: statusFileOf(home),
    // netlab notes the real path of its working directory, so ours must be without symbolic links.
    folders: labFolders(await realpath(folder)),
    downTimeoutMs,
    interfaces,
  };
}
