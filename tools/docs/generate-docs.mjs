// Writes the parts of the documentation that follow from the code: `node tools/docs/generate-docs.mjs`.
// With --check it changes nothing, names the pages that are out of date, and ends with 1 when there are any.
// It reads the built packages, so build first.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { fillGeneratedParts } from './fill-generated-parts.mjs';
import { commandTable } from './parts/command-table.mjs';
import { deviceTable } from './parts/device-table.mjs';
import { endpointCards } from './parts/endpoint-cards.mjs';
import { errorTable } from './parts/error-table.mjs';
import { exampleTable } from './parts/example-table.mjs';
import { messageTables } from './parts/message-tables.mjs';
import { optionTable } from './parts/option-table.mjs';
import { platformMatrix } from './parts/platform-matrix.mjs';
import { platformModule } from './parts/platform-module.mjs';
import { platformTable } from './parts/platform-table.mjs';

/** Pages and what is generated on each of them. */
const PAGES = {
  'docs/configuration.md': { options: optionTable },
  'docs/rest-api.md': { endpoints: endpointCards, messages: messageTables, errors: errorTable },
  'docs/fake-devices.md': { platforms: platformTable },
  'docs/platforms.md': { matrix: platformMatrix },
  'docs/platform-commands.md': { commands: commandTable },
  'docs/write-a-platform.md': { module: platformModule },
  'docs/topology-format.md': { devices: deviceTable },
  'docs/examples/README.md': { examples: exampleTable },
};

const check = process.argv.includes('--check');
const outdated = [];
for (const [page, parts] of Object.entries(PAGES)) {
  const path = fileURLToPath(new URL(`../../${page}`, import.meta.url));
  const before = await readFile(path, 'utf8');
  const after = await fillGeneratedParts(page, before, parts);
  if (after === before) continue;
  outdated.push(page);
  if (!check) await writeFile(path, after);
}
for (const page of outdated) console.log(`${page}: ${check ? 'out of date' : 'written'}`);
if (check && outdated.length > 0) {
  console.log('Build, then run: node tools/docs/generate-docs.mjs');
  process.exitCode = 1;
}
