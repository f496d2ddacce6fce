const fs = require('node:fs');
const { readSnapshot, snapshotFile } = require('../parts/lab-files.cjs');
const { readStatus } = require('../parts/status-file.cjs');
const { fail, out } = require('../parts/say.cjs');

/** Goes to the folder of the instance asked for, as every command with --instance does first. */
function enterInstance(command, { instance, quiet }) {
  if (instance === undefined) return;
  const entry = readStatus()[instance];
  if (entry === undefined) {
    fail(
      `FatalError in ${command}: Unknown instance ${instance}`,
      "... Use 'netlab status --all' to display running instances",
    );
  }
  try {
    process.chdir(entry.dir);
  } catch {
    fail(`FatalError in ${command}: Cannot change directory to ${entry.dir}`);
  }
  if (!quiet) out(`[CHANGED] Selected instance ${instance}, current directory changed to ${entry.dir}`);
}

/** The lab of the instance asked for, or of this folder. */
function loadLab(command, options) {
  enterInstance(command, options);
  const file = typeof options.snapshot === 'string' ? options.snapshot : snapshotFile;
  if (!fs.existsSync(file)) {
    fail(
      `FatalError in ${command}: The topology snapshot file ${file} does not exist`,
      '... Looks like no lab was started from this directory',
      "... Use 'netlab status --all' to display labs running on this system",
    );
  }
  return readSnapshot(file);
}

module.exports = { enterInstance, loadLab };
