import { readFile } from 'node:fs/promises';
import { isOlder } from './node-version.mjs';

/**
 * Installs and builds the workspace as far as that has not happened, so that the command after it just works.
 * Does nothing noticeable, and needs no network, when all is up to date. Uses only what Node itself brings.
 */
const manifest = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
const minimum = manifest.engines.node.replace('>=', '');

if (isOlder(process.versions.node, minimum)) {
  console.error(
    `remote-lab needs Node ${minimum} or newer; this is ${process.versions.node}. Please install a newer one.`,
  );
  process.exitCode = 1;
} else {
  const { prepareWorkspace } = await import('./prepare-workspace.mjs');
  process.exitCode = await prepareWorkspace();
}
