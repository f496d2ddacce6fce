import { valuesOf, type Written } from './written';

/** The names of all nodes: those in `nodes`, and members of groups, which netlab may create. */
export function declaredNodes(root: Written): ReadonlySet<string> {
  const nodes = valuesOf([root], 'nodes');
  const groups = valuesOf([root], 'groups').flatMap((value) =>
    value.kind === 'map' ? value.entries.map((entry) => entry.value) : [],
  );
  return new Set([
    ...nodes.flatMap((value) => (value.kind === 'map' ? value.entries.map(({ key }) => key) : [])),
    ...nodes.flatMap(namesIn),
    ...groups.flatMap(namesIn),
    ...valuesOf(groups, 'members').flatMap(namesIn),
  ]);
}

/** Items of a list that are names, or mappings with a name. */
function namesIn(value: Written): string[] {
  const items = value.kind === 'list' ? value.items : [];
  return [...items, ...valuesOf(items, 'name')].flatMap((item) =>
    item.kind === 'scalar' ? [item.text] : [],
  );
}
