import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * `node run-prepared.mjs PROGRAM [argument …]`: installs and builds as far as needed, then runs the program in this very
 * process. One process, because a shell between npm and the program would not pass signals on, and a stopped
 * `npm start` would leave the server behind.
 */
await import('./prepare.mjs');
if (process.exitCode === 0) {
  const [program = '', ...args] = process.argv.slice(2);
  const file = path.resolve(program);
  process.argv.splice(1, process.argv.length, file, ...args);
  process.exitCode = undefined;
  await import(pathToFileURL(file).href);
}
