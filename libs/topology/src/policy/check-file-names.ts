import type { TopologyBundle } from '../topology-bundle';
import type { Problems } from '../yaml/problems';
import { policyMessage } from './policy-message';

/** Text for people, which neither netlab nor Ansible, containerlab or Vagrant look for; Ansible takes any name in a folder. */
const FOR_PEOPLE = /^(?:[A-Za-z0-9][A-Za-z0-9_-]*\.(?:md|txt)|README|LICENSE|NOTICE|CHANGELOG|AUTHORS)$/i;

/** Files that netlab reads or writes by itself. */
const OF_NETLAB = /^(?:topology-defaults|hosts|clab|netlab.*|ansible.*)\.ya?ml$/i;

/**
 * Notes every extra file but texts for people. A topology under this policy can refer to no file, so that whatever
 * else is sent along could only be meant to be found: as a template, a plugin, variables, defaults.
 */
export function checkFileNames({ topology, extraFiles }: TopologyBundle, problems: Problems): void {
  if (!/^[A-Za-z0-9_][A-Za-z0-9_.-]*\.ya?ml$/i.test(topology.path) || OF_NETLAB.test(topology.path)) {
    const why = 'netlab and its tools look for files with names such as this one, or in folders';
    problems.add(at(topology.path), '', policyMessage(why, 'call the file "topology.yml"'));
  }
  for (const { path } of extraFiles) {
    if (FOR_PEOPLE.test(path)) continue;
    const why = 'a plain topology refers to no other file, and netlab takes some for code';
    problems.add(at(path), '', policyMessage(why, 'send the topology alone'));
  }
}

const at = (file: string): { file: string; line: number; column: number } => ({ file, line: 1, column: 1 });
