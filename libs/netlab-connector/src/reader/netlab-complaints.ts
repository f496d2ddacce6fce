/** The first line of a complaint: `IncorrectValue in nodes: …`, `Fatal error in netlab: …`. */
const BEGIN =
  /^(\w+ in [\w.-]+|Fatal error in [\w .-]+|[A-Z]\w*(?:Error|Exception)|UserWarning|ErrorAbort)(: |$)/;
const NO_COMPLAINT = /^(Warning|DeprecationWarning|RuntimeWarning)\b|^Errors encountered while processing/;
/** The last words after complaints that say more. */
const NOTHING_NEW = /^Fatal error in netlab: (Cannot proceed beyond this point|Fatal topology errors)/;
const MAX_LENGTH = 1000;

/** netlab's complaints out of what it wrote to stderr, each in one line with its hints, in netlab's words and order. */
export function netlabComplaints(lines: readonly string[]): readonly string[] {
  const complaints: string[] = [];
  let last: 'complaint' | 'other' | 'traceback' = 'other';
  for (const line of lines) {
    const text = line.trimEnd();
    if (text.startsWith('Traceback (most recent call last)')) last = 'traceback';
    else if (text === '' || NO_COMPLAINT.test(text)) last = 'other';
    else if (last === 'traceback' && /^\s/.test(text)) continue;
    else if (last === 'traceback' || BEGIN.test(text)) {
      complaints.push(text);
      last = 'complaint';
    } else if (last === 'complaint') {
      complaints.push(`${complaints.pop() ?? ''} ${text.trim().replace(/^\.\.\. /, '')}`);
    }
  }
  const said = [...new Set(complaints.map(shortened))];
  const telling = said.filter((text) => !NOTHING_NEW.test(text));
  return telling.length > 0 ? telling : said;
}

function shortened(text: string): string {
  return text.length <= MAX_LENGTH ? text : `${text.slice(0, MAX_LENGTH)}…`;
}
