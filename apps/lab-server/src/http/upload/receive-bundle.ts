import { readFile } from 'node:fs/promises';
import { type BundleFile, createTopologyBundle, type TopologyBundle } from '@remote-lab/topology';
import { Refusal } from '../../refusal';
import type { LabForm, ReceivedFile } from './lab-form';
import { UPLOAD_LIMITS } from './upload-limits';

/**
 * Makes the bundle of a complete form: checks names and sizes, reads the staged files.
 * @throws {TopologyError} for a bad extension or name, {@link Refusal} `upload_too_large` for a large topology.
 */
export async function receiveBundle(form: LabForm): Promise<TopologyBundle> {
  if (form.topology.size > UPLOAD_LIMITS.topologyBytes) {
    throw new Refusal(
      'upload_too_large',
      `The topology has ${form.topology.size} bytes, but may have ${UPLOAD_LIMITS.topologyBytes}; move parts of it to extra files.`,
    );
  }
  const topology = await read(form.topology);
  const extraFiles: BundleFile[] = [];
  for (const file of form.extraFiles) extraFiles.push(await read(file));
  return createTopologyBundle({ topology, extraFiles });
}

async function read(file: ReceivedFile): Promise<BundleFile> {
  return { path: file.name, content: await readFile(file.path) };
}
