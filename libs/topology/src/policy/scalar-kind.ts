/** A kind of single value; what is neither a name, a number nor an address is no plain data. */
export interface ScalarKind {
  /** For people: `a number from 1 to 150`. */
  readonly what: string;
  /** The values there are, when they are few. */
  readonly values?: readonly string[];
  /** Whether a text is of this kind; `plain` is false for text in quotes. */
  accepts(text: string, plain: boolean): boolean;
  /** Why a text is refused, when that is more than its not being of this kind. */
  why?(text: string): string | undefined;
}

const LONGEST = 80;

function matching(what: string, pattern: RegExp): ScalarKind {
  return { what, accepts: (text) => text.length <= LONGEST && pattern.test(text) };
}

/** A number without point, written with digits only. */
export function integer(min: number, max: number): ScalarKind {
  return {
    what: `a number from ${min} to ${max}`,
    accepts: (text) => /^-?[0-9]{1,10}$/.test(text) && Number(text) >= min && Number(text) <= max,
  };
}

/** One of a few words. */
export function oneOf(...values: readonly string[]): ScalarKind {
  return named(`one of ${values.join(', ')}`, values);
}

/** One of the words of a list that is too long to be read out. */
export function named(what: string, values: readonly string[]): ScalarKind {
  return { what, values, accepts: (text) => values.includes(text) };
}

/** What PyYAML takes for a boolean. */
export const boolean: ScalarKind = {
  what: 'true or false',
  accepts: (text, plain) =>
    plain && /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/.test(text),
};

const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,31}$/;

/** A name of a node, group, VLAN, pool and the like; a letter first, as what begins with `_` is netlab's own. */
export const name = matching('a name of letters, digits, "_" and "-"', NAME);
/** Members of groups may be patterns with `*`, `?` and `[…]`; regular expressions may not. */
export const namePattern = matching('a name, or a pattern with "*"', /^[A-Za-z*?[][A-Za-z0-9_*?[\]-]{0,31}$/);
/** `r1-r2`, `r1 - r2 - r3`. */
export const linkText: ScalarKind = {
  what: 'node names with "-" between them',
  accepts: (text) =>
    text.length <= 1000 && text.split('-').every((part) => /^[A-Za-z][A-Za-z0-9_]{0,31}$/.test(part.trim())),
};
/** Ends up in descriptions of interfaces. */
export const label = matching(
  'letters, digits, spaces and any of _ . , / + -',
  /^[A-Za-z0-9](?:[A-Za-z0-9 _,/+-]|\.(?!\.))*$/,
);
/** Ends up in configurations: a password, the name of an instance. */
export const word = matching('letters, digits, "_", "." and "-"', /^[A-Za-z0-9](?:[A-Za-z0-9_-]|\.(?!\.))*$/);
/** `eth1`, `Ethernet1/1`, `GigabitEthernet0/0.10`, `ge-0/0/0`: the number keeps it from being an option of a command. */
export const interfaceName = matching(
  'the name of an interface, with its number',
  /^(?:[A-Za-z][A-Za-z-]*)?[0-9]+(?:[/.:][A-Za-z]?[0-9]+)*$/,
);

const IPV4 = '[0-9]{1,3}(?:\\.[0-9]{1,3}){3}(?:/[0-9]{1,2})?';
const IPV6 = '(?=[0-9A-Fa-f.]*:)[0-9A-Fa-f:.]{2,45}(?:/[0-9]{1,3})?';

/** With or without prefix length. */
export const ipv4 = matching('an IPv4 address or prefix', new RegExp(`^${IPV4}$`));
/** With or without prefix length. */
export const ipv6 = matching('an IPv6 address or prefix', new RegExp(`^${IPV6}$`));
/** In any of the usual notations. */
export const mac = matching('a MAC address', /^[0-9A-Fa-f]{2,4}(?:[:.-][0-9A-Fa-f]{2,4}){1,7}$/);
/** `1`, `0.0.0.1`: areas, router ids, cluster ids. */
export const dottedId = matching('a number or an id such as 0.0.0.1', /^[0-9]{1,10}(?:\.[0-9]{1,3}){0,3}$/);
/** `65000`, `1.100`. */
export const asNumber = matching('an AS number', /^[0-9]{1,10}(?:\.[0-9]{1,5})?$/);
/** `65000:1`, `10.0.0.1:5`, `1`: route distinguishers, route targets, communities. */
export const colonId = matching('numbers with ":" between them', /^[0-9]{1,10}(?:[.:][0-9]{1,10}){0,5}$/);
/** `49.0001`. */
export const isoAddress = matching('an IS-IS area or NET', /^[0-9A-Fa-f]{2,4}(?:\.[0-9A-Fa-f]{2,4}){0,9}$/);
/** Lists of AS paths and communities: of regular expressions what cannot mean anything to a shell. */
export const numberPattern = matching('numbers and any of _ . : + * [ - ]', /^\^?[0-9 _.:+*[\]-]*$/);
/** `10ms`, `1.5s`. */
export const duration = matching('a time such as 10ms', /^[0-9]{1,6}(?:\.[0-9]{1,3})?(?:ms|s)?$/);
/** A number that may have a point: a percentage. */
export const decimal = matching('a number', /^[0-9]{1,6}(?:\.[0-9]{1,6})?$/);
/** `>=26.01`, `26.03`. */
export const versionRange = matching(
  'a version such as ">=26.01"',
  /^(?:(?:[<>]=?|[=!~]=) ?)?[0-9]{1,4}(?:\.[0-9]{1,4}){0,3}$/,
);
