import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { publicPackages } from '../packages/public-packages.mjs';
import { npmCommand } from '../workspace/npm-command.mjs';
import { quietEnv } from '../workspace/quiet-env.mjs';
import { runCommand } from '../workspace/run-command.mjs';
import { workspaceRoot } from '../workspace/workspace-root.mjs';
import { advisoriesOf, judge } from './advisories.mjs';
import { comparePins, overdue } from './compare-pins.mjs';
import { pinsOf } from './pins.mjs';

/**
 * Checks that everything pinned or overridden has its reason in `pinned-dependencies.json`, and nothing else has, then
 * that no dependency has a known high or critical vulnerability. `--report FILE` judges a recorded report of
 * `npm audit --json` instead of asking the registry.
 */
const exitCodes = { fine: 0, vulnerable: 1, reasonsMissing: 2, noReport: 3 };

const { values } = parseArgs({ options: { report: { type: 'string' } } });
const reasonsFile = path.join(workspaceRoot, 'tools', 'audit', 'pinned-dependencies.json');
const reasons = JSON.parse(await readFile(reasonsFile, 'utf8'));
const today = new Date().toISOString().slice(0, 10);

async function checkReasons() {
  const root = JSON.parse(await readFile(path.join(workspaceRoot, 'package.json'), 'utf8'));
  const manifests = [root, ...(await publicPackages(workspaceRoot)).map(({ manifest }) => manifest)];
  const problems = comparePins(manifests.flatMap(pinsOf), reasons.dependencies);
  for (const line of overdue([...reasons.dependencies, ...reasons.acceptedAdvisories], today))
    console.log(`note: ${line}`);
  for (const problem of problems) console.log(`FAILED: ${problem} (tools/audit/pinned-dependencies.json)`);
  if (problems.length === 0)
    console.log(`${reasons.dependencies.length} pins and overrides, each with its reason`);
  return problems.length === 0 ? exitCodes.fine : exitCodes.reasonsMissing;
}

async function checkAdvisories() {
  const text = values.report === undefined ? await askRegistry() : await readFile(values.report, 'utf8');
  const advisories = advisoriesOf(text);
  if (advisories === undefined) return noReport(text);
  const { failing, told } = judge(advisories, reasons.acceptedAdvisories, today);
  for (const each of told) console.log(`note: ${describe(each)}`);
  for (const each of failing) console.log(`FAILED: ${describe(each)}`);
  console.log(
    `${failing.length} known high or critical vulnerabilities without a reason, ${told.length} others`,
  );
  return failing.length === 0 ? exitCodes.fine : exitCodes.vulnerable;
}

async function askRegistry() {
  const npm = npmCommand();
  const { stdout } = await runCommand(npm.command, [...npm.args, 'audit', '--json'], {
    env: quietEnv(),
    capture: true,
  });
  return stdout;
}

function noReport(text) {
  const words = /"message":\s*"([^"]*)"/.exec(text)?.[1] ?? 'it is not what `npm audit --json` prints';
  console.log(`No audit report: ${words}`);
  console.log(
    'Run `npm audit --json > report.json` where the registry answers, then `npm run audit -- --report report.json`.',
  );
  return exitCodes.noReport;
}

function describe({ id, name, range, severity, title, url }) {
  return `${severity} ${id}: ${name} ${range}: ${title} (${url})`;
}

const codes = [await checkReasons(), await checkAdvisories()];
process.exitCode = codes.find((code) => code !== exitCodes.fine) ?? exitCodes.fine;
