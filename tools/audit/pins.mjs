/** @typedef {{ name: string, range: string, where: 'dependency' | 'override' }} Pin */

/**
 * Lists what a manifest holds back: dependencies that may not move to the next minor version, and overrides.
 *
 * @param {Record<string, any>} manifest
 * @returns {Pin[]} an override within another package is named `outer>inner`
 */
export function pinsOf(manifest) {
  const groups = ['dependencies', 'devDependencies', 'optionalDependencies'].map(
    (group) => manifest[group] ?? {},
  );
  const dependencies = groups.flatMap(Object.entries).filter(([, range]) => isPin(range));
  return [
    ...dependencies.map(([name, range]) => ({ name, range, where: 'dependency' })),
    ...overridesOf(manifest.overrides ?? {}, ''),
  ];
}

/** `^0.0.x` moves nowhere either, but that is how packages of this workspace name each other. */
function isPin(range) {
  return /^[=v~]?\s*\d/.test(range) || /^(npm|file|git|https?):/.test(range);
}

function overridesOf(overrides, outer) {
  return Object.entries(overrides).flatMap(([key, value]) => {
    const name = key === '.' ? outer.slice(0, -1) : outer + key;
    if (typeof value === 'string') return [{ name, range: value, where: 'override' }];
    return overridesOf(value, `${outer}${key}>`);
  });
}
