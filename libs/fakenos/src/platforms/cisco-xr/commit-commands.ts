import { applyEdits, commitCandidate } from '../../configuration/candidate';
import type { Command, CommandCall, CommandOutcome } from '../../engine/platform';
import { commitChanges, commitList, commitMark, rollback } from './commit-history';
import { configModes } from './modes';
import { pendingChanges, showDiff, showMerged, showPending } from './pending-changes';
import { stamped, timeStamp } from './time-stamp';

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
  config('show configuration', showPending),
  config('show configuration merge', showMerged),
  config('show commit changes diff', showDiff),
  exec('rollback configuration last <count:1-100>', rollback),
  ...[exec, config].flatMap((known) => [
    known('show configuration commit list', commitList),
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
  if (pendingChanges(call).length === 0) return stamped(device, '% No configuration changes to commit.');
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
  if (pendingChanges(call).length === 0) {
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
