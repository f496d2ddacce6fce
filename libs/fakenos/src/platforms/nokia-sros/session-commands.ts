import type { Command, CommandCall, CommandOutcome } from '../../engine/platform';
import { forgetContexts, rememberContext } from './contexts';
import { MANNER } from './modes';
import { ping, traceroute } from './ping';
import { printConfiguration } from './print-configuration';

const operational = ['operational'] as const;
const everywhere = ['operational', 'configuration'] as const;
const SAVED = 'Writing configuration to cf3:\\config.cfg\nSaving configuration OK\nCompleted.';

/** The candidates, and what becomes of changes that are not committed. */
const MANNERS = {
  exclusive: {
    sign: 'ex',
    said: [
      'INFO: CLI #2060: Entering exclusive configuration mode',
      'INFO: CLI #2061: Uncommitted changes are discarded on configuration mode exit',
    ],
    left: 'INFO: CLI #2064: Exiting exclusive configuration mode',
  },
  global: {
    sign: 'gl',
    said: [
      'INFO: CLI #2054: Entering global configuration mode',
      'INFO: CLI #2055: Uncommitted changes are present in the candidate configuration',
    ],
    left: 'INFO: CLI #2056: Exiting global configuration mode',
  },
  private: {
    sign: 'pr',
    said: [
      'INFO: CLI #2070: Entering private configuration mode',
      'INFO: CLI #2061: Uncommitted changes are discarded on configuration mode exit',
    ],
    left: 'INFO: CLI #2074: Exiting private configuration mode',
  },
  'read-only': {
    sign: 'ro',
    said: ['INFO: CLI #2066: Entering read-only configuration mode'],
    left: 'INFO: CLI #2067: Exiting read-only configuration mode',
  },
} as const;

type Manner = keyof typeof MANNERS;
const manners: readonly Manner[] = ['exclusive', 'global', 'private', 'read-only'];

/** Into a candidate and out of it, how the CLI behaves, and what is done without configuring. */
export const sessionCommands: readonly Command[] = [
  ...manners.flatMap((manner): readonly Command[] => [
    {
      syntax: `configure ${manner}`,
      modes: operational,
      run: ({ session }) => enter(session, manner, ['configure']),
    },
    { syntax: `edit-config ${manner}`, modes: operational, run: ({ session }) => enter(session, manner, []) },
  ]),
  { syntax: 'quit-config', modes: ['configuration'], run: quit },
  { syntax: 'exit [all]', modes: operational, run: () => '' },
  ...['top', 'back', '/'].map((syntax) => ({ syntax, modes: operational, run: () => '' })),
  { syntax: 'logout', modes: everywhere, run: () => ({ close: true }) },
  { syntax: 'environment more true', modes: operational, run: () => ({ pageLines: 24 }) },
  { syntax: 'environment more false', modes: operational, run: () => ({ pageLines: 0 }) },
  { syntax: 'environment no more', modes: operational, run: () => ({ pageLines: 0 }) },
  { syntax: '//environment <setting...>', modes: everywhere, run: classic },
  {
    syntax: 'environment console width <columns:80-512>',
    modes: operational,
    run: ({ args }) => ({ pageColumns: Number(args.columns) }),
  },
  {
    syntax: 'environment console length <lines:24-512>',
    modes: operational,
    run: ({ args }) => ({ pageLines: Number(args.lines) }),
  },
  { syntax: 'environment <setting...>', modes: operational, run: () => '' },
  { syntax: 'enable', modes: operational, run: () => 'MINOR: CLI #2008: User is already in admin mode.' },
  { syntax: 'admin save', modes: everywhere, run: save },
  ...['admin show configuration', 'admin display-config'].map((syntax) => ({
    syntax,
    modes: everywhere,
    run: ({ device }: CommandCall) => printConfiguration(device.configuration?.running ?? [], device),
  })),
  { syntax: 'admin reboot [now]', modes: operational, run: reboot },
  {
    syntax: 'ping <address> [<options...>]',
    modes: operational,
    run: ({ device, args }) => ping(device, args.address ?? '', args.options ?? ''),
  },
  {
    syntax: 'traceroute <address> [<options...>]',
    modes: operational,
    run: ({ device, args }) => traceroute(device, args.address ?? ''),
  },
  ...['admin', 'configure', 'edit-config', 'environment', 'ping', 'show', 'traceroute'].map((verb) => ({
    syntax: `/${verb} <line...>`,
    modes: operational,
    run: ({ args }: CommandCall): CommandOutcome => ({
      redirect: { mode: 'operational', line: `${verb} ${args.line ?? ''}` },
    }),
  })),
];

function enter(session: CommandCall['session'], manner: Manner, path: readonly string[]): CommandOutcome {
  const { sign, said } = MANNERS[manner];
  session.variables.set(MANNER, sign);
  if (path.length > 0) rememberContext(session);
  const isNews = manner !== 'global' || session.edits.length > 0;
  return { mode: 'configuration', path, output: (isNews ? said : said.slice(0, 1)).join('\n') };
}

/** The global candidate waits for the next session in it; others are given up. */
function quit({ session }: CommandCall): CommandOutcome {
  if (session.path.length > 0) {
    return {
      output: 'MINOR: CLI #2069: Operation not allowed - currently not at the root context',
      status: 1,
    };
  }
  const sign = session.variables.get(MANNER);
  const manner = manners.find((one) => MANNERS[one].sign === sign) ?? 'global';
  const out = (): CommandOutcome => {
    if (manner !== 'global') session.edits.length = 0;
    forgetContexts(session);
    return { mode: 'operational', output: MANNERS[manner].left };
  };
  if (session.edits.length === 0 || manner === 'global') return out();
  return {
    output: 'INFO: CLI #2071: Uncommitted changes are present in the candidate configuration',
    ask: {
      prompt: 'Discard uncommitted changes? [y,n] ',
      echo: true,
      then: (answer) => (/^(?:y|$)/i.test(answer.trim()) ? out() : ''),
    },
  };
}

/** `//` hands one line to the classic CLI. */
function classic({ args }: CommandCall): CommandOutcome {
  const setting = args.setting ?? '';
  const output = [
    'INFO: CLI #2052: Switching to the classic CLI engine',
    'INFO: CLI #2051: Switching to the MD-CLI engine',
  ].join('\n');
  return { output, ...(/^(?:no more|more false)$/.test(setting) && { pageLines: 0 }) };
}

function save({ device }: CommandCall): string {
  device.configuration?.save();
  return SAVED;
}

function reboot({ args, device }: CommandCall): CommandOutcome {
  const now = (): CommandOutcome => {
    device.configuration?.reload();
    return { close: true };
  };
  if (args.now !== undefined) return now();
  return {
    ask: {
      prompt: 'Are you sure you want to reboot (y/n)? ',
      echo: true,
      then: (answer) => (/^y/i.test(answer.trim()) ? now() : ''),
    },
  };
}
