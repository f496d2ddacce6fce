const BRACES = /\{\{|\}\}|\{base_prompt\}|[{}]/g;
const SINGLE = /^[{}]$/;

/**
 * Puts the host's name for `{base_prompt}`; `{{` and `}}` are single braces. A text whose braces make no sense that way
 * (a Junos configuration, JSON) is printed as it is, with the host's name put in. Never throws.
 */
export function fillBasePrompt(text: string, basePrompt: string): string {
  if (!text.includes('{') && !text.includes('}')) return text;
  const braces = text.match(BRACES) ?? [];
  if (braces.some((brace) => SINGLE.test(brace))) return text.replaceAll('{base_prompt}', () => basePrompt);
  return text.replace(BRACES, (brace) => (brace === '{base_prompt}' ? basePrompt : brace.charAt(0)));
}
