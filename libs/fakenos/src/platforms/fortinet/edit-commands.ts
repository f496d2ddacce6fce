import { candidateOf } from '../../configuration/candidate';
import { sectionAt } from '../../configuration/change-tree';
import type { ConfigTree } from '../../configuration/config-tree';
import { putSetting, takeAway } from '../../configuration/line-edits';
import { hasLine, valueOf } from '../../configuration/read-tree';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import type { Command, CommandCall, CommandOutcome } from '../../engine/platform';
import { EXEC, goTo, levelName, levels, modesOf, sectionOf } from './levels';
import { dropSince, leaveTo, markOpened, push } from './pending';
import { failure, parseError, valueError } from './refusals';
import type { FortiSection } from './schema';
import { schema } from './schema';
import { canonicalValue, quoted, unquoted, valueWords } from './values';

/** Opening sections and entries, setting, and leaving again. */
export const editCommands: readonly Command[] = [
  ...schema.map(({ name }) => opening(name, EXEC)),
  ...levels.flatMap(({ kind, mode, section }) =>
    kind === 'table' ? [] : (section.sections ?? []).map(({ name }) => opening(name, mode)),
  ),
  { syntax: 'edit <entry...>', modes: modesOf('table'), run: editEntry },
  { syntax: 'delete <entry...>', modes: modesOf('table'), run: deleteEntry },
  { syntax: 'rename <entry> to <new-entry>', modes: modesOf('table'), run: renameEntry },
  { syntax: 'purge', modes: modesOf('table'), run: purge },
  { syntax: 'set <attribute> <value...>', modes: modesOf('entry', 'object'), run: setAttribute },
  { syntax: 'append <attribute> <value...>', modes: modesOf('entry', 'object'), run: setAttribute },
  { syntax: 'unset <attribute>', modes: modesOf('entry', 'object'), run: unsetAttribute },
  { syntax: 'next', modes: modesOf('entry'), run: next },
  { syntax: 'end', modes: modesOf('table', 'entry', 'object'), run: end },
  {
    syntax: 'abort',
    modes: modesOf('table', 'entry', 'object'),
    run: (call) => {
      const path = sectionPath(call.session.path);
      dropSince(call, path);
      return goTo(path.slice(0, -1));
    },
  },
];

function opening(name: string, mode: string): Command {
  return {
    syntax: `config ${name}`,
    modes: [mode],
    run: (call) => {
      const path = [...call.session.path, `config ${name}`];
      markOpened(call, path);
      return goTo(path);
    },
  };
}

function editEntry(call: CommandCall): CommandOutcome {
  const { session, args } = call;
  const section = sectionOf(session.path);
  const isAny = section?.key === 'number' && args.entry === '0';
  const text = section && entryText(section, isAny ? freeNumber(entriesAt(call)) : (args.entry ?? ''));
  if (text === undefined) return parseError(args.entry ?? '');
  const isNew = !entriesAt(call).some((node) => node.text === text);
  if (isNew) push(call, session.path, (lines) => [...lines, { text, children: [] }]);
  const to = goTo([...session.path, text]);
  return isNew ? { ...to, output: `new entry '${levelName([text])}' added` } : to;
}

function deleteEntry(call: CommandCall): CommandOutcome {
  const { session, args } = call;
  const section = sectionOf(session.path);
  const text = section && entryText(section, args.entry ?? '');
  const entry = entriesAt(call).find((node) => node.text === text);
  if (!entry) return failure(`\nentry not found in datasource`, -3);
  if (isHardware(session.path, entry.children ?? [])) {
    return failure(`\nThe entry '${levelName([entry.text])}' belongs to the hardware.`, -23);
  }
  push(call, session.path, (lines) => takeAway(lines, (line) => line === text));
  return leaveTo(call, session.path, session.path.length === 1);
}

function renameEntry(call: CommandCall): CommandOutcome {
  const { session, args } = call;
  const section = sectionOf(session.path);
  const from = section && entryText(section, args.entry ?? '');
  const to = section && entryText(section, args['new-entry'] ?? '');
  const entry = entriesAt(call).find((node) => node.text === from);
  if (!entry || to === undefined) return failure(`\nentry not found in datasource`, -3);
  if (session.path[0] === 'config system interface') return failure(`\nInterfaces keep their names.`, -23);
  push(call, session.path, (lines) =>
    lines.map((node) => (node.text === from ? { ...node, text: to } : node)),
  );
  return leaveTo(call, session.path, session.path.length === 1);
}

function purge(call: CommandCall): CommandOutcome {
  const { session } = call;
  return {
    output: 'This operation will clear all table!',
    ask: {
      prompt: 'Do you want to continue? (y/n)',
      echo: true,
      then: (answer) => {
        if (!/^y/i.test(answer.trim())) return '';
        push(call, session.path, (lines) =>
          lines.filter(({ children = [] }) => isHardware(session.path, children)),
        );
        return leaveTo(call, session.path, session.path.length === 1);
      },
    },
  };
}

function setAttribute(call: CommandCall): CommandOutcome {
  const { device, session, args } = call;
  const section = sectionOf(session.path);
  const name = section && attributeName(section, args.attribute ?? '');
  if (name === undefined) return parseError(args.attribute ?? '');
  const words = valueWords(args.value ?? '');
  const value = canonicalValue(name, words);
  const names = ['interface', 'device', 'update-source', 'passive-interface'].includes(name);
  const stranger = names && words.find((word) => !knowsInterface(call, word));
  if (value === undefined) return valueError(name, words.join(' '));
  if (typeof stranger === 'string' && device.configuration) {
    return failure(`\nentry not found in datasource\n\nvalue parse error before '${stranger}'`, -3);
  }
  const path = session.path;
  const before = valueOf(sectionAt(candidateOf(call), path) ?? [], `set ${name}`);
  const isMore = call.words[0]?.startsWith('a') && before !== undefined;
  push(call, path, (lines) =>
    putSetting(lines, `set ${name} ${isMore ? `${before} ${value}` : value}`, {
      isOld: (text) => text.startsWith(`set ${name} `),
      place: (siblings) => siblings.length,
    }),
  );
  return '';
}

function unsetAttribute(call: CommandCall): CommandOutcome {
  const { session, args } = call;
  const section = sectionOf(session.path);
  const name = section && attributeName(section, args.attribute ?? '');
  if (name === undefined) return parseError(args.attribute ?? '');
  push(call, session.path, (lines) => takeAway(lines, (text) => text.startsWith(`set ${name} `)));
  return '';
}

function next(call: CommandCall): CommandOutcome {
  const missing = missingIn(call);
  if (missing !== undefined) return failure(missing, -1);
  const path = call.session.path.slice(0, -1);
  return leaveTo(call, path, path.length === 1);
}

function end(call: CommandCall): CommandOutcome {
  const missing = missingIn(call);
  if (missing !== undefined) return failure(missing, -1);
  const path = sectionPath(call.session.path).slice(0, -1);
  return leaveTo(call, path, path.length === 0);
}

/** What the entry that is open cannot be kept without. */
function missingIn(call: CommandCall): string | undefined {
  const { path } = call.session;
  const lines = sectionAt(candidateOf(call), path) ?? [];
  const isInterface = path.length === 2 && path[0] === 'config system interface';
  const hasKind = /^(?:physical|loopback)$/.test(valueOf(lines, 'set type') ?? '');
  const fits = !isInterface || hasKind || valueOf(lines, 'set interface') !== undefined;
  return fits ? undefined : "Attribute 'interface' MUST be set.";
}

/** The path without the entry that is open. */
function sectionPath(path: readonly string[]): readonly string[] {
  return path.at(-1)?.startsWith('edit ') ? path.slice(0, -1) : path;
}

function entriesAt(call: CommandCall): ConfigTree {
  return sectionAt(candidateOf(call), call.session.path) ?? [];
}

function entryText({ key }: FortiSection, typed: string): string | undefined {
  const [name, ...others] = valueWords(typed);
  if (name === undefined || others.length > 0) return undefined;
  if (key === 'number') return /^\d{1,10}$/.test(name) ? `edit ${name}` : undefined;
  if (key === 'address') return ipv4Prefix(name)?.address === name ? `edit ${name}` : undefined;
  return `edit ${quoted(name)}`;
}

/** What `edit 0` means: the number after the highest one. */
function freeNumber(entries: ConfigTree): string {
  return String(Math.max(0, ...entries.map(({ text }) => Number(text.slice('edit '.length)))) + 1);
}

function attributeName({ takes }: FortiSection, typed: string): string | undefined {
  if (!takes || takes.includes(typed)) return /^[\w-]+$/.test(typed) ? typed : undefined;
  const begun = takes.filter((name) => name.startsWith(typed));
  return begun.length === 1 ? begun[0] : undefined;
}

function knowsInterface(call: CommandCall, word: string): boolean {
  const known = sectionAt(candidateOf(call), ['config system interface']) ?? [];
  return known.some(({ text }) => unquoted(text.slice('edit '.length)) === word);
}

function isHardware(path: readonly string[], lines: ConfigTree): boolean {
  return path.length === 1 && path[0] === 'config system interface' && hasLine(lines, 'set type physical');
}
