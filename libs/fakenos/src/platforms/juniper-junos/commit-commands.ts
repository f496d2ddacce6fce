import { candidateOf, commitCandidate } from '../../configuration/candidate';
import { diffTrees } from '../../configuration/diff-trees';
import type { Command, CommandCall, CommandOutcome } from '../../engine/platform';
import { forgetSections, leaveSection } from './edit-commands';

const configuration = ['configuration'] as const;
/** The session variable with how the configuration was entered: `shared`, `private`, `exclusive`. */
const MANNER = 'configure';
const UNCOMMITTED = 'The configuration has been changed but not committed';
const ENTERED = 'Entering configuration mode';
const MINUTE_MS = 60_000;
const LEFT = 'Exiting configuration mode';

/** Into the configuration and out of it, with the changes or without them. */
export const commitCommands: readonly Command[] = [
  enterAs('configure', 'shared'),
  enterAs('configure private', 'private'),
  enterAs('configure exclusive', 'exclusive'),
  enterAs('edit', 'shared'),
  ...['exit', 'quit'].flatMap((syntax): readonly Command[] => [
    { syntax, modes: configuration, run: (call) => leaveSection(call) ?? leave(call) },
    { syntax: `${syntax} configuration-mode`, modes: configuration, run: leave },
  ]),
  ...[
    'commit [synchronize]',
    'commit comment <comment>',
    'commit confirmed [<minutes:1-65535>]',
    'commit confirmed [<minutes:1-65535>] comment <comment>',
  ].map((syntax) => ({ syntax: `${syntax} [and-quit]`, modes: configuration, run: commit })),
  { syntax: 'commit check', modes: configuration, run: () => 'configuration check succeeds' },
  { syntax: 'rollback [<number:0-49>]', modes: configuration, run: rollBack },
];

function enterAs(syntax: string, manner: 'shared' | 'private' | 'exclusive'): Command {
  const warning = 'warning: uncommitted changes will be discarded on exit';
  return {
    syntax,
    modes: ['operational'],
    run: (call) => {
      call.session.variables.set(MANNER, manner);
      const lines = [
        ...(manner === 'shared' ? [] : [warning]),
        ENTERED,
        ...(isChanged(call) ? [UNCOMMITTED] : []),
      ];
      return { mode: 'configuration', output: lines.join('\n') };
    },
  };
}

function isChanged(call: CommandCall): boolean {
  return diffTrees(call.device.configuration?.running ?? [], candidateOf(call)).length > 0;
}

/** A shared candidate waits for the next `configure`; others are given up. */
function leave(call: CommandCall): CommandOutcome {
  const { session } = call;
  const manner = session.variables.get(MANNER);
  const out = (): CommandOutcome => {
    if (manner !== 'shared') session.edits.length = 0;
    forgetSections(session);
    return { mode: 'operational', output: LEFT };
  };
  if (!isChanged(call)) return out();
  const question = manner === 'private' ? 'Discard uncommitted changes?' : 'Exit with uncommitted changes?';
  return {
    output: UNCOMMITTED,
    ask: {
      prompt: `${question} [yes,no] (yes) `,
      echo: true,
      then: (answer) => (/^(?:y|$)/i.test(answer.trim()) ? out() : ''),
    },
  };
}

function commit(call: CommandCall): CommandOutcome {
  const { args, device, session } = call;
  const confirmed = /^\S+\s+conf/.test(call.line);
  const minutes = args.minutes ?? '10';
  const committed = commitCandidate(call, args.comment, confirmed ? Number(minutes) * MINUTE_MS : undefined);
  if (!committed && !confirmed) device.configuration?.confirm();
  device.configuration?.save();
  const lines = [
    ...(confirmed
      ? [`commit confirmed will be automatically rolled back in ${minutes} minutes unless confirmed`]
      : []),
    'commit complete',
  ];
  if (args['and-quit'] === undefined) return lines.join('\n');
  forgetSections(session);
  return { mode: 'operational', output: [...lines, LEFT].join('\n') };
}

function rollBack({ args, device, session }: CommandCall): CommandOutcome {
  const back = Number(args.number ?? 0);
  const earlier = back === 0 ? device.configuration?.running : device.configuration?.history[back - 1]?.tree;
  if (!earlier) return { output: `error: Rollback file ${back} does not exist`, status: 1 };
  session.edits.length = 0;
  if (back > 0) session.edits.push(() => earlier);
  return 'load complete';
}
