import { beginsWith, changeSection } from '../../configuration/change-tree';
import { putSetting } from '../../configuration/line-edits';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import type { Command } from '../../engine/platform';

/** `neighbor 10.0.0.2 remote-as 65002` opens the neighbour's section and says its first line at once. */
export const bgpNeighbor: Command = {
  syntax: 'neighbor <address> remote-as <as:1-4294967295>',
  modes: ['config-router-bgp'],
  run: ({ device, session, args }) => {
    const address = args.address ?? '';
    if (ipv4Prefix(address)?.address !== address) return { unknown: address };
    const path = [...session.pathIn('config-router-bgp'), `neighbor ${address}`];
    const isOld = (text: string) => beginsWith(text, 'remote-as');
    device.configuration?.edit((tree) =>
      changeSection(tree, path, (section) =>
        putSetting(section, `remote-as ${args.as ?? ''}`, { isOld, place: () => 0 }),
      ),
    );
    return { within: 'config-router-bgp', mode: 'config-router-neighbor', path };
  },
};
