/**
 * Tells whether a Node version is too old for a minimum; pre-release suffixes do not count.
 *
 * @param {string} version such as `20.19.0`, without a leading `v`
 * @param {string} minimum such as `20.19.0`
 * @returns {boolean}
 */
export function isOlder(version, minimum) {
  const have = version.split('.').map((part) => parseInt(part, 10));
  const need = minimum.split('.').map((part) => parseInt(part, 10));
  for (let index = 0; index < need.length; index += 1) {
    if ((have[index] || 0) !== need[index]) return (have[index] || 0) < need[index];
  }
  return false;
}
