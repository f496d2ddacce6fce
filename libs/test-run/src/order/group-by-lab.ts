/**
 * The items with those of the same lab next to each other, where the first of them was; `undefined` is no lab. The order
 * within a lab, and of everything else, stays.
 */
export function groupByLab<Item>(items: readonly Item[], labOf: (item: Item) => string | undefined): Item[] {
  const groups = new Map<string | symbol, Item[]>();
  for (const item of items) {
    const lab = labOf(item) ?? Symbol('alone');
    const group = groups.get(lab);
    if (group === undefined) groups.set(lab, [item]);
    else group.push(item);
  }
  return [...groups.values()].flat();
}
