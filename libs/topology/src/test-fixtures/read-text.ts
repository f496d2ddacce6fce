import { createTopologyBundle } from '../create-topology-bundle';
import { TopologyError, describeProblem } from '../errors';
import { readTopology } from '../reader/read-topology';
import type { TopologyModel } from '../topology-model';

/** Reads a topology out of a string, with extra files by path. */
export function readText(text: string, files: Record<string, string> = {}): TopologyModel {
  const extraFiles = Object.entries(files).map(([path, content]) => ({
    path,
    content: Buffer.from(content),
  }));
  return readTopology(
    createTopologyBundle({ topology: { path: 'lab.yml', content: Buffer.from(text) }, extraFiles }),
  );
}

/** Every problem of a refused topology as `line:column: path: message`; empty for one that is fine. */
export function problemsOf(text: string, files: Record<string, string> = {}): string[] {
  try {
    readText(text, files);
    return [];
  } catch (error) {
    if (!(error instanceof TopologyError)) throw error;
    return error.problems.map((problem) => describeProblem(problem).replace(/^lab\.yml:/, ''));
  }
}
