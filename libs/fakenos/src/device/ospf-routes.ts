import type { DeviceRoute } from './fake-device';
import type { OspfAdjacency, OspfRouter } from './ospf-graph';
import { routerId } from './router-id';

/** How far a router is, and over which of our adjacencies: several when paths cost the same. */
interface Path {
  readonly cost: number;
  readonly firstHops: ReadonlySet<OspfAdjacency>;
}

/** How far a prefix is. */
interface PrefixPath extends Path {
  /** Router id of the first of those who announce it at this cost. */
  readonly advertisedBy: string;
}

const OSPF_DISTANCE = 110;

/** The routes that the named router learns by OSPF: shortest paths first, equal costs side by side. */
export function ospfRoutes(graph: ReadonlyMap<string, OspfRouter>, source: string): readonly DeviceRoute[] {
  const own = new Set(graph.get(source)?.announces.map(({ prefix }) => prefix));
  const best = new Map<string, PrefixPath>();
  for (const [name, path] of shortestPaths(graph, source)) {
    if (name === source) continue;
    const router = graph.get(name);
    if (!router) continue;
    const advertisedBy = routerId(router.node);
    for (const { prefix, cost } of router.announces) {
      if (!own.has(prefix)) improve(best, prefix, { ...path, cost: path.cost + cost, advertisedBy });
    }
  }
  return [...best].flatMap(([prefix, { cost, firstHops, advertisedBy }]) =>
    [...firstHops].map(({ local, nextHop }) => ({
      prefix,
      protocol: 'ospf' as const,
      interfaceName: local.port.ifname,
      nextHop,
      advertisedBy,
      distance: OSPF_DISTANCE,
      metric: cost,
    })),
  );
}

function shortestPaths(graph: ReadonlyMap<string, OspfRouter>, source: string): ReadonlyMap<string, Path> {
  const open = new Map<string, Path>([[source, { cost: 0, firstHops: new Set() }]]);
  const settled = new Map<string, Path>();
  for (let next = nearest(open); next !== undefined; next = nearest(open)) {
    const [name, path] = next;
    open.delete(name);
    settled.set(name, path);
    for (const adjacency of graph.get(name)?.adjacencies ?? []) {
      const target = adjacency.remote.node.name;
      if (settled.has(target)) continue;
      const firstHops = name === source ? new Set([adjacency]) : path.firstHops;
      improve(open, target, { cost: path.cost + adjacency.cost, firstHops });
    }
  }
  return settled;
}

function nearest(open: ReadonlyMap<string, Path>): readonly [string, Path] | undefined {
  let best: readonly [string, Path] | undefined;
  for (const entry of open) {
    if (best === undefined || entry[1].cost < best[1].cost) best = entry;
  }
  return best;
}

function improve<P extends Path>(paths: Map<string, P>, key: string, path: P): void {
  const known = paths.get(key);
  if (known === undefined || path.cost < known.cost) {
    paths.set(key, path);
  } else if (path.cost === known.cost) {
    paths.set(key, { ...known, firstHops: new Set([...known.firstHops, ...path.firstHops]) });
  }
}
