import { describe, expect, test } from '@jest/globals';
import { createTopologyBundle } from '@remote-lab/topology';
import { withoutHostPaths } from './without-host-paths';

const content = Buffer.from('config: [/etc/known/to-all]\nprefix: 10.0.0.0/24\n');
const topology = { path: 'sites/$& lab.yaml', content };
const bundle = createTopologyBundle({ topology, extraFiles: [] });

describe('withoutHostPaths', () => {
  test.each([
    ['Cannot read /srv/x/read-1/lab/topology.yml', 'Cannot read sites/$& lab.yaml'],
    ['in "/srv/x/read-1/lab/nodes/r1.yml", line 3', 'in "nodes/r1.yml", line 3'],
    ['processing topology.yml', 'processing sites/$& lab.yaml'],
    ['Search path: - /srv/x/read-1/lab - /usr/lib/netsim/extra', 'Search path: - . - …/extra'],
    ['no template in /etc/known/to-all or /etc/shadow', 'no template in /etc/known/to-all or …/shadow'],
    ['10.0.0.0/24 on ethernet-1/1/2 of 2001:db8::/32', '10.0.0.0/24 on ethernet-1/1/2 of 2001:db8::/32'],
    ['see https://netlab.tools/module/vlan/', 'see https://netlab.tools/module/vlan/'],
  ])('%s', (said, shown) => {
    expect(withoutHostPaths(said, '/srv/x/read-1/lab', bundle)).toBe(shown);
  });
});
