const fs = require('node:fs');
const path = require('node:path');

/** Whether a program would be found. */
const isOnPath = (program) =>
  (process.env.PATH ?? '').split(':').some((folder) => fs.existsSync(path.join(folder, program)));

module.exports = { isOnPath };
