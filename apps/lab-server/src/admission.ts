import { checkRestrictedPolicy, type TopologyBundle } from '@remote-lab/topology';
import type { Config } from './config/config';

/** Refuses what the operator does not allow to be uploaded; throws TopologyError `topology_not_allowed`. */
export type Admission = (bundle: TopologyBundle) => void;

/** What each policy refuses. */
const POLICIES: Readonly<Record<Config['topologyPolicy'], Admission>> = {
  trusted: () => undefined,
  restricted: checkRestrictedPolicy,
};

/** The admission of a policy. */
export function admission(policy: Config['topologyPolicy']): Admission {
  return POLICIES[policy];
}
