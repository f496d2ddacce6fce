import type { TopologyBundle } from '../topology-bundle';
import type { TopologyModel } from '../topology-model';
import { emptyMap, isMap, typeName, type DataMap } from '../yaml/data';
import { Places } from '../yaml/places';
import { Problems } from '../yaml/problems';
import { applyGroups } from './apply-groups';
import { buildLinks } from './build-links';
import { buildModel } from './build-model';
import { checkTopologyKeys } from './check-keys';
import { readDefaults } from './default-files';
import { reportValue, type Draft } from './draft';
import { expandComponents, nodeNames } from './expand-components';
import { expandClones, expandFabric } from './expand-plugins';
import { isIdentifier } from './identifiers';
import { fileReader } from './include-files';
import { expandLags } from './lag-links';
import { checkLinkSizes } from './limits';
import { readModuleLinks } from './module-links';
import { readGroups, resolveMembers } from './read-groups';
import { readLinks } from './read-links';
import { checkNodeKeys, readNodes } from './read-nodes';
import { readPools } from './read-pools';
import { resolveNodes } from './resolve-nodes';
import { withoutUnmanaged } from './unmanaged-nodes';
import { addVrfLoopbacks } from './vrf-loopbacks';

/** What the file alone does not say. */
export interface ReadTopologyOptions {
  /** Name of a lab whose file has no `name:`; netlab takes that of the folder. Shows in the names of bridges. */
  readonly defaultName?: string;
}

/**
 * Reads a topology as netlab would build it. Nothing of the file is run: it is data throughout.
 *
 * @throws TopologyError `invalid_topology` with every problem found, each with file, line and column
 */
export function readTopology(bundle: TopologyBundle, options: ReadTopologyOptions = {}): TopologyModel {
  const problems = new Problems({ file: bundle.topology.path, line: 1, column: 1 });
  const places = new Places(problems);
  const readFile = fileReader(bundle, places, problems);
  const root = readFile(bundle.topology.path, bundle.topology.content) ?? emptyMap();
  problems.throwIfAny();

  const draft = startDraft(
    root,
    readDefaults(bundle, root, places, readFile),
    places,
    problems,
    options.defaultName ?? 'lab',
  );
  checkTopologyKeys(draft);
  for (const [name, node] of readNodes(draft, root, 'nodes')) draft.nodes.set(name, node);
  readGroups(draft);
  expandFabric(draft);
  draft.links.push(...readLinks(draft, root, 'links', nodeNames(draft.nodes)));
  draft.moduleLinks = readModuleLinks(draft, nodeNames(draft.nodes));
  expandClones(draft);
  expandComponents(draft);
  if (draft.nodes.size === 0 && problems.count === 0) {
    problems.add(places.of(root), 'nodes', 'the topology has no nodes; add "nodes: [ r1, r2 ]"');
  }
  problems.throwIfAny();

  resolveMembers(draft);
  problems.throwIfAny();
  applyGroups(draft);
  checkNodeKeys(draft);
  const pools = readPools(draft);
  const nodes = resolveNodes(draft, pools);
  expandLags(draft);
  draft.links.push(...draft.moduleLinks);
  checkLinkSizes(draft, draft.links);
  const links = buildLinks(draft, nodes, pools);
  addVrfLoopbacks(draft, nodes, pools);
  const lab = withoutUnmanaged(draft, nodes, links);
  const model = buildModel(draft, lab.nodes, lab.links);
  problems.throwIfAny();
  return model;
}

function startDraft(
  root: DataMap,
  defaults: DataMap,
  places: Places,
  problems: Problems,
  defaultName: string,
): Draft {
  const { defaults: written = null } = root;
  const name = root['name'] ?? defaults['name'] ?? null;
  const labName = typeof name === 'string' ? name : defaultName;
  const draft: Draft = {
    places,
    problems,
    root,
    defaults,
    labName,
    nodes: new Map(),
    groups: new Map(),
    links: [],
    moduleLinks: [],
  };
  if (written !== null && !isMap(written)) {
    reportValue(draft, root, 'defaults', 'defaults', `must be a mapping, not ${typeName(written)}`);
  }
  if (name !== null && (typeof name !== 'string' || !isIdentifier(name))) {
    reportValue(
      draft,
      root,
      'name',
      'name',
      'a lab name begins with a letter or _ and has at most 16 letters, digits, _ and -',
    );
  }
  return draft;
}
