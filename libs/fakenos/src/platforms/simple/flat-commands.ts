import type { ConfigNode, ConfigTree } from '../../configuration/config-tree';
import { leaf } from '../../configuration/config-tree';
import type { ConfigEdit } from '../../configuration/device-configuration';
import type { Command, CommandCall, CommandOutcome } from '../../engine/platform';
import type { ConfigWords, InterfaceLine } from './config-words';
import { bgpDetails, linesOf } from './config-words';
import { fillTemplate, matchTemplate, syntaxOf } from './line-template';
import { valueReaders } from './value-readers';

/** The configuration commands of a language in which every line says all: `set interface eth1 comments "to r2"`. */
export function flatCommands(words: ConfigWords, modes: readonly string[]): readonly Command[] {
  const single = [
    words.hostname,
    words.routerId,
    ...new Set([words.description, words.ipv4, words.ipv6, words.ospfArea, words.ospfCost].flatMap(linesOf)),
    words.bgp,
  ].filter((template) => template !== undefined);
  const many = [
    ...linesOf(words.ospfPassive),
    words.route,
    words.bgpNeighbor,
    ...Object.values(bgpDetails(words) ?? {}),
  ].filter((template) => template !== undefined);
  const line = (template: string, edit: (text: string) => ConfigEdit): Command => ({
    syntax: syntaxOf(template),
    modes,
    run: (call) => enter(words, call, template, edit),
  });
  const back = takingBack(words.negation);
  return [
    ...single.map((template) => line(template, (text) => replacing(text, sameBut(template, text)))),
    ...many.map((template) => line(template, (text) => replacing(text, (other) => other === text))),
    ...single.flatMap((template) => {
      const short = shortened(template);
      const away = back(short);
      if (away === undefined || short === template) return [];
      return [line(away, (text) => without((other) => other.startsWith(again(words.negation, text))))];
    }),
    ...many.flatMap((template) => {
      const away = back(template);
      return away === undefined
        ? []
        : [line(away, (text) => without((it) => it === again(words.negation, text)))];
    }),
    ...states(words).flatMap(({ template, replaces, shown }) => [
      line(template, (text) => (tree) => {
        const name = matchTemplate(template, text)?.interface;
        const others = tree.filter((node) => matchTemplate(replaces, node.text)?.interface !== name);
        const rest = others.filter((node) => node.text !== text);
        return shown ? [...rest, leaf(text)] : rest;
      }),
    ]),
    ...words.keeps.map((word): Command => ({
      syntax: `${word} <rest...>`,
      modes,
      run: (call) => edit(words, call, keeping(words, `${word} ${call.args.rest ?? ''}`)),
    })),
  ];
}

function enter(
  words: ConfigWords,
  call: CommandCall,
  template: string,
  plan: (text: string) => ConfigEdit,
): CommandOutcome {
  const readers = valueReaders(words);
  const values: Record<string, string> = {};
  for (const [name, typed] of Object.entries(call.args)) {
    const reader = readers[name];
    const value = reader ? reader(typed, call) : typed;
    if (value === undefined) return { unknown: typed };
    values[name] = value;
  }
  return edit(words, call, plan(fillTemplate(template, values) ?? call.line));
}

function edit(
  { commits }: ConfigWords,
  { device, session }: CommandCall,
  change: ConfigEdit,
): CommandOutcome {
  if (commits) session.edits.push(change);
  else device.configuration?.edit(change);
  return '';
}

/** The line in the place of those that it replaces; after the last of its kind when there are none. */
function replacing(text: string, isOld: (other: string) => boolean): ConfigEdit {
  return (tree) => {
    const at = tree.findIndex((node) => isOld(node.text));
    if (at !== -1)
      return tree.flatMap((node, index) => (index === at ? leaf(text) : isOld(node.text) ? [] : node));
    return insertedByKind(tree, leaf(text));
  };
}

function insertedByKind(tree: ConfigTree, node: ConfigNode): ConfigTree {
  const shared = (other: string) => {
    const [left, right] = [other.split(' '), node.text.split(' ')];
    const end = left.findIndex((word, index) => word !== right[index]);
    return end === -1 ? left.length : end;
  };
  const closest = Math.max(0, ...tree.map(({ text }) => shared(text)));
  const at = closest === 0 ? tree.length : tree.findLastIndex(({ text }) => shared(text) === closest) + 1;
  return [...tree.slice(0, at), node, ...tree.slice(at)];
}

function without(isGone: (text: string) => boolean): ConfigEdit {
  return (tree) => (tree.some(({ text }) => isGone(text)) ? tree.filter(({ text }) => !isGone(text)) : tree);
}

/** Other values of the same property of the same interface; an IPv6 address stands beside an IPv4 one. */
function sameBut(template: string, text: string): (other: string) => boolean {
  const about = matchTemplate(template, text)?.interface;
  return (other) => {
    const found = matchTemplate(template, other);
    return found !== undefined && found.interface === about && other.includes(':') === text.includes(':');
  };
}

/** A template up to its value: what takes the property away need not name it. */
function shortened(template: string): string {
  const words = template.split(' ');
  const end = words.findIndex((word) => /["']?</.test(word) && !word.includes('<interface'));
  return end === -1 ? template : words.slice(0, end).join(' ');
}

function takingBack(negation: ConfigWords['negation']): (template: string) => string | undefined {
  if (typeof negation === 'string') return (template) => `${negation} ${template}`;
  const [from, to] = negation;
  return (template) => (template.startsWith(`${from} `) ? `${to}${template.slice(from.length)}` : undefined);
}

/** The line that a line takes back. */
function again(negation: ConfigWords['negation'], text: string): string {
  if (typeof negation === 'string') return text.slice(negation.length + 1);
  const [from, to] = negation;
  return `${from}${text.slice(to.length)}`;
}

function keeping({ negation }: ConfigWords, text: string): ConfigEdit {
  const [, to] = typeof negation === 'string' ? ['', negation] : negation;
  if (text.startsWith(`${to} `)) return without((other) => other.startsWith(again(negation, text)));
  return (tree) => (tree.some((node) => node.text === text) ? tree : insertedByKind(tree, leaf(text)));
}

interface State {
  readonly template: string;
  /** The opposite. */
  readonly replaces: string;
  readonly shown: boolean;
}

function states({ down, up, showsUp = false }: ConfigWords): readonly State[] {
  return pairs(down, up).flatMap(([shut, open]) => [
    { template: shut, replaces: open, shown: true },
    { template: open, replaces: shut, shown: showsUp },
  ]);
}

function pairs(down: InterfaceLine, up: InterfaceLine): readonly (readonly [string, string])[] {
  const opens = linesOf(up);
  return linesOf(down).map((shut, index) => [shut, opens[index] ?? '']);
}
