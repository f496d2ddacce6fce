import { describe, expect, test } from '@jest/globals';
import { createTopologyBundle } from '@remote-lab/topology';
import { placeComplaint } from './place-complaint';

const text = `groups:
  core:
    members: [r1]
nodes:
  r1:
    bgp.as: 0
  r2:
links:
- r1-r2
bgp:
  as: 1
`;
const topology = { path: 'lab.yml', content: Buffer.from(text) };
const bundle = createTopologyBundle({ topology, extraFiles: [] });

describe('placeComplaint', () => {
  test.each([
    ["IncorrectValue in bgp: attribute 'nodes.r1.bgp.as' must be an AS number", '6:9 nodes.r1.bgp.as'],
    ["IncorrectType in bgp: attribute 'bgp.as' must be an integer", '11:3 bgp.as'],
    ['IncorrectAttr in links: Incorrect link attribute in links[1].prefix', '9:1 links[1].prefix'],
    ['IncorrectType in validate: topology.groups.core.members is wrong', '3:5 groups.core.members'],
    ['IncorrectValue in bgp: Node r2 is alone', '7:3 nodes.r2'],
    ['IncorrectValue in groups: neither a node nor a group of core: group core', '2:3 groups.core'],
    ['IncorrectValue in nodes: node r3 is not there', '1:1 '],
    ['Fatal error in topology: Unknown virtualization provider', '1:1 '],
    [
      'Fatal error in netlab: Cannot read in "x.yml", line 1, column 2 or in "x.yml", line 3, column 4',
      '3:4 ',
    ],
  ])('%s', (message, place) => {
    const problem = placeComplaint(message, bundle);
    expect(`${problem.line}:${problem.column} ${problem.path}`).toBe(place);
    expect(problem).toMatchObject({ file: message.includes('x.yml') ? 'x.yml' : 'lab.yml', message });
  });
});
