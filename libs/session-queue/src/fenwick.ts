/**
 * A Fenwick tree over growing ranges: prefix sums, changes and appends in O(log n). The tree is a plain list whose
 * index 0 is unused; index i holds the sum of the values (i - lowbit(i), i].
 */
export type FenwickTree = number[];

/** A tree without values. */
export function emptyTree(): FenwickTree {
  return [0];
}

/** Adds one more value at the end. */
export function appendValue(tree: FenwickTree, value: number): void {
  const index = tree.length;
  const lowest = index - lowbit(index);
  let sum = value;
  for (let i = index - 1; i > lowest; i -= lowbit(i)) sum += tree[i] ?? 0;
  tree.push(sum);
}

/** Adds `delta` to the value at this place, counted from 0; the tree ends at `length - 2`. */
export function addToValue(tree: FenwickTree, place: number, delta: number): void {
  const length = tree.length;
  for (let i = place + 1; i < length; i += lowbit(i)) tree[i] = (tree[i] ?? 0) + delta;
}

/** The sum of all values before this place. */
export function sumBefore(tree: FenwickTree, place: number): number {
  let sum = 0;
  for (let i = place; i > 0; i -= lowbit(i)) sum += tree[i] ?? 0;
  return sum;
}

function lowbit(i: number): number {
  return i & -i;
}
