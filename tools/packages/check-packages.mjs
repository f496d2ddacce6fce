import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { workspaceRoot } from '../workspace/workspace-root.mjs';
import { checkPackage } from './check-package.mjs';
import { packPackage } from './pack-package.mjs';
import { publicPackages } from './public-packages.mjs';

/**
 * Packs every package that is published and uses each as a consumer would: installed alone in an empty folder,
 * required, imported, type-checked. Prints a line per check and `N passed, N failed`; needs a finished build.
 * `--outputFile=FILE` also writes the counts as JSON; names after the options select packages.
 */
const { values, positionals } = parseArgs({
  options: { outputFile: { type: 'string' } },
  allowPositionals: true,
});

async function checkAll(folder) {
  const packages = await publicPackages(workspaceRoot);
  const packs = new Map();
  for (const each of packages) packs.set(each.name, await packPackage(each, folder));
  const { devDependencies } = JSON.parse(await readFile(path.join(workspaceRoot, 'package.json'), 'utf8'));
  const tools = { '@types/node': devDependencies['@types/node'] };

  const counts = { passed: 0, failed: 0 };
  for (const each of packages) {
    if (positionals.length > 0 && !positionals.includes(each.name)) continue;
    for await (const check of checkPackage(each, { packages, packs, folder, root: workspaceRoot, tools })) {
      if (check.problem === undefined) counts.passed += 1;
      else counts.failed += 1;
      console.log(
        check.problem === undefined
          ? `ok      ${check.name}`
          : `FAILED  ${check.name}\n${indent(check.problem)}`,
      );
    }
  }
  return counts;
}

function indent(text) {
  return text.replace(/^/gm, '        ');
}

const folder = await mkdtemp(path.join(os.tmpdir(), 'remote-lab-packages-'));
try {
  const counts = await checkAll(folder);
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  if (values.outputFile !== undefined) await writeFile(values.outputFile, JSON.stringify(counts));
  process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
