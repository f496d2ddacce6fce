import { entryPoints } from './entry-points.mjs';

/**
 * Says what a manifest lacks to be published.
 *
 * @param {Record<string, any>} manifest
 * @param {string[]} packed the paths in the tarball, without `package/`
 * @returns {string[]} a sentence for each problem
 */
export function manifestProblems(manifest, packed) {
  const problems = [];
  for (const field of ['description', 'repository', 'main', 'types', 'engines', 'publishConfig']) {
    if (manifest[field] === undefined) problems.push(`package.json has no "${field}"`);
  }
  if (manifest.license !== 'Apache-2.0') problems.push(`the licence is ${manifest.license}, not Apache-2.0`);
  if (!entryPoints(manifest).modules.includes('.')) problems.push('"exports" has no "." with types');

  for (const target of publishedTargets(manifest)) {
    if (!packed.includes(target)) problems.push(`package.json points to ${target}, which is not packed`);
  }
  for (const [name, range] of Object.entries({ ...manifest.dependencies, ...manifest.peerDependencies })) {
    if (/^(file|link|workspace|git|https?):/.test(range)) problems.push(`${name} is asked for as ${range}`);
  }
  return problems;
}

/** Every path that a consumer can be led to. The condition for sources is for this workspace only. */
function publishedTargets({ main, types, exports = {}, bin = {} }) {
  const targets = [main, types, ...Object.values(typeof bin === 'string' ? { bin } : bin)];
  for (const target of Object.values(exports)) {
    if (typeof target === 'string') targets.push(target);
    else
      for (const [condition, file] of Object.entries(target))
        if (!condition.endsWith('/source')) targets.push(file);
  }
  return targets.filter((target) => target !== undefined).map((target) => target.replace(/^\.\//, ''));
}
