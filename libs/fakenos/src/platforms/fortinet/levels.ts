import type { CommandEffect } from '../../engine/platform';
import type { FortiSection } from './schema';
import { schema } from './schema';
import { unquoted } from './values';

/** The mode outside all configuration. */
export const EXEC = 'exec';

/** A place in the configuration where lines are typed: an object, a table, or an entry of one. */
export interface Level {
  /** `router ospf`, `router ospf/area`, `router ospf/area/*` for an entry. */
  readonly mode: string;
  readonly kind: 'object' | 'table' | 'entry';
  readonly section: FortiSection;
}

/** Every one of them, from the schema. */
export const levels: readonly Level[] = schema.flatMap((section) => levelsOf(section));

const byMode = new Map(levels.map((level) => [level.mode, level]));

/** The modes of these kinds. */
export function modesOf(...kinds: readonly Level['kind'][]): readonly string[] {
  return levels.filter(({ kind }) => kinds.includes(kind)).map(({ mode }) => mode);
}

/** The section that is open at the end of a path such as `config system interface`, `edit "port1"`. */
export function sectionOf(path: readonly string[]): FortiSection | undefined {
  return byMode.get(modeAt(path))?.section;
}

/** Goes to where this path ends. */
export function goTo(path: readonly string[]): CommandEffect {
  const mode = modeAt(path);
  return byMode.has(mode) ? { within: EXEC, mode, path } : { mode: EXEC };
}

/** What stands in brackets in the prompt: `interface` of `config system interface`, `port1` of `edit "port1"`. */
export function levelName(path: readonly string[]): string {
  const last = path.at(-1) ?? '';
  return last.startsWith('edit ') ? unquoted(last.slice('edit '.length)) : (last.split(' ').at(-1) ?? '');
}

function modeAt(path: readonly string[]): string {
  return path.map((text) => (text.startsWith('edit ') ? '*' : text.slice('config '.length))).join('/');
}

function levelsOf(section: FortiSection, outer = ''): readonly Level[] {
  const { kind, name, sections = [] } = section;
  const mode = `${outer}${name}`;
  const inner = kind === 'table' ? `${mode}/*` : mode;
  return [
    { mode, kind, section },
    ...(kind === 'table' ? [{ mode: inner, kind: 'entry' as const, section }] : []),
    ...sections.flatMap((below) => levelsOf(below, `${inner}/`)),
  ];
}
