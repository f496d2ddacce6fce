import type { ConfigNode, ConfigTree } from '../../configuration/config-tree';
import { sectionAt } from '../../configuration/change-tree';
import type { FakeDevice } from '../../device/fake-device';
import { BUILD, VERSION } from './software';

/** The whole configuration as a backup has it. */
export function printConfiguration(tree: ConfigTree, device: FakeDevice): string {
  return `${[...heading(device), ...treeLines(tree)].join('\n')}\n`;
}

/** A section, or an entry of one, with what encloses it; what is not there is shown empty. */
export function printAt(tree: ConfigTree, path: readonly string[]): string {
  return treeLines([enclosed(path, sectionAt(tree, path) ?? [])]).join('\n');
}

/** The lines of sections, four blanks a level. */
export function treeLines(tree: ConfigTree, depth = 0): readonly string[] {
  const indent = ' '.repeat(4 * depth);
  return tree.flatMap(({ text, children }) =>
    children
      ? [
          `${indent}${text}`,
          ...treeLines(children, depth + 1),
          `${indent}${text.startsWith('edit ') ? 'next' : 'end'}`,
        ]
      : [`${indent}${text}`],
  );
}

function enclosed([text = '', ...below]: readonly string[], children: ConfigTree): ConfigNode {
  return { text, children: below.length === 0 ? children : [enclosed(below, children)] };
}

function heading({ serialNumber }: FakeDevice): readonly string[] {
  return [
    `#config-version=FGVMK6-${VERSION}-FW-build${BUILD}-250523:opmode=0:vdom=0:user=admin`,
    `#conf_file_ver=${[...serialNumber].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 10 ** 15}`,
    `#buildno=${BUILD}`,
    '#global_vdom=1',
  ];
}
