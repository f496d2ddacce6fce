import { isTree, textsOf, type Tree, type TreeValue } from './read-tree';

/** Something that a topology refers to, as it is written there. */
export interface Reference {
  /** What the file is for, which decides under which names netlab looks for it. */
  readonly kind: 'config' | 'plugin' | 'defaults' | 'file' | 'folder';
  readonly name: string;
  /** Where it is written: `nodes.r1.config`. */
  readonly place: string;
  /** Whether the lab cannot be what it should be without it; netlab brings plugins and templates of its own. */
  readonly required: boolean;
}

/** Read by netlab when it lies beside the topology, without being named. */
export const DEFAULTS_FILE = 'topology-defaults.yml';

const CLAB_FILES = ['startup-config', 'license', 'env-files'];

/** All references of a topology but its `_include` lists, which {@link readIncludes} has put in already. */
export function readReferences(topology: Tree): readonly Reference[] {
  const plugins = textsOf(at(topology, 'plugin'));
  const validation = isTree(at(topology, 'validate')) ? ['validate'] : [];
  return [
    ...defaultsReferences(topology),
    ...plugins.map((name) => reference('plugin', name, 'plugin', false)),
    ...validation.map((name) => reference('folder', name, name, false)),
    ...settingsOf(topology).flatMap(({ place, settings }) => settingsReferences(settings, place, plugins)),
  ];
}

/** The files of defaults that a topology, or a file of defaults, names. */
export function defaultsReferences(topology: Tree): readonly Reference[] {
  const named = (key: string): readonly Reference[] | undefined => {
    const place = `defaults.sources.${key}`;
    const value = at(topology, place);
    return value === undefined
      ? undefined
      : textsOf(value).map((name) => reference('defaults', name, place, key === 'extra'));
  };
  const standard = [reference('defaults', DEFAULTS_FILE, 'defaults', false)];
  return named('list') ?? [...(named('extra') ?? []), ...(named('user') ?? standard)];
}

interface Settings {
  readonly place: string;
  readonly settings: Tree;
}

/** Whatever may have settings of nodes. */
function settingsOf(topology: Tree): readonly Settings[] {
  const defaults = at(topology, 'defaults');
  const lists = ['nodes', 'groups', 'fabric'].flatMap((key) => entries(at(topology, key), key));
  const groupData = lists.flatMap(({ place, settings }) => {
    const data = at(settings, 'node_data');
    return isTree(data) ? [{ place: `${place}.node_data`, settings: data }] : [];
  });
  const components = entries(at(topology, 'components'), 'components').flatMap(({ place, settings }) =>
    entries(at(settings, 'nodes'), `${place}.nodes`),
  );
  const devices = entries(at(topology, 'defaults.devices'), 'defaults.devices');
  const inDefaults = isTree(defaults) ? entries(at(defaults, 'groups'), 'defaults.groups') : [];
  return [...lists, ...groupData, ...components, ...devices, ...inDefaults];
}

function settingsReferences(settings: Tree, place: string, plugins: readonly string[]): readonly Reference[] {
  const templates = textsOf(at(settings, 'config')).filter((name) => !name.startsWith('-'));
  const files = CLAB_FILES.flatMap((key) =>
    textsOf(at(settings, `clab.${key}`))
      .filter(isOwnFile)
      .map((name) => reference('file', name, `${place}.clab.${key}`, true)),
  );
  return [
    ...templates.map((name) => reference('config', name, `${place}.config`, !plugins.includes(name))),
    ...keysOrTexts(at(settings, 'clab.config_templates')).map((name) =>
      reference('config', name.split(':')[0] ?? name, `${place}.clab.config_templates`, false),
    ),
    ...files,
    // Files that netlab makes may be bound as well, so none has to be there.
    ...keysOrTexts(at(settings, 'clab.binds'))
      .map((bind) => bind.split(':')[0] ?? bind)
      .filter(isOwnFile)
      .flatMap((name) => [
        reference('file', name, `${place}.clab.binds`, false),
        reference('folder', name, `${place}.clab.binds`, false),
      ]),
  ];
}

/** Not one of the lab host, of containerlab's, of the web, or a configuration written out. */
function isOwnFile(name: string): boolean {
  return !/^[/~]|:\/\/|__clab|[\r\n{]/.test(name);
}

function reference(kind: Reference['kind'], name: string, place: string, required: boolean): Reference {
  return { kind, name, place, required };
}

function at(tree: Tree, path: string): TreeValue {
  return path
    .split('.')
    .reduce<TreeValue>((value, key) => (isTree(value) ? value.get(key) : undefined), tree);
}

function entries(value: TreeValue, place: string): readonly Settings[] {
  const pairs: readonly (readonly [string | number, TreeValue])[] = isTree(value)
    ? [...value]
    : Array.isArray(value)
      ? [...value.entries()]
      : [];
  return pairs.flatMap(([key, settings]) =>
    isTree(settings) ? [{ place: `${place}.${nameOf(settings) ?? key}`, settings }] : [],
  );
}

/** A node in a list has its name inside. */
function nameOf(settings: Tree): string | undefined {
  return textsOf(settings.get('name'))[0];
}

/** File names have dots, so their keys were taken apart. */
function keysOrTexts(value: TreeValue): readonly string[] {
  if (!isTree(value)) return textsOf(value);
  return [...value].flatMap(([key, inner]) =>
    isTree(inner) ? keysOrTexts(inner).map((rest) => `${key}.${rest}`) : [key],
  );
}
