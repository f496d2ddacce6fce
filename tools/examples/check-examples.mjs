import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkExample } from './check-example.mjs';
import { exampleList } from './example-list.mjs';
import { installServer, startServer } from './installed-server.mjs';
import { packWorkspace } from './pack-workspace.mjs';

/**
 * Installs every project of docs/examples from packed packages into a folder of its own and runs it, with a server and,
 * where it can, without one. Prints a line per check and `N passed, N failed`; needs a finished build.
 * `--outputFile=FILE` also writes the counts as JSON; names after the options select examples.
 */
const { values, positionals } = parseArgs({
  options: { outputFile: { type: 'string' } },
  allowPositionals: true,
});

/** Installing waits for the disk and running for sockets, so two at a time take little more than half the time. */
const AT_A_TIME = 2;

async function checkAll(home) {
  const tarballs = await packWorkspace(path.join(home, 'tarballs'));
  const program = await installServer(path.join(home, 'server'), tarballs);
  const context = { home, tarballs, startServer: () => startServer(program) };
  const waiting = exampleList.filter(
    ({ folder }) => positionals.length === 0 || positionals.includes(folder),
  );
  const counts = { passed: 0, failed: 0 };
  const work = async () => {
    for (let example = waiting.shift(); example !== undefined; example = waiting.shift()) {
      for await (const { name, problem } of checkExample(example, context)) {
        counts[problem === undefined ? 'passed' : 'failed'] += 1;
        console.log(problem === undefined ? `ok      ${name}` : `FAILED  ${name}\n${indent(problem)}`);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return counts;
}

function indent(text) {
  return text.trim().replace(/^/gm, '        ');
}

// The real path, because that is what the command lines of processes say.
const home = await realpath(await mkdtemp(path.join(os.tmpdir(), 'remote-lab-examples-')));
try {
  const counts = await checkAll(home);
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  if (values.outputFile !== undefined) await writeFile(values.outputFile, JSON.stringify(counts));
  process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1;
} finally {
  await rm(home, { recursive: true, force: true });
}
