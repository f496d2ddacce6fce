import { leaf } from '../../configuration/config-tree';
import { takeAway } from '../../configuration/line-edits';
import type { Command, CommandCall, CommandOutcome } from '../../engine/platform';

const modes = ['shell'] as const;

/** Asking for the host's name, and giving it another one. */
export const hostnameCommands: readonly Command[] = [
  { syntax: 'hostname', modes, run: ({ device }) => device.name },
  { syntax: 'hostname <name>', modes, run: rename },
  { syntax: 'hostnamectl set-hostname <name>', modes, run: rename },
];

function rename({ device, session, args }: CommandCall): CommandOutcome {
  const name = args.name ?? '';
  if (session.username !== 'root')
    return { error: 'hostname: you must be root to change the host name', status: 1 };
  if (!/^[A-Za-z0-9][A-Za-z0-9.-]{0,62}$/.test(name)) {
    return { error: `hostname: the specified hostname is invalid`, status: 1 };
  }
  device.configuration?.edit((tree) => [
    leaf(`hostname ${name}`),
    ...takeAway(tree, (text) => text.startsWith('hostname ')),
  ]);
  return '';
}
