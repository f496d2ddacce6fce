/**
 * Says what keeps an installation from being the one the lock file describes.
 *
 * npm leaves a copy of what it installed in `node_modules/.package-lock.json`, written last; so an interrupted
 * installation has none. Contents are compared, not times: a checkout or a restored cache changes times at will.
 * Optional packages may be missing, because each platform installs its own; packages too many do no harm.
 *
 * @param {string} lockText the text of `package-lock.json`
 * @param {string | undefined} installedText the text of `node_modules/.package-lock.json`, or nothing when there is none
 * @returns {string | undefined} the reason to install, in a few words, or nothing when all is as it should be
 */
export function reasonToInstall(lockText, installedText) {
  if (installedText === undefined) return 'nothing is installed yet';
  const wanted = JSON.parse(lockText).packages;
  const installed = parsePackages(installedText);
  if (installed === undefined) return 'the last installation was interrupted';
  for (const [location, want] of Object.entries(wanted)) {
    if (location === '') continue;
    const have = installed[location];
    if (have === undefined) {
      if (want.optional || want.devOptional) continue;
      return `${location} is missing`;
    }
    if (have.version !== want.version || have.resolved !== want.resolved) return `${location} has changed`;
  }
  return undefined;
}

function parsePackages(text) {
  try {
    return JSON.parse(text).packages;
  } catch {
    return undefined;
  }
}
