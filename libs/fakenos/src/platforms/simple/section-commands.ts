import { lineCommands } from '../../configuration/line-commands';
import type { LineGrammar, SettingGrammar } from '../../configuration/line-grammar';
import type { Command } from '../../engine/platform';
import type { ConfigWords, InterfaceLine } from './config-words';
import { bgpDetails, linesOf } from './config-words';
import { syntaxOf } from './line-template';
import { valueReaders } from './value-readers';

/** How one gets out of configuration: a section at a time, or at once. */
export interface WaysOut {
  readonly leave: readonly string[];
  readonly end: readonly string[];
}

/** The modes below `config` that configuration in sections has. */
export const SECTION_MODES = ['config-if', 'config-router', 'config-vlan'] as const;

/** The configuration commands of a language whose interfaces are sections. */
export function sectionCommands(words: ConfigWords, { leave, end }: WaysOut): readonly Command[] {
  const { negation, keeps, keepsOnInterface = [], commits } = words;
  const kept = (word: string) => `${word} <rest...>`;
  return lineCommands({
    negation: typeof negation === 'string' ? negation : 'no',
    target: commits ? 'candidate' : 'running',
    leave,
    end: { words: end, mode: 'enable' },
    values: quotingReaders(words),
    modes: {
      config: {
        settings: [...given(words.hostname), ...given(words.routerId)],
        entries: [...given(words.route), ...keeps.map(kept)],
        sections: [
          ...given(words.interface).map((syntax) => ({ syntax, mode: 'config-if' })),
          ...given(words.bgp).map((syntax) => ({ syntax, mode: 'config-router' })),
          { syntax: 'vlan <vlan:1-4094>', mode: 'config-vlan' },
        ],
      },
      'config-if': {
        settings: [
          ...[words.description, words.ipv4, words.ospfArea, words.ospfCost, words.ospfPassive].flatMap(
            settings,
          ),
          ...states(words),
        ],
        entries: [...linesOf(words.ipv6).map(syntaxOf), ...keepsOnInterface.map(kept)],
      },
      'config-router': {
        entries: [
          ...given(words.bgpNeighbor),
          ...Object.values(bgpDetails(words) ?? {}).map(syntaxOf),
          'network <rest...>',
        ],
      },
      'config-vlan': { settings: ['name <text...>'] },
    },
  });
}

/** What the printer writes in quotes is kept in quotes, however it was typed. */
function quotingReaders(words: ConfigWords): LineGrammar['values'] {
  const readers = valueReaders(words);
  const quoting = (name: string, template: string): LineGrammar['values'] => {
    const [, quote = ''] = /(["']?)</.exec(template) ?? [];
    const read = readers[name];
    if (!read || quote === '') return {};
    return {
      [name]: (typed, call) => {
        const value = read(typed, call);
        return value === undefined ? undefined : quote + value + quote;
      },
    };
  };
  return {
    ...readers,
    ...quoting('text', linesOf(words.description)[0] ?? ''),
    ...quoting('name', words.hostname),
  };
}

function given(template: string | undefined): readonly string[] {
  return template === undefined ? [] : [syntaxOf(template)];
}

function settings(line: InterfaceLine | undefined): readonly string[] {
  return linesOf(line).map(syntaxOf);
}

/** `shutdown` and its negation is one line; `disable` and `enable` are two, and each replaces the other. */
function states({ down, up, negation }: ConfigWords): readonly (string | SettingGrammar)[] {
  const [shut = '', open = ''] = [linesOf(down)[0], linesOf(up)[0]];
  if (open === `${String(negation)} ${shut}`) return [shut];
  const replaces = new RegExp(`^(?:${shut}|${open})$`);
  return [shut, open].map((syntax) => ({ syntax, replaces }));
}
