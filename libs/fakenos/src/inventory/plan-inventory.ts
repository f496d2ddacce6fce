import type { NodeOrder } from '../network/network-messages';
import type { NosDocument } from '../nos-file/nos-document';
import type { PlayerSources } from './find-players';
import { findPlayers } from './find-players';
import { readHostCommands } from './host-commands';
import { readHostKeys } from './host-keys';
import type { InventoryHost } from './inventory-host';
import { inventoryModel } from './inventory-model';
import type { NetworkPlan } from './network-plan';
import { platformPorts } from './platform-ports';
import type { Player } from './platform-catalogue';
import { readConfigurationFiles } from './configuration-files';
import type { Inventory } from './read-inventory';

/** What an inventory becomes. */
export interface PlanOptions extends PlayerSources {
  readonly network: string;
  /** Address that hosts listen on that say no other. */
  readonly bind: string;
}

/** Resolves all that an inventory names, its files included. Rejects as {@link findPlayers} and with `invalid_inventory`. */
export async function planInventory(
  { hosts, links }: Inventory,
  { network, bind, ...sources }: PlanOptions,
): Promise<NetworkPlan> {
  const players = await findPlayers(hosts, sources);
  const hostKeys = await readHostKeys(hosts, sources);
  const notices = await readConfigurationFiles(hosts, sources);
  const documents = new Map<NosDocument, string>();
  const keyOf = (document: NosDocument) => {
    const key = documents.get(document) ?? `${documents.size + 1} ${document.name}`;
    documents.set(document, key);
    return key;
  };
  const played = hosts.flatMap((host) => {
    const player = players.get(host.name);
    return player ? [{ host, player }] : [];
  });
  const nodes = played.map(({ host, player }) => nodeOrder(host, player, keyOf, hostKeys, sources.origin));
  const model = inventoryModel(
    network,
    played.map(({ host, player }) => ({
      name: host.name,
      hostname: host.shell.base_prompt,
      ...standing(host, player, sources),
    })),
    links,
  );
  return {
    order: {
      model,
      bind,
      nodes,
      modules: sources.catalogue.modules,
      documents: Object.fromEntries([...documents].map(([document, key]) => [key, document])),
    },
    platformOf: new Map(
      hosts.flatMap(({ name, platform }) => (platform === undefined ? [] : [[name, platform] as const])),
    ),
    notices,
  };
}

/** A host of a platform file has the interfaces of the platform that it says it is. */
function standing({ platform }: InventoryHost, player: Player, { catalogue }: PlayerSources) {
  if (player.kind === 'platform') return { device: player.name, ports: platformPorts(player.platform) };
  const like = [platform, player.document.name].map((name) => name && catalogue.find(name));
  const kin = like.find((one) => one && one.kind === 'platform');
  return {
    device: player.document.name,
    ports: platformPorts(kin && kin.kind === 'platform' ? kin.platform : undefined),
  };
}

function nodeOrder(
  host: InventoryHost,
  player: Player,
  keyOf: (document: NosDocument) => string,
  hostKeys: ReadonlyMap<string, string>,
  origin: string,
): NodeOrder {
  const { name, port, username, password, server, shell, behavior } = host;
  const { address, ssh_banner: banner, authorized_keys: authorizedKeys, telnet_port: telnetPort } = server;
  const hostKey = hostKeys.get(name);
  const commands = readHostCommands(host, origin);
  return {
    name,
    port,
    username,
    password,
    ...(player.kind === 'platform' ? { platform: player.name } : { document: keyOf(player.document) }),
    ...(address !== undefined && { bind: address === 'localhost' ? '127.0.0.1' : address }),
    ...(commands && { commands }),
    ...(Object.keys(shell).length > 0 && { shell }),
    ...(telnetPort !== undefined && { telnetPort: telnetPort === 'auto' ? 0 : telnetPort }),
    ...(behavior && { behavior }),
    ...(banner !== undefined && { banner }),
    ...(authorizedKeys && { authorizedKeys }),
    ...(hostKey !== undefined && { hostKey }),
  };
}
