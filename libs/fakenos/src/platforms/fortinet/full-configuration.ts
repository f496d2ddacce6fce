import type { ConfigTree } from '../../configuration/config-tree';
import { leaf } from '../../configuration/config-tree';

const DEFAULTS: Readonly<Record<string, readonly string[]>> = {
  'config system global': ['set admintimeout 5', 'set admin-sport 443', 'set admin-ssh-port 22'],
  'config system console': ['set baudrate 9600', 'set login enable', 'set mode line', 'set output more'],
};
const OF_INTERFACES = ['set status up', 'set mtu-override disable', 'set mode static'];

/** The configuration together with what nobody has set: `show full-configuration`. */
export function fullConfiguration(tree: ConfigTree): ConfigTree {
  const missing = Object.keys(DEFAULTS).filter((text) => !tree.some((node) => node.text === text));
  const whole = [...tree, ...missing.map((text) => ({ text, children: [] }))];
  return whole.map(({ text, children }) => {
    if (!children) return { text };
    if (text !== 'config system interface')
      return { text, children: completed(children, DEFAULTS[text] ?? []) };
    const entries = children.map((entry) => ({
      text: entry.text,
      children: completed(entry.children ?? [], OF_INTERFACES),
    }));
    return { text, children: entries };
  });
}

function completed(lines: ConfigTree, defaults: readonly string[]): ConfigTree {
  const attribute = (text: string) => text.split(' ')[1];
  const absent = defaults.filter((text) => !lines.some((line) => attribute(line.text) === attribute(text)));
  return [...absent.map(leaf), ...lines];
}
