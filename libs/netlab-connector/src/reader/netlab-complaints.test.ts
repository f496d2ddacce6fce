import { describe, expect, test } from '@jest/globals';
import { netlabComplaints } from './netlab-complaints';

const complaintsIn = (text: string): readonly string[] => netlabComplaints(text.trim().split('\n'));

describe('netlabComplaints', () => {
  test('are those about the topology, each with its hints, without the words that say nothing more', () => {
    const said = `
Errors encountered while processing topology.yml
Warning in bgp: nobody is in this AS
... which is odd
IncorrectValue in nodes: attribute 'nodes.r1.device' must be known device type identifier (got nosuch)
... use 'netlab show devices' to display
    valid devices
MissingValue in bgp.policy: no policy

IncorrectValue in nodes: attribute 'nodes.r1.device' must be known device type identifier (got nosuch)
Fatal error in netlab: Cannot proceed beyond this point due to errors, exiting`;
    expect(complaintsIn(said)).toEqual([
      "IncorrectValue in nodes: attribute 'nodes.r1.device' must be known device type identifier (got nosuch) use 'netlab show devices' to display valid devices",
      'MissingValue in bgp.policy: no policy',
      "IncorrectValue in nodes: attribute 'nodes.r1.device' must be known device type identifier (got nosuch)",
    ]);
  });

  test('a fatal error that stands alone is one', () => {
    const said = `
Fatal error in netlab: Cannot read YAML from /lab/topology.yml: while parsing a flow sequence
  in "/lab/topology.yml", line 1, column 8
expected ',' or ']', but got ':'`;
    expect(complaintsIn(said)).toEqual([
      "Fatal error in netlab: Cannot read YAML from /lab/topology.yml: while parsing a flow sequence in \"/lab/topology.yml\", line 1, column 8 expected ',' or ']', but got ':'",
    ]);
    expect(complaintsIn('Fatal error in netlab: Fatal topology errors, aborting')).toHaveLength(1);
  });

  test('of a traceback only the last words are', () => {
    const said = `
Traceback (most recent call last):
  File "/netsim/augment/nodes.py", line 49, in create_node_dict
    node_dict[n.name] = n
              ^^^^^^
AttributeError: 'int' object has no attribute 'name'`;
    expect(complaintsIn(said)).toEqual(["AttributeError: 'int' object has no attribute 'name'"]);
  });

  test('one that never ends is cut', () => {
    const [complaint] = complaintsIn(`IncorrectValue in links: ${'x'.repeat(9000)}`);
    expect(complaint).toHaveLength(1001);
  });

  test('there are none when nothing is said', () => {
    expect(netlabComplaints([])).toEqual([]);
  });
});
