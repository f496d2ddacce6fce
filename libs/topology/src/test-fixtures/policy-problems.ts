import { createTopologyBundle } from '../create-topology-bundle';
import { TopologyError, describeProblem } from '../errors';
import { checkRestrictedPolicy } from '../policy/check-restricted-policy';

/** What the policy `restricted` says of a topology: `line:column: path: message`; empty for one that passes. */
export function policyProblems(
  text: string | Uint8Array,
  extraFiles: readonly string[] = [],
  path = 'lab.yml',
): string[] {
  const bundle = createTopologyBundle({
    topology: { path, content: typeof text === 'string' ? Buffer.from(text) : text },
    extraFiles: extraFiles.map((file) => ({ path: file, content: Buffer.from('x') })),
  });
  try {
    checkRestrictedPolicy(bundle);
    return [];
  } catch (error) {
    if (!(error instanceof TopologyError) || error.code !== 'topology_not_allowed') throw error;
    return error.problems.map((problem) => describeProblem(problem).replace(/^lab\.yml:/, ''));
  }
}
