import type { ConfigTree } from '../../configuration/config-tree';
import type { FakeDevice } from '../../device/fake-device';

/** How a configuration looks on the screen. */
export interface ConfigLook {
  /** What stands before and after it. */
  readonly before?: (device: FakeDevice) => readonly string[];
  readonly after?: readonly string[];
  /** Blanks before the lines of a section. */
  readonly indent?: number;
  /** Stands after each section: `!`, `exit`. */
  readonly separator?: string;
}

/** The configuration as text, a line break at its end. */
export function printLines(look: ConfigLook, tree: ConfigTree, device: FakeDevice): string {
  const { before, after = [], indent = 1, separator } = look;
  return [
    ...(before?.(device) ?? []),
    ...sectionLines(tree, { indent, ...(separator !== undefined && { separator }) }),
    ...after,
    '',
  ].join('\n');
}

function sectionLines(
  tree: ConfigTree,
  look: { readonly indent: number; readonly separator?: string },
): readonly string[] {
  return tree.flatMap(({ text, children }) => {
    if (!children) return [text];
    const inside = sectionLines(children, look).map((line) => ' '.repeat(look.indent) + line);
    return [text, ...inside, ...(look.separator === undefined ? [] : [look.separator])];
  });
}
