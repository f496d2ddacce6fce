import type { ConfigCommit } from '../../configuration/device-configuration';
import { diffTrees } from '../../configuration/diff-trees';
import type { FakeDevice } from '../../device/fake-device';
import type { CommandCall, CommandOutcome } from '../../engine/platform';
import { typedLines } from './change-lines';
import { framed } from './print-configuration';
import { longDate, stamped } from './time-stamp';

const FIRST_ID = 1_000_000_000;
const WIDTHS = [5, 22, 10, 20, 12, 0];

/** Another text after every commit, whoever made it. */
export function commitMark({ configuration }: FakeDevice): string {
  const { length = 0, 0: last } = configuration?.history ?? [];
  return `${length} ${last?.at.getTime() ?? 0}`;
}

/** `show configuration commit list`: the latest one first, by its label if it has one. */
export function commitList({ device }: CommandCall): string {
  const history = device.configuration?.history ?? [];
  const row = (cells: readonly string[]) =>
    cells.map((cell, index) => cell.padEnd(WIDTHS[index] ?? 0)).join('');
  const rows = history.map((one, index) =>
    row([
      String(index + 1),
      nameOf(one, history.length - index),
      one.username,
      'vty0:node0_RP0_CPU0',
      'CLI',
      longDate(one.at),
    ]),
  );
  const header = row(['SNo.', 'Label/ID', 'User', 'Line', 'Client', 'Time Stamp']);
  return stamped(device, [header, header.replace(/\S/g, '~'), ...rows].join('\n'));
}

/** `show configuration commit changes last 2`: the history has what was before each commit. */
export function commitChanges({ device, args }: CommandCall): string {
  const { running = [], history = [] } = device.configuration ?? {};
  const before = history[Math.min(Number(args.count), history.length) - 1]?.tree ?? running;
  return stamped(device, framed(typedLines(diffTrees(before, running))));
}

/** `rollback configuration last 2`: what was before the second last commit is in force again. */
export function rollback({ device, session, args }: CommandCall): CommandOutcome {
  const target = device.configuration?.history[Number(args.count) - 1];
  if (!target) return { output: stamped(device, '% There are not so many commits.'), status: 1 };
  device.configuration?.commit(() => target.tree, { username: session.username });
  device.configuration?.save();
  return stamped(
    device,
    'Loading Rollback Changes.\nLoaded Rollback Changes in 1 sec\nCommitting.\n' +
      `Updated Commit database in 1 sec\nConfiguration successfully rolled back ${args.count} commits.`,
  );
}

function nameOf({ comment }: ConfigCommit, number: number): string {
  return comment === undefined || comment.includes(' ') ? String(FIRST_ID + number) : comment;
}
