import { describe, expect, test } from '@jest/globals';
import { findElement } from './find-element';

const topology = `# nodes: not these
defaults.device: frr
nodes:
  r1:
    device: eos
  r2: { device: nosuch, bgp.as: 65000 }
  r3:
    device: frr
links:
- r1-r2
- r1:
    ipv4: 10.0.0.1/30
  r2:
# what follows is a stub
- { r3: { ipv4: 1 } }
"groups":
  g1: [r1, r2]
`;

describe('findElement', () => {
  test.each([
    ['nodes', 3, 1],
    ['nodes.r1', 4, 3],
    ['nodes.r1.device', 5, 5],
    ['nodes.r2.device', 6, 9],
    ['nodes.r2.bgp.as', 6, 29],
    ['links', 9, 1],
    ['links[1]', 10, 1],
    ['links[2].r1.ipv4', 12, 5],
    ['links[3].r3', 15, 5],
    ['groups.g1', 17, 3],
    ['defaults.device', 2, 10],
  ])('%s is at %i:%i', (path, line, column) => {
    expect(findElement(topology, path)).toEqual({ line, column, isWhole: true });
  });

  test('what is not written out is where the nearest element around it is', () => {
    const places = ['nodes.r1.bgp.as', 'links[9].type', 'groups.g1.members', 'nodes.r9'];
    expect(places.map((path) => findElement(topology, path))).toEqual([
      { line: 4, column: 3, isWhole: false },
      { line: 9, column: 1, isWhole: false },
      { line: 17, column: 3, isWhole: false },
      { line: 3, column: 1, isWhole: false },
    ]);
    expect(findElement('nodes: [ r1, r2 ]', 'nodes.r1')).toEqual({ line: 1, column: 1, isWhole: false });
  });

  test('nothing is found of what the topology does not speak of', () => {
    expect(findElement(topology, 'vlans.red')).toBeUndefined();
    expect(findElement('', 'nodes')).toBeUndefined();
  });
});
