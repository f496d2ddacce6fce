import type { CommandTree, WholeLine } from '../engine/command-tree';
import type { CommandOutcome, RefusalCall } from '../engine/platform';
import { fillBasePrompt } from './fill-base-prompt';
import type { NosCommand, NosCommands } from './nos-document';
import { PromptModes } from './prompt-modes';

/**
 * A platform with a host's own commands (the inventory's `nos.configuration.commands`): these exact lines are answered
 * first, everything else as the platform does. `{base_prompt}` is the device's name. A prompt stands for the mode that
 * has it or one like it (`r1#` for `admin@r1#`); one that no mode is like is not asked for. An alias may name a command
 * of the platform. `_default_` is what the platform says to words that it does not know.
 */
export function withCommandOverrides(tree: CommandTree, commands: NosCommands): CommandTree {
  const own = new Map(Object.entries(commands));
  const fallback = own.get('_default_')?.output;
  const { platform } = tree;
  const unknown = ({ device }: RefusalCall) => fillBasePrompt(String(fallback ?? ''), device.name);
  return {
    ...tree,
    platform:
      fallback === undefined || typeof fallback === 'boolean'
        ? platform
        : { ...platform, refusals: { ...platform.refusals, unknown } },
    answerLine: (call) => answer(tree, own, call) ?? tree.answerLine?.(call),
  };
}

function answer(
  tree: CommandTree,
  own: ReadonlyMap<string, NosCommand>,
  call: WholeLine,
): CommandOutcome | undefined {
  const entry = own.get(call.line);
  if (!entry || call.line === '_default_') return undefined;
  const target = entry.alias ? own.get(entry.alias) : undefined;
  const { output, prompt, new_prompt, alias } = { ...target, ...entry };
  const modes = new PromptModes(tree, call.device);
  const fill = (text: string) => fillBasePrompt(text, call.device.name);
  const prompts = (typeof prompt === 'string' ? [prompt] : (prompt ?? [])).map(fill);
  const real = prompts.filter((wanted) => modes.find(wanted) !== undefined);
  if (real.length > 0 && !real.some((wanted) => modes.isMeant(wanted, call.mode, call.session)))
    return undefined;
  const mode = typeof new_prompt === 'string' ? modes.find(fill(new_prompt)) : undefined;
  const change = mode === undefined ? {} : { mode };
  if (output === undefined)
    return alias && !target ? { ...change, redirect: { mode: call.mode, line: alias } } : undefined;
  if (output === true) return { close: true };
  return { ...change, output: typeof output === 'string' ? fill(output) : output === null ? '' : 'False' };
}
