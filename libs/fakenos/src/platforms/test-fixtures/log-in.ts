import type { FakeDevice } from '../../device/fake-device';
import type { CommandTree } from '../../engine/command-tree';
import { compileCommands } from '../../engine/command-tree';
import type { Platform } from '../../engine/platform';
import { saidText } from '../../engine/line-result';
import { runLine } from '../../engine/run-line';
import { SessionMemory } from '../../engine/session-memory';
import { platformFor } from '../platform-for';

/** A login on a device, without a network around it. */
export interface TestLogin {
  /** Runs a line and returns what it says; a question is answered with `answer`. Throws what a handler throws. */
  type(line: string, answer?: string): string;
  /** The prompt of the latest question; empty before the first one. */
  question(): string;
  /** The prompt on the screen. */
  prompt(): string;
  status(): number;
  /** Screen lines before output waits; 0 for never. */
  pageLines(): number;
}

const trees = new WeakMap<Platform, CommandTree>();

/** Logs in as `admin`, in the mode in which `ssh host 'command'` runs unless told otherwise. */
export function logIn(
  device: FakeDevice,
  options: { readonly mode?: string; readonly username?: string } = {},
): TestLogin {
  const platform = platformFor(device.netlabDevice);
  if (!platform) throw new Error(`No platform plays ${device.netlabDevice}.`);
  const tree = treeOf(platform);
  const session = new SessionMemory(options.username ?? 'admin', platform);
  session.enter(options.mode ?? platform.execMode ?? platform.initialMode);
  const prompt = () => tree.modeOf(session.mode).prompt(device, session);
  let question = '';
  return {
    prompt,
    question: () => question,
    status: () => session.status,
    pageLines: () => session.pageLines,
    type(line, typed = '') {
      const faults: unknown[] = [];
      const promptLength = (prompt().split('\n').at(-1) ?? '').length;
      const onFault = (error: unknown) => faults.push(error);
      const result = runLine({ tree, device, session, promptLength, onFault }, line);
      for (const fault of faults) throw fault;
      session.apply(result);
      question = result.ask?.prompt ?? question;
      const answer = result.ask?.then(typed);
      if (typeof answer === 'object') session.apply(answer);
      return saidText(result.said) + (typeof answer === 'string' ? answer : (answer?.output ?? ''));
    },
  };
}

function treeOf(platform: Platform): CommandTree {
  const tree = trees.get(platform) ?? compileCommands(platform);
  trees.set(platform, tree);
  return tree;
}
