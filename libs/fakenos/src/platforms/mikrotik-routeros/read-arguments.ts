/** What follows a command word: `[find name=ether2] comment="to the core" disabled=no`. */
export interface Arguments {
  /** Words of their own: numbers, names, options. */
  readonly items: readonly string[];
  /** What stands in `[find …]`; empty for all. */
  readonly find?: string;
  readonly values: ReadonlyMap<string, string>;
  /** The conditions after `where`. */
  readonly where: readonly Condition[];
}

/** `interface=ether2`, `comment~"core"`, `disabled`. */
export interface Condition {
  readonly property: string;
  readonly operator: '=' | '!=' | '~';
  readonly value: string;
}

const TOKEN = /\[\s*find\b([^\]]*)\]|(?:[^\s"=~!]+(?:=|!=|~))?"(?:\\.|[^"\\])*"|[^\s[\]]+/g;

/** Takes the arguments of a line apart. */
export function readArguments(text: string): Arguments {
  const items: string[] = [];
  const values = new Map<string, string>();
  let find: string | undefined;
  const [before = '', after] = splitWhere(text);
  for (const [token, found] of before.matchAll(TOKEN)) {
    const { property, operator, value } = readCondition(token);
    if (found !== undefined) find = found.trim();
    else if (operator === '=' && property !== '') values.set(property, value);
    else items.push(unquoted(token));
  }
  const where = after === undefined ? [] : readConditions(after);
  return { items, values, where, ...(find !== undefined && { find }) };
}

/** The conditions of `where` and of `[find …]`; all must hold. */
export function readConditions(text: string): readonly Condition[] {
  return [...text.matchAll(TOKEN)]
    .map(([token]) => token)
    .filter((token) => token !== 'where' && token !== 'and' && token !== '&&')
    .map((token) => {
      const { property, operator, value } = readCondition(token);
      if (operator !== undefined) return { property, operator, value };
      const isNot = token.startsWith('!');
      return { property: isNot ? token.slice(1) : token, operator: isNot ? '!=' : '=', value: 'yes' };
    });
}

function readCondition(token: string): {
  readonly property: string;
  readonly operator?: Condition['operator'];
  readonly value: string;
} {
  const [, property = '', operator, value = ''] = /^([\w.-]+)(=|!=|~)(.*)$/s.exec(token) ?? [];
  const known = operator === '=' || operator === '!=' || operator === '~' ? operator : undefined;
  return { property, value: unquoted(value), ...(known && { operator: known }) };
}

function splitWhere(text: string): readonly string[] {
  const [, before = text, after] = /^(.*?)(?:^|\s)where\s+(.*)$/s.exec(text) ?? [];
  return after === undefined || before.includes('[') ? [text] : [before, after];
}

function unquoted(text: string): string {
  const [, inside] = /^"(.*)"$/s.exec(text) ?? [];
  return inside === undefined ? text : inside.replace(/\\(.)/g, '$1');
}
