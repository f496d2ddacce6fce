/** The values of a template's placeholders by name. */
export type TemplateValues = Readonly<Record<string, string>>;

const PLACEHOLDER = /<([\w-]+)(?:\.\.\.|:\d+-\d+)?>/g;

/**
 * A configuration line with its values put in: `description "<text...>"` becomes `description "to r2"`. Undefined when one of
 * them is missing.
 */
export function fillTemplate(template: string, values: Partial<TemplateValues>): string | undefined {
  let missing = false;
  const line = template.replace(PLACEHOLDER, (_, name: string) => {
    const value = values[name];
    missing ||= value === undefined;
    return value ?? '';
  });
  return missing ? undefined : line;
}

/** The values in a line that was written by this template; undefined for any other line. */
export function matchTemplate(template: string, line: string): TemplateValues | undefined {
  const found = patternOf(template).exec(line);
  return found ? { ...found.groups } : undefined;
}

/** The template as `Command.syntax`: quotes are the printer's business, people type them or not. */
export function syntaxOf(template: string): string {
  return template.replace(/["']/g, '');
}

const patterns = new Map<string, RegExp>();

function patternOf(template: string): RegExp {
  const known = patterns.get(template);
  if (known) return known;
  const source = template
    .split(/(<[^>]+>)/)
    .map((part) => {
      const [, name, rest] = /^<([\w-]+)(\.\.\.)?[^>]*>$/.exec(part) ?? [];
      if (name === undefined) return part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/["']/g, '["\']?');
      return `(?<${name}>${rest === undefined ? '[^\\s"\']+' : '.+?'})`;
    })
    .join('');
  const pattern = new RegExp(`^${source}$`);
  patterns.set(template, pattern);
  return pattern;
}
