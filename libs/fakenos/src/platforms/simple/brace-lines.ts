import type { ConfigTree } from '../../configuration/config-tree';
import { block, leaf } from '../../configuration/config-tree';
import { printBraces } from '../../configuration/print-braces';

/** How lines become blocks. */
export interface BraceLook {
  /** Words that share a line with the one that follows: `ethernet eth1 {`. */
  readonly tags: readonly string[];
  /** What ends a line that opens no block: `;`. */
  readonly end?: string;
}

/** `set system host-name r1` lines as blocks in braces, lines that begin alike in the same one. */
export function linesAsBraces(tree: ConfigTree, look: BraceLook): string {
  const paths = tree.map(({ text }) => pathOf(text.replace(/^set /, ''), look.tags));
  return [...printBraces(grouped(paths), { terminator: look.end ?? '' }), ''].join('\n');
}

function pathOf(line: string, tags: readonly string[]): readonly string[] {
  const words = line.match(/"[^"]*"|'[^']*'|\S+/g) ?? [];
  const steps: string[] = [];
  let tagged = false;
  for (const word of words) {
    if (tagged) steps.push(`${steps.pop() ?? ''} ${word}`);
    else steps.push(word);
    tagged = !tagged && tags.includes(word);
  }
  const [value, name] = [steps.at(-1), steps.at(-2)];
  const isTagged = name?.includes(' ') || value?.includes(' ');
  return name === undefined || isTagged ? steps : [...steps.slice(0, -2), `${name} ${value ?? ''}`];
}

function grouped(paths: readonly (readonly string[])[]): ConfigTree {
  const heads = [...new Set(paths.map(([head]) => head).filter((head) => head !== undefined))];
  return heads.map((head) => {
    const below = paths.filter(([first, next]) => first === head && next !== undefined);
    return below.length > 0 ? block(head, grouped(below.map((path) => path.slice(1)))) : leaf(head);
  });
}
