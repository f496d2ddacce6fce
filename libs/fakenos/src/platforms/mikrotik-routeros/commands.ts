import type { Command, CommandCall, CommandOutcome } from '../../engine/platform';
import { splitWords } from '../../engine/split-words';
import { exported, menuCommands, placed } from './menu-commands';
import { menus } from './menus';
import { ABSOLUTE, ROOT } from './modes';
import { monitor } from './monitor';
import { ping, traceroute } from './ping';

const everywhere = [ROOT, ...menus.map(({ path }) => path)];

/** All that RouterOS understands. */
export const commands: readonly Command[] = [
  ...menuCommands.flatMap(placed),
  ...placed({ syntax: 'interface ethernet monitor <arguments...>', run: monitor }),
  ...placed({ syntax: 'tool ping <arguments...>', run: ping }),
  ...placed({ syntax: 'tool traceroute <arguments...>', run: traceroute }),
  ...placed({ syntax: 'ping <arguments...>', run: ping }),
  ...placed({ syntax: 'system reboot', run: reboot }),
  ...placed({ syntax: 'export [<options...>]', run: (call) => exported(call, '') }),
  { syntax: 'quit', modes: everywhere, run: () => ({ close: true }) },
  { syntax: '/quit', modes: [ABSOLUTE], run: () => ({ close: true }) },
  { syntax: '/', modes: [ABSOLUTE], run: () => ({ mode: ROOT }) },
  { syntax: '..', modes: [ABSOLUTE], run: ({ session }) => ({ mode: outer(session.mode) }) },
  { syntax: '<line...>', modes: [ABSOLUTE], run: withSlashes },
];

/** `/ip/address/print`, as RouterOS 7 writes it, is `/ip address print`. */
function withSlashes({ session, line }: CommandCall): CommandOutcome {
  const [first = '', ...others] = line.split(/\s+/);
  const steps = first.split('/').filter((step) => step !== '');
  if (!/.\//.test(first)) return { unknown: strangeWord(session.mode, line) };
  const from = first.startsWith('/') || session.mode === ROOT ? [] : session.mode.split(' ');
  const [menu = '', ...below] = [...from, ...steps];
  const rest = line.slice(first.length);
  const spaced = others.length === 0 ? '' : rest;
  return { redirect: { mode: ABSOLUTE, line: [`/${menu}`, ...below].join(' ') + spaced } };
}

/** The first word that leads nowhere. */
function strangeWord(mode: string, line: string): string {
  const [top = '', ...others] = splitWords(line).map(({ text }) => text);
  const isAbsolute = top.startsWith('/');
  const words = [isAbsolute ? top.slice(1) : top, ...others];
  let path = isAbsolute || mode === ROOT ? '' : mode;
  for (const [at, word] of words.entries()) {
    const next = menuBelow(path, word);
    if (next === undefined) return at === 0 ? top : word;
    path = next;
  }
  return words.at(-1) ?? line;
}

function menuBelow(path: string, word: string): string | undefined {
  const start = path === '' ? '' : `${path} `;
  const begun = menus.filter(
    (menu) => menu.path.startsWith(`${start}${word}`) && !menu.path.slice(start.length).includes(' '),
  );
  return (
    begun.find((menu) => menu.path === `${start}${word}`) ?? (begun.length === 1 ? begun[0] : undefined)
  )?.path;
}

function outer(mode: string): string {
  const above = mode.split(' ').slice(0, -1).join(' ');
  return above === '' ? ROOT : above;
}

function reboot({ device }: CommandCall): CommandOutcome {
  return {
    ask: {
      prompt: 'Reboot, yes? [y/N]: ',
      echo: true,
      then: (answer) => {
        if (!/^y(?:es)?$/i.test(answer.trim())) return 'action cancelled';
        device.configuration?.reload();
        return { output: 'system will reboot shortly', close: true };
      },
    },
  };
}
