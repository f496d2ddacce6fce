/**
 * Lists which packages of this workspace a package needs, directly or through another one.
 *
 * @param {string} name
 * @param {{ name: string, manifest: { dependencies?: Record<string, string> } }[]} packages all of them
 * @returns {string[]} without the package itself, sorted
 */
export function siblingClosure(name, packages) {
  const byName = new Map(packages.map((each) => [each.name, each.manifest]));
  const found = new Set();
  const visit = (each) => {
    const { dependencies = {}, peerDependencies = {} } = byName.get(each);
    for (const dependency of Object.keys({ ...dependencies, ...peerDependencies })) {
      if (!byName.has(dependency) || found.has(dependency)) continue;
      found.add(dependency);
      visit(dependency);
    }
  };
  visit(name);
  found.delete(name);
  return [...found].sort();
}
