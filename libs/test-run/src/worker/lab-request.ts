import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type AcquireOptions, topologyIdentity, type TopologySource } from '@remote-lab/client';
import { isPath, resolveTopology, topologyName } from '../config/resolve-topology';
import { TestRunError } from '../errors';
import { checkLabOptions } from './check-lab-options';
import { contentHash } from '../run/content-hash';
import { wordsOf } from '../words-of';
import type { RunLabState } from '../run/run-state';

/** How a test file wants its lab. */
export type LabOptions = Pick<AcquireOptions, 'reuse' | 'extraFiles' | 'timeout'>;

/** What a test file asked for. */
export interface LabRequest {
  readonly topology: TopologySource;
  /** For people: the topology as the test file names it. */
  readonly name: string;
  readonly testFile: string;
  readonly baseFolder: string;
  readonly options: LabOptions;
  /** Of the topology's file; undefined when it is none. */
  readonly contentHash: string | undefined;
}

/**
 * What `remoteLab(topology, options)` in a test file asks for; a path counts from that file.
 * @throws TestRunError `topology_missing`, `invalid_options`
 */
export function labRequest(testFile: string, topology: TopologySource, options: LabOptions): LabRequest {
  checkLabOptions(testFile, isPath(topology) ? topology : topologyName(topology), options);
  const baseFolder = path.dirname(testFile);
  const resolved = resolveTopology(topology, baseFolder);
  return {
    topology: resolved,
    name: isPath(topology) ? topology : topologyName(topology),
    testFile,
    baseFolder,
    options,
    contentHash: isPath(resolved) ? contentHash(readTopology(resolved, testFile)) : undefined,
  };
}

/**
 * Refuses at once what can be told without waiting, while test files are being collected.
 * @throws TestRunError `other_lab`
 */
export function refuseOtherLab(request: LabRequest, runLab: RunLabState): void {
  const { contentHash: wanted, options, testFile, name } = request;
  if (wanted !== undefined && runLab.contentHash !== undefined && wanted !== runLab.contentHash)
    throw otherLab(request, runLab);
  if (!options.reuse)
    throw new TestRunError(
      'other_lab',
      `${testFile} asks for a fresh ${name}, but the lab for the whole run, ${runLab.topology}, is in use. ` +
        'Ask with { reuse: true } for a share of it, or remove topology from remote-lab.config.',
    );
}

/**
 * Refuses what only a look at all files tells, before any lab is touched.
 * @throws TestRunError `other_lab`, or what the client throws when a file cannot be read
 */
export async function refuseOtherIdentity(request: LabRequest, runLab: RunLabState): Promise<void> {
  const { topology, baseFolder, options } = request;
  const identity = await topologyIdentity(topology, {
    baseFolder,
    ...(options.extraFiles !== undefined && { extraFiles: options.extraFiles }),
  });
  if (identity !== runLab.identity) throw otherLab(request, runLab);
}

function otherLab({ testFile, name }: LabRequest, { topology }: RunLabState): TestRunError {
  return new TestRunError(
    'other_lab',
    `${testFile} asks for ${name}, but the whole run has one lab, ${topology}, and the lab host has room for one. ` +
      'Use that one (lab), or remove topology from remote-lab.config so that each test file brings its own.',
  );
}

function readTopology(file: string, testFile: string): Uint8Array {
  try {
    // Collecting a test file is synchronous in every runner, and a refusal belongs there.
    return readFileSync(file);
  } catch (error) {
    throw new TestRunError(
      'topology_missing',
      `${testFile} asks for the topology ${file}, which cannot be read (${wordsOf(error)}). ` +
        'A path counts from the test file.',
    );
  }
}
