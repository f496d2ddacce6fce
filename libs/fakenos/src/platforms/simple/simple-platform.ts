import type { CommandCall, Command, Mode, Platform } from '../../engine/platform';
import { ping } from '../linux/ping-command';
import { pickHelp } from '../text/pick-help';
import { commitCommands } from './commit-commands';
import { configShowCommands, saveCommands } from './file-commands';
import { flatCommands } from './flat-commands';
import { glossary } from './glossary';
import { initialLines } from './initial-lines';
import { navigationCommands } from './navigation-commands';
import { printLines } from './print-lines';
import { readLines } from './read-lines';
import { SECTION_MODES, sectionCommands } from './section-commands';
import type { PromptWords, SimplePlatform } from './simple-words';

/** Everything that a platform is, from the little that makes it different from others. */
export function simplePlatform(words: SimplePlatform): Platform {
  const anyExec = words.prompts.user ? ['user', 'enable'] : ['enable'];
  const commands: readonly Command[] = [
    ...(words.commands ?? []),
    ...navigationCommands(words, anyExec),
    ...Object.entries(words.paging).map(([syntax, output]) => pagingCommand(syntax, output, anyExec)),
    ...Object.entries(words.quiet ?? {}).map(([syntax, output]) => ({
      syntax,
      modes: anyExec,
      run: () => output,
    })),
    ...saveCommands(words),
    ...Object.entries(words.shows).map(([syntax, render]) => ({
      syntax,
      modes: anyExec,
      run: ({ device }: CommandCall) => render(device),
    })),
    ...configShowCommands(words),
    {
      syntax: 'ping <address>',
      modes: anyExec,
      run: ({ device, args }) => ping(device, args.address ?? '', { count: 5, payload: 56 }),
    },
    ...configuring(words),
  ];
  return {
    name: words.name,
    ...(words.aliases && { aliases: words.aliases }),
    title: words.title,
    netlabDevices: words.netlabDevices ?? [],
    ...(words.greeting && { greeting: words.greeting }),
    ...(words.login && { login: words.login }),
    initialMode: words.prompts.user && words.begins !== 'enable' ? 'user' : 'enable',
    execMode: 'enable',
    modes: modesOf(words),
    commands,
    help: pickHelp(commands, { ...glossary, ...words.help }),
    refusals: words.refusals,
    paging: { prompt: '--More--', defaultLines: 24 },
    ports: words.ports,
    ...(!words.readOnly && {
      configuration: {
        initial: (device) => initialLines(words.config, device),
        read: (tree) => readLines(words.config, tree),
        print: (tree, device) => printLines(words.look ?? {}, tree, device),
      },
    }),
  };
}

function modesOf({ prompts, config, configure }: SimplePlatform): Platform['modes'] {
  const { user, enable, config: inConfig } = prompts;
  const exec = (prompt: PromptWords): Mode => ({ prompt, words: 'abbreviated', ctrlD: 'exit' });
  const ctrlZ = configure?.end[0];
  const below = (prompt: PromptWords, fallback: string): Mode => ({
    prompt,
    words: 'abbreviated',
    fallback,
    ...(ctrlZ !== undefined && { ctrlZ }),
  });
  const section: PromptWords =
    prompts.section ??
    ((device, session) => (inConfig?.(device, session) ?? '').replace(/config\)/, `${session.mode})`));
  return {
    ...(user && { user: exec(user) }),
    enable: exec(enable),
    ...(inConfig && { config: below(inConfig, 'enable') }),
    ...(inConfig && config.interface !== undefined
      ? Object.fromEntries(SECTION_MODES.map((mode) => [mode, below(section, 'config')]))
      : {}),
  };
}

function configuring(words: SimplePlatform): readonly Command[] {
  const { config, configure, prompts } = words;
  if (words.readOnly) return [];
  if (config.interface !== undefined && configure)
    return [...commitCommands(words), ...sectionCommands(config, configure)];
  return [...commitCommands(words), ...flatCommands(config, [prompts.config ? 'config' : 'enable'])];
}

function pagingCommand(syntax: string, output: string, modes: readonly string[]): Command {
  return { syntax, modes, run: ({ args }) => ({ pageLines: Number(args.lines ?? 0), output }) };
}
