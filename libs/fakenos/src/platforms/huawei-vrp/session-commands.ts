import { changeSection } from '../../configuration/change-tree';
import { putSetting } from '../../configuration/line-edits';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import type { Command, CommandCall, CommandOutcome } from '../../engine/platform';
import { everyView } from './modes';
import { ping, tracert } from './ping';

const CHOOSE = "Error: Please choose 'YES' or 'NO' first before pressing 'Enter'. [Y/N]:";
const SAVED = [
  '  It will take several minutes to save configuration file, please wait.......',
  '  Configuration file had been saved successfully',
  '  Note: The configuration file will take effect after being activated',
].join('\n');

/** What is no `display` and no configuration line. */
export const sessionCommands: readonly Command[] = [
  {
    syntax: 'system-view',
    modes: ['user'],
    run: () => ({ mode: 'system', output: 'Enter system view, return user view with Ctrl+Z.' }),
  },
  { syntax: 'quit', modes: ['user'], run: () => ({ close: true }) },
  { syntax: 'return', modes: ['user'], run: () => '' },
  {
    syntax: 'screen-length <lines:0-512> temporary',
    modes: everyView,
    run: ({ args }) => ({
      output: `Info: The configuration takes effect on the current user terminal interface only.`,
      pageLines: Number(args.lines),
    }),
  },
  { syntax: 'undo terminal monitor', modes: ['user'], run: () => 'Info: Current terminal monitor is off.' },
  { syntax: 'terminal monitor', modes: ['user'], run: () => 'Info: Current terminal monitor is on.' },
  {
    syntax: 'save',
    modes: everyView,
    run: (call) =>
      yesOrNo('  Are you sure to continue?[Y/N]:', () => saved(call), {
        before: '  The current configuration will be written to the device.',
      }),
  },
  { syntax: 'save force', modes: everyView, run: saved },
  {
    syntax: 'reboot',
    modes: ['user'],
    run: ({ device }) =>
      yesOrNo('System will reboot! Continue ? [Y/N]:', () => {
        device.configuration?.reload();
        return { close: true };
      }),
  },
  {
    syntax: 'ping [ip] <address>',
    modes: everyView,
    run: ({ device, args }) => ping(device, args.address ?? ''),
  },
  {
    syntax: 'tracert <address>',
    modes: everyView,
    run: ({ device, args }) => tracert(device, args.address ?? ''),
  },
  { syntax: 'ospf <process:1-65535> router-id <address>', modes: ['system'], run: enterOspf },
];

function saved({ device }: CommandCall): string {
  device.configuration?.save();
  return SAVED;
}

function yesOrNo(
  prompt: string,
  yes: () => CommandOutcome,
  { before }: { readonly before?: string } = {},
): CommandOutcome {
  const then = (answer: string): CommandOutcome => {
    if (/^y(es)?$/i.test(answer.trim())) return yes();
    return /^no?$/i.test(answer.trim()) ? '' : { ask: { prompt: CHOOSE, echo: true, then } };
  };
  return { ...(before !== undefined && { output: before }), ask: { prompt, echo: true, then } };
}

/** The router ID is kept as a line of the process. */
function enterOspf({ device, args }: CommandCall): CommandOutcome {
  const { process = '', address = '' } = args;
  if (ipv4Prefix(address)?.address !== address) return { unknown: address };
  const path = [`ospf ${process}`];
  device.configuration?.edit((tree) =>
    changeSection(tree, path, (section) =>
      putSetting(section, `router-id ${address}`, {
        isOld: (text) => text.startsWith('router-id '),
        place: () => 0,
      }),
    ),
  );
  return { within: 'system', mode: 'ospf', path };
}
