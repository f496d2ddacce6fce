const needed = ['LICENSE', 'README.md', 'package.json'];

/** What stays at home, each with the word for it. */
const unwanted = [
  [/\.test\./, 'a test'],
  [/(^|\/)test-fixtures\//, 'a test fixture'],
  [/^src\//, 'a source'],
  [/^dist\/testing\//, 'a part of the tests'],
  [/\.map$/, 'a source map'],
  [/\.tsbuildinfo$/, 'a record of the build'],
  [/(^|\/)(node_modules|coverage)\//, 'not ours to publish'],
  [/(^|\/)(tsconfig.*\.json|jest\.config\..*|project\.json)$/, 'a setting of the workspace'],
  [/(^|\/)\.[^/]+$/, 'a hidden file'],
];

/**
 * Says what a tarball lacks and what does not belong in it.
 *
 * @param {string[]} packed the paths in the tarball, without `package/`
 * @returns {string[]} a sentence for each problem
 */
export function fileProblems(packed) {
  const missing = needed.filter((file) => !packed.includes(file)).map((file) => `${file} is missing`);
  if (!packed.some((file) => /^dist\/.*\.js$/.test(file)))
    missing.push('there is no code in dist; was it built?');
  if (!packed.some((file) => /^dist\/.*\.d\.ts$/.test(file))) missing.push('there are no types in dist');
  return [...missing, ...packed.flatMap(problemOf)];
}

function problemOf(file) {
  const found = unwanted.find(([pattern]) => pattern.test(file));
  return found === undefined ? [] : [`${file} is ${found[1]}`];
}
