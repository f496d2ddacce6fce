/**
 * @typedef {object} EntryPoints
 * @property {string[]} modules subpaths such as `.` and `./contract` that are loaded as code and have types
 * @property {string[]} files subpaths that name a file, such as `./package.json` or the script of a child process
 */

/**
 * Reads the `exports` of a manifest: what has conditions is a module, what is a plain path is a file.
 *
 * @param {{ exports?: Record<string, string | Record<string, string>> }} manifest
 * @returns {EntryPoints}
 */
export function entryPoints({ exports = {} }) {
  const modules = [];
  const files = [];
  for (const [subpath, target] of Object.entries(exports)) {
    if (typeof target === 'string') files.push(subpath);
    else modules.push(subpath);
  }
  return { modules, files };
}

/**
 * Gives the name by which a consumer asks for a subpath: `@remote-lab/x` and `./contract` are `@remote-lab/x/contract`.
 *
 * @param {string} name
 * @param {string} subpath
 * @returns {string}
 */
export function specifier(name, subpath) {
  return subpath === '.' ? name : `${name}/${subpath.slice(2)}`;
}
