import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runCommand } from '../workspace/run-command.mjs';
import { workspaceRoot } from '../workspace/workspace-root.mjs';
import { findLabHost } from './find-lab-host.mjs';

/**
 * `npm run test:netlab [-- --if-present] [Jest's options]`: the tests that need real labs. Where there is no lab host it
 * says what is missing, and fails unless told `--if-present`. Variables `NETLAB_…` that the kernel needs are set by the
 * netlab of prepare.sh itself.
 */
const IF_PRESENT = '--if-present';
const options = process.argv.slice(2).filter((option) => option !== IF_PRESENT);
const { lacks, env, words } = await findLabHost();

if (lacks.length === 0) {
  console.log(`Real labs are built here, by ${words}.`);
  const jest = path.join(workspaceRoot, 'node_modules', 'jest', 'bin', 'jest.js');
  const args = [
    jest,
    '--runInBand',
    '--selectProjects',
    'lab-server-e2e',
    '--testPathPatterns',
    '/src/netlab/',
  ];
  const { code } = await runCommand(process.execPath, [...args, ...options], { env });
  process.exitCode = code;
} else {
  console.log(
    `No real labs can be built here: ${lacks.join(', ')} missing. See tools/netlab-host/README.md.`,
  );
  if (process.argv.includes(IF_PRESENT)) await reportNothing(options);
  else process.exitCode = 1;
}

/** Whoever asked for Jest's report gets one of no tests. */
async function reportNothing(asked) {
  const file = asked.find((option) => option.startsWith('--outputFile='))?.slice('--outputFile='.length);
  const nothing = { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 0 };
  if (file !== undefined) await writeFile(file, JSON.stringify(nothing));
}
