import { applyEdits, candidateOf, commitCandidate } from '../../configuration/candidate';
import type { ConfigCommit, ConfigEdit } from '../../configuration/device-configuration';
import { diffTrees } from '../../configuration/diff-trees';
import type { FakeDevice } from '../../device/fake-device';
import type { Command, CommandCall, CommandOutcome, ShellSession } from '../../engine/platform';
import { changeLines, signedLines } from './change-lines';
import { configModes } from './modes';
import { framed } from './print-configuration';
import { longDate, stamped, timeStamp } from './time-stamp';

const FIRST_ID = 1_000_000_000;
/** The session variable that tells the latest commit when its changes began. */
const BASE = 'latest commit at the beginning';

/** Changes wait in the session until they are committed: into configuration, out of it, and all that is done with them. */
export const commitCommands: readonly Command[] = [
  ...['configure [terminal]', 'configure exclusive'].map((syntax) => exec(syntax, begin)),
  config('commit', (call) => commit(call)),
  config('commit label <label>', (call) => commit(call, call.args.label)),
  config('commit comment <comment...>', (call) => commit(call, call.args.comment)),
  config('commit label <label> comment <comment...>', (call) => commit(call, call.args.label)),
  config('commit replace', replace),
  config('abort', ({ session }) => {
    session.edits.length = 0;
    return { mode: 'exec' };
  }),
  config('clear', ({ session }) => {
    session.edits.length = 0;
    return '';
  }),
  config('root', () => ({ mode: 'config' })),
  config('end', (call) => leave(call, { mode: 'exec' })),
  config('exit', (call) =>
    call.session.mode === 'config' ? leave(call, { mode: 'exec' }) : { leave: true },
  ),
  config('show configuration', pending),
  config('show configuration merge', ({ device, ...call }) => {
    return stamped(device, framed(changeLines(diffTrees([], candidateOf({ device, ...call })))));
  }),
  config('show commit changes diff', diff),
  exec('rollback configuration last <count:1-100>', rollback),
  ...[exec, config].flatMap((known) => [
    known('show configuration commit list', ({ device }) => stamped(device, commitList(device))),
    known('show configuration commit changes last <count:1-100>', commitChanges),
    known('show configuration failed', ({ device }) => stamped(device, '')),
  ]),
];

function exec(syntax: string, run: Command['run']): Command {
  return { syntax, modes: ['exec'], run };
}

function config(syntax: string, run: Command['run']): Command {
  return { syntax, modes: configModes.filter((mode) => mode !== 'config-rpl'), run };
}

function begin({ device, session }: CommandCall): CommandOutcome {
  session.edits.length = 0;
  session.variables.set(BASE, commitMark(device));
  return { output: timeStamp(device), mode: 'config' };
}

function commit(call: CommandCall, comment?: string): CommandOutcome {
  const { device, session } = call;
  if (session.edits.length === 0) return stamped(device, '% No configuration changes to commit.');
  const finish = (): string => putIntoForce(call, comment);
  if (session.variables.get(BASE) === commitMark(device)) return stamped(device, finish());
  return {
    output: stamped(
      device,
      'One or more commits have occurred from other configuration sessions since this session started\n' +
        'or since its last commit; "show configuration commit changes" shows them.',
    ),
    ask: {
      prompt: 'Do you wish to proceed with this commit anyway? [no]: ',
      echo: true,
      then: (answer) => (/^y/i.test(answer.trim()) ? finish() : ''),
    },
  };
}

/** Commits; what is committed is what a reload starts with. */
function putIntoForce(call: CommandCall, comment?: string): string {
  const { device, session } = call;
  commitCandidate(call, comment);
  device.configuration?.save();
  session.variables.set(BASE, commitMark(device));
  return '';
}

/** What was entered becomes the whole configuration. */
function replace(call: CommandCall): CommandOutcome {
  const { device, session } = call;
  return {
    output: stamped(
      device,
      'This commit will replace or remove the entire running configuration. This\n' +
        'operation can be service affecting.',
    ),
    ask: {
      prompt: 'Do you wish to proceed? [no]: ',
      echo: true,
      then: (answer) => {
        if (!/^y/i.test(answer.trim())) return '';
        const entered = [...session.edits];
        session.edits.splice(0, entered.length, () => applyEdits(entered)([]));
        return putIntoForce(call);
      },
    },
  };
}

/** Asks what shall become of changes that are not committed, before it goes where `to` says. */
function leave(call: CommandCall, to: CommandOutcome): CommandOutcome {
  if (!hasChanges(call)) {
    call.session.edits.length = 0;
    return to;
  }
  return {
    ask: {
      prompt: 'Uncommitted changes found, commit them before exiting(yes/no/cancel)? [cancel]:',
      echo: true,
      then: (answer) => {
        const said = answer.trim().toLowerCase();
        if (said === '' || !'yes no'.split(' ').some((word) => word.startsWith(said))) return '';
        if (said.startsWith('y')) putIntoForce(call);
        call.session.edits.length = 0;
        return to;
      },
    },
  };
}

function hasChanges(call: CommandCall): boolean {
  return changesOf(call).length > 0;
}

function changesOf({
  device,
  session,
}: {
  device: FakeDevice;
  session: ShellSession;
}): ReturnType<typeof diffTrees> {
  return diffTrees(device.configuration?.running ?? [], candidateOf({ device, session }));
}

function pending(call: CommandCall): string {
  return stamped(call.device, framed([...changeLines(changesOf(call))]));
}

function diff(call: CommandCall): string {
  return stamped(call.device, framed([...signedLines(changesOf(call))]));
}

function rollback({ device, session, args }: CommandCall): CommandOutcome {
  const target = device.configuration?.history[Number(args.count) - 1];
  if (!target) return { output: stamped(device, '% There are not so many commits.'), status: 1 };
  const edit: ConfigEdit = () => target.tree;
  device.configuration?.commit(edit, { username: session.username });
  device.configuration?.save();
  return stamped(
    device,
    'Loading Rollback Changes.\nLoaded Rollback Changes in 1 sec\nCommitting.\n' +
      `Updated Commit database in 1 sec\nConfiguration successfully rolled back ${args.count} commits.`,
  );
}

/** What the latest commits have changed; the newest tree is the running one, each before it is in the history. */
function commitChanges({ device, args }: CommandCall): string {
  const { running = [], history = [] } = device.configuration ?? {};
  const before = history[Math.min(Number(args.count), history.length) - 1]?.tree ?? running;
  return stamped(device, framed(changeLines(diffTrees(before, running))));
}

function commitList(device: FakeDevice): string {
  const history = device.configuration?.history ?? [];
  const row = (cells: readonly string[]) =>
    cells.map((cell, index) => cell.padEnd([5, 22, 10, 20, 12, 0][index] ?? 0)).join('');
  return [
    row(['SNo.', 'Label/ID', 'User', 'Line', 'Client', 'Time Stamp']),
    row(['~~~~', '~~~~~~~~', '~~~~', '~~~~', '~~~~~~', '~~~~~~~~~~']),
    ...history.map((one, index) => {
      return row([
        String(index + 1),
        nameOf(one, history.length - index),
        one.username,
        'vty0:node0_RP0_CPU0',
        'CLI',
        longDate(one.at),
      ]);
    }),
  ].join('\n');
}

function nameOf({ comment }: ConfigCommit, number: number): string {
  return comment === undefined || comment.includes(' ') ? String(FIRST_ID + number) : comment;
}

/** Another one after every commit, whoever made it. */
function commitMark({ configuration }: FakeDevice): string {
  const { length = 0, 0: last } = configuration?.history ?? [];
  return `${length} ${last?.at.getTime() ?? 0}`;
}
