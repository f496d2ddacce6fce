/** Cuts what stands between the end of the typed line and the prompt to so many characters; the prompt stays on a line of its own. */
export function truncateAnswer(text: string, most: number, prompt: string): string {
  const [head = ''] = /^\r?\n/.exec(text) ?? [];
  const tail = prompt !== '' && text.endsWith(prompt) ? prompt : '';
  const body = text.slice(head.length, text.length - tail.length);
  if (body.length <= most) return text;
  const kept = body.slice(0, most);
  const newline = body.includes('\r\n') ? '\r\n' : '\n';
  return head + kept + (kept === '' || kept.endsWith('\n') ? '' : newline) + tail;
}
