import type { HostDefaults, HostDocument, NosBlock } from './inventory-document';

/** FakeNOS's own, below those of the inventory. */
const BUILT_IN = { username: 'user', password: 'user', port: 6000, plugin: 'cisco_ios' } as const;

/** A host's block on top of the inventory's defaults, on top of FakeNOS's. */
export interface MergedHost {
  readonly block: HostDocument & Required<Pick<HostDocument, 'username' | 'password' | 'port'>>;
  /** What decides how it behaves, and which block says so, with the key inside it. */
  readonly plugin: {
    readonly value: string | Readonly<Record<string, unknown>>;
    readonly from: PluginSource;
  };
}

/** `built-in` when nobody names a platform. */
export interface PluginSource {
  readonly block: 'host' | 'default' | 'built-in';
  readonly key: readonly string[];
}

/**
 * Server, shell and nos are merged key by key, where FakeNOS has a host's block replace the default one whole: a host
 * that only sets its address keeps the banner.
 *
 * In each block `nos.plugin` says how a host behaves and `platform` what it is called; a host's `platform` alone is
 * nearer than the default's `nos.plugin`.
 */
export function mergeHost(defaults: HostDefaults, host: HostDocument): MergedHost {
  const { username, password, port } = BUILT_IN;
  const server = mergeBlock(defaults.server, host.server);
  const shell = mergeBlock(defaults.shell, host.shell);
  const nos = mergeNos(defaults.nos, host.nos);
  const behavior = merge(defaults.behavior, host.behavior);
  return {
    block: {
      username,
      password,
      port,
      ...defined(defaults),
      ...defined(host),
      ...(server && { server }),
      ...(shell && { shell }),
      ...(nos && { nos }),
      ...(behavior && { behavior }),
    },
    plugin: pluginOf(host, 'host') ??
      pluginOf(defaults, 'default') ?? { value: BUILT_IN.plugin, from: { block: 'built-in', key: [] } },
  };
}

function pluginOf(
  { nos, platform }: HostDefaults,
  block: PluginSource['block'],
): MergedHost['plugin'] | undefined {
  if (nos?.plugin !== undefined) return { value: nos.plugin, from: { block, key: ['nos', 'plugin'] } };
  return platform === undefined ? undefined : { value: platform, from: { block, key: ['platform'] } };
}

function mergeBlock<C extends object>(
  under: { readonly plugin?: string; readonly configuration?: C | null } | null | undefined,
  over: { readonly plugin?: string; readonly configuration?: C | null } | null | undefined,
): { readonly plugin?: string; readonly configuration?: C } | undefined {
  if (!under && !over) return undefined;
  const configuration = merge(under?.configuration, over?.configuration);
  const plugin = over?.plugin ?? under?.plugin;
  return { ...(plugin !== undefined && { plugin }), ...(configuration && { configuration }) };
}

function mergeNos(
  under: NosBlock | null | undefined,
  over: NosBlock | null | undefined,
): NosBlock | undefined {
  if (!under && !over) return undefined;
  const commands = merge(under?.configuration?.commands, over?.configuration?.commands);
  const plugin = over?.plugin ?? under?.plugin;
  return { ...(plugin !== undefined && { plugin }), ...(commands && { configuration: { commands } }) };
}

function merge<T extends object>(under: T | null | undefined, over: T | null | undefined): T | undefined {
  if (!under) return over ?? undefined;
  return over ? { ...under, ...over } : under;
}

/** What is null in YAML has not been said. */
function defined<T extends object>(block: T): T {
  const said = Object.entries(block).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(said) as T;
}
