import { commitCandidate } from '../../configuration/candidate';
import type { Command, CommandCall, CommandOutcome } from '../../engine/platform';
import { SECTION_MODES } from './section-commands';
import type { SimplePlatform } from './simple-words';

/** Committing, and leaving configuration where that is more than leaving; nothing where lines act at once. */
export function commitCommands(words: SimplePlatform): readonly Command[] {
  const { config, configure, prompts } = words;
  if (!configure || !prompts.config) return [];
  const flat = config.interface === undefined;
  const ways = (syntaxes: readonly string[], modes: readonly string[], run: Command['run']) =>
    syntaxes.map((syntax): Command => ({ syntax, modes, run }));
  const inside = flat ? ['config'] : ['config', ...SECTION_MODES];
  const { commits = false } = config;
  const end = commits && configure.endCommits ? commitAndEnd(words) : away(words, () => ({ mode: 'enable' }));
  return [
    ...(commits ? ways(words.commitWords ?? ['commit'], inside, (call) => commit(words, call)) : []),
    ...(commits || flat
      ? ways(
          configure.leave,
          ['config'],
          away(words, () => ({ leave: true })),
        )
      : []),
    ...(commits || flat ? ways(configure.end, inside, end) : []),
    ...(configure.dirty === undefined ? [] : ways(['exit discard', 'discard'], ['config'], discard)),
  ];
}

function commit({ commitSays, config }: SimplePlatform, call: CommandCall): string {
  const done = commitCandidate(call, call.args.text);
  if (done && config.commits === 'saved') call.device.configuration?.save();
  return (done ? commitSays?.done : commitSays?.nothing) ?? '';
}

function commitAndEnd(words: SimplePlatform): Command['run'] {
  return (call) => ({ mode: 'enable', output: call.session.edits.length > 0 ? commit(words, call) : '' });
}

function away({ configure }: SimplePlatform, out: () => CommandOutcome): Command['run'] {
  return ({ session }) => {
    if (session.edits.length > 0 && configure?.dirty !== undefined) return configure.dirty;
    if (!configure?.keepsCandidate) session.edits.length = 0;
    return out();
  };
}

function discard({ session, line }: CommandCall): CommandOutcome {
  session.edits.length = 0;
  return line.startsWith('e') ? { leave: true } : '';
}
