/**
 * Compares the pins of the manifests with the file that gives the reasons.
 *
 * @param {import('./pins.mjs').Pin[]} pins what the manifests hold back
 * @param {{ name: string, range: string, where: string, reason?: string, advisories?: string[] }[]} entries what the file
 *   explains; `advisories` are the CVE or GHSA ids a pin is there for
 * @returns {string[]} a sentence for each pin without its entry, entry without its pin, entry without a reason
 */
export function comparePins(pins, entries) {
  const problems = [];
  for (const pin of pins) {
    const entry = entries.find((each) => isSame(each, pin));
    if (entry === undefined) problems.push(`${describe(pin)} has no entry; add it with the reason`);
    else if (entry.range !== pin.range) problems.push(`${describe(pin)}, but its entry says ${entry.range}`);
  }
  for (const entry of entries) {
    if (!pins.some((pin) => isSame(entry, pin)))
      problems.push(`${describe(entry)} is no longer there; remove its entry`);
    if (!entry.reason?.trim()) problems.push(`the entry of ${entry.name} gives no reason`);
    for (const id of entry.advisories ?? []) {
      if (!/^(CVE-\d{4}-\d{4,}|GHSA(-[0-9a-z]{4}){3})$/.test(id))
        problems.push(`${id} of ${entry.name} is no CVE or GHSA id`);
    }
  }
  return problems;
}

/**
 * Lists the entries whose date of review has passed.
 *
 * @param {{ name?: string, id?: string, reviewBy?: string }[]} entries with dates as `YYYY-MM-DD`
 * @param {string} today
 * @returns {string[]} a sentence for each
 */
export function overdue(entries, today) {
  return entries
    .filter(({ reviewBy }) => reviewBy !== undefined && reviewBy < today)
    .map(({ name, id, reviewBy }) => `${id ?? name} was to be reviewed by ${reviewBy}`);
}

function isSame(entry, pin) {
  return entry.name === pin.name && entry.where === pin.where;
}

function describe({ name, range, where }) {
  return `the ${where} ${name} at ${range}`;
}
