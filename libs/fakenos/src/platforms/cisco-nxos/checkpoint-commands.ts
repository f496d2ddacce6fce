import type { ConfigCommit } from '../../configuration/device-configuration';
import type { TreeChange } from '../../configuration/diff-trees';
import { diffTrees } from '../../configuration/diff-trees';
import type { FakeDevice } from '../../device/fake-device';
import type { Command, CommandCall, CommandOutcome } from '../../engine/platform';
import type { ChangeLayout } from '../cisco/change-lines';
import { changeLines, settingKeys } from '../cisco/change-lines';
import { dateWords } from '../text/date-words';
import { nxosGrammar } from './grammar';
import { printConfiguration } from './print-configuration';

const LAYOUT: ChangeLayout = { settings: settingKeys(nxosGrammar), width: 2 };

/** Configurations that are remembered by name, and gone back to. */
export const checkpointCommands: readonly Command[] = [
  exec('checkpoint [<checkpoint>]', remember),
  exec('show checkpoint summary', ({ device }) => summary(device)),
  exec('rollback running-config checkpoint <checkpoint>', goBack),
  exec('show diff rollback-patch checkpoint <checkpoint> running-config', (call) => {
    return patch(call, (then, now) => diffTrees(then, now));
  }),
  exec('show diff rollback-patch running-config checkpoint <checkpoint>', (call) => {
    return patch(call, (then, now) => diffTrees(now, then));
  }),
];

function exec(syntax: string, run: Command['run']): Command {
  return { syntax, modes: ['exec'], run };
}

/** A commit that changes nothing keeps what was before it, under its comment. */
function remember({ device, session, args }: CommandCall): string {
  const name = args.checkpoint ?? `user-checkpoint-${checkpoints(device).length + 1}`;
  device.configuration?.commit((tree) => tree, { username: session.username, comment: name });
  return '...Done';
}

function goBack({ device, args }: CommandCall): CommandOutcome {
  const checkpoint = named(device, args.checkpoint);
  if (!checkpoint) return unknownCheckpoint(args.checkpoint);
  device.configuration?.edit(() => checkpoint.tree);
  return [
    'Collecting Running-Config',
    'Generating Rollback Patch',
    'Executing Rollback Patch',
    '',
    'Rollback completed successfully.',
  ].join('\n');
}

function patch(
  { device, args }: CommandCall,
  compare: (then: ConfigCommit['tree'], now: ConfigCommit['tree']) => readonly TreeChange[],
): CommandOutcome {
  const checkpoint = named(device, args.checkpoint);
  if (!checkpoint) return unknownCheckpoint(args.checkpoint);
  const lines = changeLines(compare(checkpoint.tree, device.configuration?.running ?? []), LAYOUT);
  return ['Collecting Running-Config', 'Generating Rollback Patch', '!!', ...lines].join('\n');
}

function summary(device: FakeDevice): string {
  const entries = checkpoints(device).flatMap(({ comment = '', username, at, tree }, index) => {
    const { weekday, time, day, month, year } = dateWords(at);
    return [
      `${index + 1}) ${comment}:`,
      `Created by ${username}`,
      `Created at ${weekday}, ${time} ${day} ${month} ${year}`,
      `Size is ${printConfiguration(tree, device).length} bytes`,
      'Description: None',
      '',
    ];
  });
  return ['User Checkpoint Summary', '-'.repeat(80), ...entries].join('\n');
}

/** The first one first; of several with the same name the latest. */
function checkpoints({ configuration }: FakeDevice): readonly ConfigCommit[] {
  const byName = new Map(
    [...(configuration?.history ?? [])].reverse().map((one) => [one.comment ?? '', one] as const),
  );
  return [...byName.values()];
}

function named(device: FakeDevice, name: string | undefined): ConfigCommit | undefined {
  return checkpoints(device).find(({ comment }) => comment === name);
}

function unknownCheckpoint(name = ''): CommandOutcome {
  return { output: `ERROR: Checkpoint ${name} does not exist`, status: 1 };
}
