import { suggestion } from '../reader/identifiers';
import type { Problems } from '../yaml/problems';
import { policyMessage } from './policy-message';
import { refusedKeys } from './refused-keys';
import type { Rule } from './rule';
import type { ScalarKind } from './scalar-kind';
import { isNothing, type Written, type WrittenEntry, type WrittenScalar } from './written';

const REMOVE = 'remove it';
const BRACES = 'text with "{" or "}" is run as code on the lab host';

const INTERNAL = 'what begins with "_", "ansible_" or "netlab_" changes how the lab host works';

interface Refusal {
  readonly why: string;
  readonly remedy: string;
}

/** Holds what is written against a rule, down to the last value, and notes all that the rule does not name. */
export class Judge {
  /** `declared` are the names of the topology's nodes. */
  constructor(
    private readonly declared: ReadonlySet<string>,
    private readonly problems: Problems,
  ) {}

  value(written: Written, rule: Rule, path: string): void {
    if (isNothing(written)) return;
    if (written.kind === 'scalar') {
      this.#scalar(written, rule, path);
    } else if (written.kind === 'list') {
      const { items } = rule;
      if (items === undefined) return this.#shape(written, rule, path);
      written.items.forEach((item, index) => {
        this.value(item, items(), `${path}[${index + 1}]`);
      });
    } else {
      if (rule.keys === undefined && rule.names === undefined) return this.#shape(written, rule, path);
      for (const entry of written.entries)
        this.#entry(entry, rule, path === '' ? entry.key : `${path}.${entry.key}`);
    }
  }

  #entry({ key, place, value }: WrittenEntry, rule: Rule, path: string): void {
    const found = this.#ruleOf(key, rule);
    if ('scalars' in found) return this.value(value, found, path);
    this.problems.add(place, path, policyMessage(found.why, found.remedy));
  }

  #ruleOf(key: string, rule: Rule): Rule | Refusal {
    if (/[{}]/.test(key)) return { why: BRACES, remedy: 'choose another name' };
    const keys = rule.keys?.() ?? {};
    const known = Object.hasOwn(keys, key) ? keys[key] : undefined;
    if (known !== undefined) return known;
    const refused = Object.hasOwn(refusedKeys, key) ? refusedKeys[key] : undefined;
    if (/^(?:ansible_|netlab_|_)/.test(key)) return { why: refused ?? INTERNAL, remedy: REMOVE };
    const { names } = rule;
    if (names !== undefined && (names.declared !== true || this.declared.has(key))) {
      if (names.kind.accepts(key, false)) return names.rule();
      const why = names.kind.why?.(key) ?? `${quoted(key)} is not ${names.kind.what}`;
      return { why, remedy: 'choose another name' };
    }
    const unknown = `it is not among the elements known to be plain data${suggestion(key, Object.keys(keys))}`;
    return { why: refused ?? rule.why ?? unknown, remedy: REMOVE };
  }

  #scalar(written: WrittenScalar, rule: Rule, path: string): void {
    const { text, plain, place } = written;
    if (/[{}]/.test(text)) {
      this.problems.add(place, path, policyMessage(BRACES, REMOVE));
      return;
    }
    if (text.length <= MAX_TEXT && rule.scalars.some((kind) => kind.accepts(text, plain))) return;
    const special = rule.scalars.map((kind) => kind.why?.(text)).find((why) => why !== undefined);
    if (special !== undefined) {
      this.problems.add(place, path, policyMessage(special, 'choose another name'));
      return;
    }
    const values = rule.scalars.flatMap((kind) => kind.values ?? []);
    const why = `${quoted(text)} is not ${wanted(rule)}`;
    const remedy =
      values.length > 0 ? `write one of those${suggestion(text, values)}` : `write it like that or ${REMOVE}`;
    this.problems.add(place, path, policyMessage(why, remedy), values.length > 0 ? values : undefined);
  }

  #shape(written: Written, rule: Rule, path: string): void {
    const is = written.kind === 'list' ? 'a list' : 'a mapping';
    this.problems.add(written.place, path, policyMessage(`${is} is not ${wanted(rule)}`, REMOVE));
  }
}

/** No value of a topology is longer; it also bounds the work of every pattern. */
const MAX_TEXT = 1000;

function quoted(text: string): string {
  return JSON.stringify(text.length <= 40 ? text : `${text.slice(0, 40)}…`);
}

function wanted(rule: Rule): string {
  const shapes = [
    ...rule.scalars.map((kind: ScalarKind) => kind.what),
    ...(rule.items === undefined ? [] : [rule.scalars.length > 0 ? 'a list of such' : 'a list']),
    ...(rule.keys === undefined && rule.names === undefined ? [] : ['a mapping']),
  ];
  return [...new Set(shapes)].join(', or ');
}
