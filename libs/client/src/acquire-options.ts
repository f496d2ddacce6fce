import { types } from 'node:util';
import { checkOption, isObject } from './check-option';
import { checkOptionNames } from './check-option-names';
import { duration } from './connect-options';
import { RemoteLabError } from './errors';
import { propertyOf } from './http-answer';
import { invalidOption } from './invalid-option';
import { type TopologyInput, topologyInput } from './topology/topology-input';
import type { ExtraFiles, TopologySource } from './topology-source';

/** How to acquire a lab. */
export interface AcquireOptions {
  /**
   * Whether a lab of the same content may be shared, and kept warm for the next who wants it. Without reuse the
   * lab is fresh, and gone after its release.
   */
  readonly reuse: boolean;
  /**
   * Files that the topology refers to: a list of paths in the topology's folder, or of contents; the path of a folder,
   * with all that is below it but dot-files and `node_modules`; or `'follow'` to take what the topology refers to.
   */
  readonly extraFiles?: ExtraFiles;
  /**
   * The folder that a relative path of the topology counts from, and in which the extra files of a topology without a
   * file are. Default: the working directory.
   */
  readonly baseFolder?: string;
  /** Milliseconds for everything. Default: `REMOTE_LAB_ACQUISITION_TIMEOUT`, else 600,000. */
  readonly timeout?: number;
  /** Gives up; `acquire` rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called with each line that the backend prints while the lab is built, by servers that tell. */
  readonly onOutput?: (line: string) => void;
}

/** {@link AcquireOptions}, complete and checked. */
export interface AcquireSettings {
  readonly topology: TopologyInput;
  readonly reuse: boolean;
  readonly extraFiles: ExtraFiles;
  readonly baseFolder: string | undefined;
  readonly timeout: number;
  readonly signal: AbortSignal | undefined;
  readonly onOutput: ((line: string) => void) | undefined;
}

/** A misspelt one would go unheard; the compiler keeps this list complete. */
const NAMES: Readonly<Record<keyof AcquireOptions, true>> = {
  reuse: true,
  extraFiles: true,
  baseFolder: true,
  timeout: true,
  signal: true,
  onOutput: true,
};

/**
 * Checks what plain JavaScript may hand over, too.
 * @throws RemoteLabError `invalid_option`, or `topology_extension`
 */
export function acquireSettings(
  topology: TopologySource,
  options: AcquireOptions,
  defaultTimeout: number,
): AcquireSettings {
  const input = topologyInput(topology);
  if (isObject(options)) checkOptionNames(options, Object.keys(NAMES), 'acquire');
  checkReuse(options);
  const { reuse, extraFiles = [], baseFolder, timeout = defaultTimeout, signal, onOutput } = options;
  checkExtraFiles(extraFiles);
  checkOption('baseFolder', 'text', baseFolder);
  checkOption('signal', 'signal', signal);
  checkOption('onOutput', 'callback', onOutput);
  return {
    topology: input,
    reuse,
    extraFiles,
    baseFolder,
    timeout: duration('timeout', timeout),
    signal,
    onOutput,
  };
}

function checkReuse(options: unknown): void {
  const reuse = propertyOf(options, 'reuse');
  if (typeof reuse === 'boolean') return;
  const problem =
    reuse === undefined
      ? 'reuse must be stated, such as client.acquire(topology, { reuse: true }).'
      : invalidOption('reuse', 'true or false', reuse).message;
  throw new RemoteLabError(
    'invalid_option',
    `${problem} With true, a running lab of the same content is shared, with what others did to it, and kept for ` +
      'the next; with false, the lab is fresh, takes its time to be built, and is gone after its release. ' +
      'Only the caller knows which one is right, so there is no default.',
  );
}

function checkExtraFiles(extraFiles: unknown): void {
  if (isPath(extraFiles)) return;
  const entry = 'the path of a file or folder, or { path, content } with text or bytes as content';
  if (!Array.isArray(extraFiles))
    throw invalidOption(
      'extraFiles',
      `'follow', the path of a folder, or a list, each entry ${entry}`,
      extraFiles,
    );
  const files: readonly unknown[] = extraFiles;
  for (const [index, file] of files.entries())
    if (!isPath(file) && !isExtraFile(file)) throw invalidOption(`extraFiles[${index}]`, entry, file);
}

function isPath(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

function isExtraFile(value: unknown): boolean {
  if (!isObject(value)) return false;
  const content = propertyOf(value, 'content');
  return (
    typeof propertyOf(value, 'path') === 'string' &&
    (typeof content === 'string' || types.isUint8Array(content))
  );
}
