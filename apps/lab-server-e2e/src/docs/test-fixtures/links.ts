import { withoutBlocks } from './code-blocks';

/** Where the links of a page lead, as written: `docs/glossary.md#lab`, `#words`, `https://…`. */
export function linkTargets(file: string, markdown: string): readonly string[] {
  const prose = withoutBlocks(file, markdown).replace(/`[^`\n]*`/g, '');
  const inline = [...prose.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)];
  const named = [...prose.matchAll(/^\s*\[[^\]]+\]:\s*<?(\S+?)>?(?:\s+"[^"]*")?\s*$/gm)];
  return [...inline, ...named].flatMap(([, target]) => (target === undefined ? [] : [target]));
}

/** The anchors that a page has: those of its headings as GitHub makes them, and those written as HTML. */
export function anchors(file: string, markdown: string): ReadonlySet<string> {
  const found = new Set<string>();
  const uses = new Map<string, number>();
  for (const [, title = ''] of withoutBlocks(file, markdown).matchAll(/^#{1,6}\s+(.*?)\s*#*\s*$/gm)) {
    const slug = slugOf(title);
    const before = uses.get(slug) ?? 0;
    uses.set(slug, before + 1);
    found.add(before === 0 ? slug : `${slug}-${before}`);
  }
  for (const [, name] of markdown.matchAll(/<a\s+(?:id|name)="([^"]+)"/g))
    if (name !== undefined) found.add(name);
  return found;
}

function slugOf(title: string): string {
  return title
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
    .replaceAll(' ', '-');
}
