const fs = require('node:fs');
const path = require('node:path');

/** The state folder that every program of one fake host shares; the harness makes it and removes it. */
const root = process.env.FAKE_HOST ?? '';

const inHost = (...names) => path.join(root, ...names);

const exists = () => root !== '' && fs.existsSync(root);

/** Reads a JSON file; undefined when there is none (another process may have removed it just now). */
function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Every JSON file of a folder of the host, in the order of their names. */
function readAll(folder) {
  const found = fs
    .readdirSync(inHost(folder))
    .filter((name) => name.endsWith('.json'))
    .sort();
  return found.map((name) => readJson(inHost(folder, name))).filter((value) => value !== undefined);
}

/** Makes a JSON file that must not be there yet; false when it was. */
function createJson(file, value) {
  try {
    fs.writeFileSync(file, JSON.stringify(value), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

module.exports = { createJson, exists, inHost, readAll, readJson };
