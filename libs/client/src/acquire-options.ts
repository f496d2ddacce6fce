import { types } from 'node:util';
import { checkOption, isObject } from './check-option';
import { duration } from './connect-options';
import { RemoteLabError } from './errors';
import { propertyOf } from './http-answer';
import { invalidOption } from './invalid-option';
import type { ExtraFile, TopologySource } from './topology-source';

/** How to acquire a lab. */
export interface AcquireOptions {
  /**
   * Whether a lab of the same content may be shared, and kept warm for the next who wants it. Without reuse the
   * lab is fresh, and gone after its release.
   */
  readonly reuse: boolean;
  /** Files that the topology refers to: paths in the topology's folder, or contents. */
  readonly extraFiles?: readonly string[] | readonly ExtraFile[];
  /** Milliseconds for everything. Default: `REMOTE_LAB_ACQUISITION_TIMEOUT`, else 600,000. */
  readonly timeout?: number;
  /** Gives up; `acquire` rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** {@link AcquireOptions}, complete and checked. */
export interface AcquireSettings {
  readonly topology: TopologySource;
  readonly reuse: boolean;
  readonly extraFiles: readonly (string | ExtraFile)[];
  readonly timeout: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * Checks what plain JavaScript may hand over, too.
 * @throws RemoteLabError `invalid_option`
 */
export function acquireSettings(
  topology: TopologySource,
  options: AcquireOptions,
  defaultTimeout: number,
): AcquireSettings {
  checkTopology(topology);
  checkReuse(options);
  const { reuse, extraFiles = [], timeout = defaultTimeout, signal } = options;
  checkExtraFiles(extraFiles);
  checkOption('signal', 'signal', signal);
  return { topology, reuse, extraFiles, timeout: duration('timeout', timeout), signal };
}

function checkTopology(topology: unknown): void {
  if (typeof topology === 'string' || isNamedContent(topology, 'name')) return;
  throw invalidOption(
    'topology',
    'the path of a file, or { name, content } with text or bytes as content',
    topology,
  );
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
  const expected = 'the path of a file, or { path, content } with text or bytes as content';
  if (!Array.isArray(extraFiles))
    throw invalidOption('extraFiles', `a list, each entry ${expected}`, extraFiles);
  const files: readonly unknown[] = extraFiles;
  for (const [index, file] of files.entries())
    if (typeof file !== 'string' && !isNamedContent(file, 'path'))
      throw invalidOption(`extraFiles[${index}]`, expected, file);
}

function isNamedContent(value: unknown, name: 'name' | 'path'): boolean {
  if (!isObject(value) || !(name in value) || !('content' in value)) return false;
  const { content } = value;
  return (
    typeof Reflect.get(value, name) === 'string' &&
    (typeof content === 'string' || types.isUint8Array(content))
  );
}
