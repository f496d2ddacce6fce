import { TOPOLOGY_FILE } from '../lab-folder/write-bundle';

/** Where {@link createArguments} has netlab write, relative to the folder of the topology: outside of it. */
export const TRANSFORMED_FILE = 'transformed.json';

/**
 * What the reader needs of a transformed topology, as JSON. netlab evaluates this as Python, and writes down a text as it
 * is. Its own JSON breaks on the sets in its defaults and forgets the order of nodes, its YAML is of a version in which
 * a text can read as a number. Neither `:` nor `=` may be in it: netlab splits its argument at these.
 */
const EXPRESSION =
  "__import__('json').dumps(" +
  "dict([(key,globals().get(key)) for key in ('name','provider','groups','nodes','links')])," +
  "**dict([('default',str),('skipkeys',True)]))";

/**
 * The arguments with which netlab transforms a topology and does nothing else; the same for every release from 1.9.5 on.
 * The provider is that of the topology: with `-p external`, nine of netlab's own 130 topologies are refused, and MAC
 * addresses and containerlab's names of interfaces are missing. No provider has to be installed for this. Without
 * `--quiet`, which also keeps netlab from refusing what a topology has declared an error instead of a warning.
 */
export const createArguments: readonly string[] = [
  'create',
  '--output',
  `json:${EXPRESSION}=../${TRANSFORMED_FILE}`,
  TOPOLOGY_FILE,
];
