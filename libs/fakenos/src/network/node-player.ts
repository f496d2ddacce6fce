import type { FakeDevice } from '../device/fake-device';
import { compileCommands } from '../engine/command-tree';
import type { CommandTree } from '../engine/command-tree';
import type { OpenDialogue } from '../engine/dialogue';
import type { Platform } from '../engine/platform';
import { Shell } from '../engine/shell';
import { FakeNosError } from '../errors';
import type { Logger } from '../logger';
import { withCommandOverrides } from '../nos-file/command-overrides';
import type { NosDocument } from '../nos-file/nos-document';
import { strictDialogue } from '../nos-file/strict-dialogue';
import type { DeviceFiles } from '../transport/device-files';
import { documentFiles, platformFiles } from './node-files';
import type { NetworkOrder, NodeOrder } from './network-messages';

/** Who plays a node, and how it answers. */
export interface NodePlayer {
  /** netmiko's `device_type`, or the name of a platform file. */
  readonly name: string;
  /** For humans. */
  readonly title: string;
  /** Absent for platform files. */
  readonly platform?: Platform;
  readonly open: OpenDialogue;
  /** Absent where there is nothing to read. */
  readonly files?: DeviceFiles;
}

/** What players are made of. */
export interface PlayerParts {
  readonly devices: ReadonlyMap<string, FakeDevice>;
  readonly platformFor: (name: string) => Platform | undefined;
  readonly logger: Logger;
}

/** Finds the player of each node: a platform file if the order names one, else a platform. What they share is made once. */
export function nodePlayers(order: NetworkOrder, parts: PlayerParts): (node: NodeOrder) => NodePlayer {
  const { devices, platformFor, logger } = parts;
  const trees = new Map<Platform, CommandTree>();
  const treeOf = (platform: Platform): CommandTree => {
    const tree = trees.get(platform) ?? compileCommands(platform);
    trees.set(platform, tree);
    return tree;
  };
  return (node) => {
    const document = node.document === undefined ? undefined : order.documents?.[node.document];
    if (document) return documentPlayer(document, node);
    const device = devices.get(node.name);
    const platform = device && platformFor(node.platform ?? device.netlabDevice);
    if (!device || !platform)
      throw new FakeNosError('unsupported_device', `No fake platform plays the node ${node.name}.`);
    const { commands } = node;
    let own: CommandTree | undefined;
    // The commands are compiled at the first login, so that a device nobody asks costs nothing.
    const tree = () =>
      (own ??= commands ? withCommandOverrides(treeOf(platform), commands) : treeOf(platform));
    const open: OpenDialogue = (client) => new Shell({ ...client, device, tree: tree(), logger });
    const files = platformFiles(platform, device);
    return { name: platform.name, title: platform.title, platform, open, ...(files && { files }) };
  };
}

function documentPlayer(document: NosDocument, { name, commands, shell }: NodeOrder): NodePlayer {
  const open = strictDialogue({
    document,
    host: name,
    ...(shell && { shellConfiguration: shell }),
    ...(commands && { commands }),
  });
  const files = documentFiles(document);
  return { name: document.name, title: document.name, open, ...(files && { files }) };
}
