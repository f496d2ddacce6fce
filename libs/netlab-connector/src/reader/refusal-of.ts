import { describeProblem, TopologyError, type TopologyBundle } from '@remote-lab/topology';
import type { NetlabError } from '../errors';
import { netlabFailure } from '../netlab-failure';
import { createArguments } from './create-arguments';
import { netlabComplaints } from './netlab-complaints';
import { placeComplaint } from './place-complaint';
import type { Transformation } from './transform-topology';
import { withoutHostPaths } from './without-host-paths';

/** A transformation that did not end well. */
export interface FailedTransformation extends Transformation {
  /** Absolute path of the folder with the topology. */
  readonly folder: string;
  readonly bundle: TopologyBundle;
}

const MAX_LISTED = 100;
const MAX_IN_MESSAGE = 5;
/** How netlab ends when the topology is to blame; argparse has 2, a signal 128 and more. */
const REFUSED = 1;
/** Python's errors about the machine. */
const MACHINE = /^(ModuleNotFoundError|ImportError|MemoryError|PermissionError|OSError|BlockingIOError)\b/;

/**
 * The error for it: TopologyError `invalid_topology` when netlab complains about the topology, or stumbles over it;
 * NetlabError `netlab_failed` when the machine is to blame.
 */
export function refusalOf(failure: FailedTransformation): TopologyError | NetlabError {
  const { exitCode, lines, tail, folder, bundle } = failure;
  const complaints = netlabComplaints(lines);
  const [first] = complaints;
  if (exitCode !== REFUSED || first === undefined || complaints.some((words) => MACHINE.test(words))) {
    return netlabFailure(createArguments, { exitCode, tail });
  }
  const problems = complaints
    .slice(0, MAX_LISTED)
    .map((complaint) => placeComplaint(withoutHostPaths(complaint, folder, bundle), bundle));
  const listed = problems.slice(0, MAX_IN_MESSAGE).map(describeProblem);
  const more = complaints.length - MAX_IN_MESSAGE;
  if (more > 0) listed.push(`and ${more} more ${more === 1 ? 'problem' : 'problems'}`);
  return new TopologyError('invalid_topology', listed.join('\n'), { problems });
}
