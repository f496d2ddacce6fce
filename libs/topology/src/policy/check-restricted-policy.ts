import { TopologyError } from '../errors';
import type { TopologyBundle } from '../topology-bundle';
import { decodeText } from '../yaml/decode-text';
import { Places } from '../yaml/places';
import { Problems } from '../yaml/problems';
import { readYaml } from '../yaml/read-yaml';
import { checkFileNames } from './check-file-names';
import { declaredNodes } from './declared-nodes';
import { Judge } from './judge';
import { checkCharacters } from './check-characters';
import { readWritten } from './read-written';
import { TOPOLOGY_RULE } from './topology-rule';

/**
 * Lets pass only what is known to be plain data: a topology that makes netlab run nothing of its author's on the
 * lab host. It is a list of what is allowed, down to the form of every value; the rest is refused, whether or not
 * a way to abuse it is known. Says nothing of whether the topology makes sense.
 *
 * @throws TopologyError `topology_not_allowed` with every problem, in the order of the files; `invalid_topology`
 * when the file is not YAML at all
 */
export function checkRestrictedPolicy(bundle: TopologyBundle): void {
  const { path, content } = bundle.topology;
  const start = { file: path, line: 1, column: 1 };

  const unreadable = new Problems(start);
  readYaml(path, content, new Places(unreadable), unreadable);
  unreadable.throwIfAny();

  const problems = new Problems(start);
  try {
    checkFileNames(bundle, problems);
    const source = decodeText(path, content);
    if ('message' in source) throw new TypeError(source.message);
    checkCharacters(source, problems);
    const root = readWritten(source, problems);
    if (root !== undefined) new Judge(declaredNodes(root), problems).value(root, TOPOLOGY_RULE, '');
    problems.throwIfAny();
  } catch (error) {
    if (!(error instanceof TopologyError)) throw error;
    throw new TopologyError('topology_not_allowed', error.message, { problems: error.problems });
  }
}
