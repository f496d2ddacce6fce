import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { checkSteps } from './check-steps.mjs';
import { npmCommand } from './npm-command.mjs';
import { quietEnv } from './quiet-env.mjs';
import { runCommand } from './run-command.mjs';
import { addCounts, countJestReport } from './test-counts.mjs';
import { workspaceRoot } from './workspace-root.mjs';

/**
 * Everything CI runs, one after the other, each step even when one before it failed. The last line is
 * `N passed, N failed`, counting tests, checks of packages, and steps that failed as a whole.
 */
const deadline = performance.now() + 18 * 60_000;
const env = quietEnv();
const npm = npmCommand();

/** Runs a command until the deadline of the whole check at most. */
function run(command, args) {
  return runCommand(command, args, { env, timeoutMs: Math.max(1, deadline - performance.now()) });
}

async function runStep(step, folder) {
  console.log(`\n=== ${step.name}`);
  const start = performance.now();
  const reportFile = path.join(folder, `${step.report}.json`);
  const reportTo = step.report === undefined ? [] : [`--outputFile=${reportFile}`];
  const { ok, timedOut } = await run(npm.command, [...npm.args, ...step.npm, ...reportTo]);
  const seconds = (performance.now() - start) / 1000;
  const counts = await countsOf(step, reportFile);
  return { name: step.name, ok, timedOut, seconds, counts };
}

async function countsOf(step, reportFile) {
  if (step.report === undefined) return { passed: 0, failed: 0 };
  const text = await readFile(reportFile, 'utf8').catch(() => undefined);
  if (step.report === 'jest' || step.report === 'netlab') return countJestReport(text);
  return text === undefined ? { passed: 0, failed: 1 } : JSON.parse(text);
}

async function runSteps() {
  const prepare = path.join(workspaceRoot, 'tools', 'workspace', 'prepare.mjs');
  const prepared = await run(process.execPath, [prepare]);
  if (!prepared.ok) {
    return [
      {
        name: 'install and build',
        ...prepared,
        seconds: performance.now() / 1000,
        counts: { passed: 0, failed: 1 },
      },
    ];
  }
  const folder = await mkdtemp(path.join(os.tmpdir(), 'remote-lab-check-'));
  try {
    const results = [];
    for (const step of checkSteps) results.push(await runStep(step, folder));
    return results;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const results = await runSteps();
console.log('');
for (const { name, ok, timedOut, seconds } of results) {
  const outcome = ok ? 'ok' : timedOut ? 'FAILED: out of time' : 'FAILED';
  console.log(`${name.padEnd(20)} ${seconds.toFixed(1).padStart(7)} s  ${outcome}`);
}
const { passed, failed } = addCounts(results);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
