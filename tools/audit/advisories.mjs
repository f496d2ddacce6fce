/** @typedef {{ id: string, name: string, severity: string, title: string, range: string, url: string }} Advisory */

/**
 * Reads the advisories out of a report of `npm audit --json`. A package that is only affected through another one is
 * left out, because the other one is in the report too.
 *
 * @param {string} text
 * @returns {Advisory[] | undefined} nothing when the text is no report, as when the registry gives none
 */
export function advisoriesOf(text) {
  const vulnerabilities = parse(text)?.vulnerabilities;
  if (vulnerabilities === undefined) return undefined;
  const found = new Map();
  for (const { via } of Object.values(vulnerabilities)) {
    for (const cause of via) {
      if (typeof cause === 'string') continue;
      const id = /GHSA(-[0-9a-z]{4}){3}/.exec(cause.url)?.[0] ?? String(cause.source);
      const { name, severity, title, range, url } = cause;
      found.set(`${id} ${name} ${range}`, { id, name, severity, title, range, url });
    }
  }
  return [...found.values()];
}

/**
 * Sorts advisories into those that fail an audit and those that are only told: high and critical ones fail, unless they
 * are accepted with a reason and a date that has not passed.
 *
 * @param {Advisory[]} advisories
 * @param {{ id: string, name: string, reason?: string, reviewBy?: string }[]} accepted
 * @param {string} today `YYYY-MM-DD`
 * @returns {{ failing: Advisory[], told: Advisory[] }}
 */
export function judge(advisories, accepted, today) {
  const isAccepted = ({ id, name }) =>
    accepted.some(
      (each) => each.id === id && each.name === name && each.reason?.trim() && (each.reviewBy ?? '') >= today,
    );
  const fails = (each) => ['high', 'critical'].includes(each.severity) && !isAccepted(each);
  return { failing: advisories.filter(fails), told: advisories.filter((each) => !fails(each)) };
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
