import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  createTopologyBundle,
  readTopology,
  TopologyError,
  type TopologyBundle,
  type TopologyReader,
} from '@remote-lab/topology';
import { messageOf } from '../errors';
import { NetlabRunner } from '../netlab-runner';
import { netlabTopologyReader } from './netlab-topology-reader';
import { comparable } from './test-fixtures/comparable';

/** A copy of netlab's sources, release 26.03, for its topologies; netlab itself has to be on the PATH. */
const corpus = process.env['REMOTE_LAB_NETLAB_CORPUS'];
const hasNetlab = (process.env['PATH'] ?? '')
  .split(delimiter)
  .some((folder) => existsSync(join(folder, 'netlab')));

/** Topologies of which the two readers have different models, and why. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'anycast-gateway.yml': 'gateways whose members have no address of their own',
  'bgp-unnumbered-dual-stack.yml': 'IPv6 switched on for BGP over IPv4-only links',
  'bridge-module-attr.yml': 'a bridge node in place of a LAN',
  'dhcp-server-on-segment.yml': 'addresses of DHCP clients as their neighbors see them',
  'dhcp-vlan.yml': 'addresses of DHCP clients as their neighbors see them',
  'groups-vlan-vrf.yml': 'groups of VRFs',
  'node.clone-plugin.yml': 'unused interfaces that fill gaps on libvirt',
};

/** Topologies that only netlab reads. */
const ONLY_NETLAB: Readonly<Record<string, string>> = {
  'node.clone-plugin-lag.yml': 'clones of members of LAGs',
};

const SEVERAL_FILES = 'nodes: { _include: [nodes/*.yml] }\nlinks: [r1-r2, r1]\n';

const defaultName = 'input';
const MINUTES = 60_000;

(corpus === undefined || !hasNetlab ? describe.skip : describe)("netlab's reading and ours", () => {
  let home = '';
  let netlab: TopologyReader;
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'agreement-'));
    const environment = { ...process.env, HOME: home };
    const { run } = new NetlabRunner({ environment, owner: home });
    netlab = netlabTopologyReader({ runNetlab: run, scratchFolder: join(home, 'scratch') });
  });
  afterAll(() => rm(home, { recursive: true }));

  const byNetlab = async (bundle: TopologyBundle): Promise<unknown> =>
    comparable(await netlab.read(bundle, { defaultName, signal: new AbortController().signal }));

  test(
    "agree on netlab's topologies, but for those named above",
    async () => {
      const different: string[] = [];
      const unread: string[] = [];
      const bundles = await bundlesIn('topology/input', 'coverage/input');
      for (const bundle of bundles) {
        const expected = await byNetlab(bundle);
        const own = ownReading(bundle);
        if (own === undefined) unread.push(bundle.topology.path);
        else if (JSON.stringify(sorted(own)) !== JSON.stringify(sorted(expected)))
          different.push(bundle.topology.path);
      }
      expect(different).toEqual(Object.keys(EXCEPTIONS));
      expect(unread).toEqual(Object.keys(ONLY_NETLAB));
      expect(bundles.length).toBeGreaterThanOrEqual(130);
    },
    15 * MINUTES,
  );

  test('agree on a topology of several files, and on devices that the default provider has no image of', async () => {
    const topology = { path: 'lab.yml', content: Buffer.from(SEVERAL_FILES) };
    const r1 = { path: 'nodes/r1.yml', content: Buffer.from('device: srlinux') };
    const r2 = { path: 'nodes/r2.yml', content: Buffer.from('device: frr') };
    const bundle = createTopologyBundle({ topology, extraFiles: [r1, r2] });
    expect(await byNetlab(bundle)).toEqual(ownReading(bundle));
    expect(ownReading(bundle)).toMatchObject({ nodes: [{ device: 'srlinux' }, { device: 'frr' }] });
  });

  test(
    'what netlab refuses is refused with its words, and without the names of folders of this host',
    async () => {
      const bundles = await bundlesIn('errors', 'coverage/errors');
      for (const bundle of bundles) {
        const refusal = await byNetlab(bundle).catch((error: unknown) => error);
        const message = messageOf(refusal);
        const expected = await firstComplaint(bundle.topology.path);
        expect([bundle.topology.path, refusal]).toEqual([
          bundle.topology.path,
          expect.objectContaining({ code: 'invalid_topology' }),
        ]);
        expect(message).toContain(expected);
        expect(message).not.toContain(home);
      }
      expect(bundles.length).toBeGreaterThanOrEqual(138);
    },
    15 * MINUTES,
  );
});

async function bundlesIn(...folders: readonly string[]): Promise<readonly TopologyBundle[]> {
  const lists = folders.map(async (folder) => {
    const path = join(corpus ?? '', 'tests', folder);
    const names = (await readdir(path)).filter((name) => name.endsWith('.yml'));
    return names.sort().map((name) => join(path, name));
  });
  return Promise.all(
    (await Promise.all(lists)).flat().map(async (path) => {
      const topology = { path: basename(path), content: await readFile(path) };
      return createTopologyBundle({ topology, extraFiles: [] });
    }),
  );
}

/** What netlab's own tests want to hear first; no words where they do not say, or name files. */
async function firstComplaint(topology: string): Promise<string> {
  const log = topology.replace(/yml$/, 'log');
  const texts = ['errors', 'coverage/errors'].map((folder) =>
    readFile(join(corpus ?? '', 'tests', folder, log), 'utf8').catch(() => ''),
  );
  const [first = ''] = (await Promise.all(texts)).join('').split('\n');
  return first.includes('errors/') ? '' : first;
}

function ownReading(bundle: TopologyBundle): unknown {
  try {
    return comparable(readTopology(bundle, { defaultName }));
  } catch (error) {
    if (error instanceof TopologyError) return undefined;
    throw error;
  }
}

/** Keys in one order, so that only values make a difference. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  );
}
