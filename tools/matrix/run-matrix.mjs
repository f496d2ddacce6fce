import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { installServer } from '../examples/installed-server.mjs';
import { packWorkspace } from '../examples/pack-workspace.mjs';
import { caseList } from './case-list.mjs';
import { installRunner } from './case-project.mjs';
import { runCase } from './run-case.mjs';
import { runners } from './runners.mjs';
import { runTenFiles } from './ten-files.mjs';

/**
 * What becomes of the lab host when a run of tests ends in any way: every runner × every ending, with a real server and
 * packed packages. Prints a Markdown table and `N passed, N failed`; needs a finished build.
 * `--outputFile=FILE` also writes the counts as JSON; `--only=TEXT` selects by "runner: case"; `--verbose` prints what each user saw.
 */
const { values } = parseArgs({
  options: { outputFile: { type: 'string' }, only: { type: 'string' }, verbose: { type: 'boolean' } },
});
const AT_A_TIME = 2;
const counts = { passed: 0, failed: 0 };

function record(name, problems, output) {
  const passed = problems.length === 0;
  counts[passed ? 'passed' : 'failed'] += 1;
  console.log(passed ? `ok      ${name}` : `FAILED  ${name}`);
  if (!passed) console.log(indent([...problems, '---', output].join('\n')));
  else if (values.verbose) console.log(indent(output));
}

function indent(text) {
  return text.trim().replace(/^/gm, '        ');
}

const seconds = (ms) => (ms === undefined ? '' : `${(Math.max(0, ms) / 1000).toFixed(1)} s`);

/** What a user would remember: what a hook of the runner failed with, or else our last line, or else the last one. */
function gist(output) {
  const lines = stripVTControlCharacters(output)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const failure = lines.findLast((line) => / reason: |^(\w*Error|Unhandled Error): /.test(line));
  const ours = lines.findLast((line) => line.startsWith('remote-lab: '));
  const words = failure?.replace(/^.* reason: /, '') ?? ours ?? lines.at(-1) ?? '';
  return words.replaceAll('|', '\\|').slice(0, 200);
}

async function runAll(home) {
  const tarballs = await packWorkspace(path.join(home, 'tarballs'));
  const serverProgram = await installServer(path.join(home, 'server'), tarballs);
  const wanted = (name) => values.only === undefined || name.includes(values.only);
  const rows = [];
  const orders = [];
  const jobs = [];
  for (const runner of runners) {
    const places = { home: path.join(home, runner.name.replace(' ', '-')), serverProgram };
    const names = [...caseList.map(({ name }) => name), 'ten files'];
    if (!names.some((name) => wanted(`${runner.name}: ${name}`))) continue;
    await installRunner(places.home, runner, tarballs);
    for (const each of caseList) {
      const name = `${runner.name}: ${each.name}`;
      if (wanted(name)) jobs.push(() => oneCase(name, each, runner, places, rows));
    }
    const name = `${runner.name}: ten files over three topologies`;
    if (wanted(name)) jobs.push(() => tenFiles(name, runner, places, orders));
  }
  const work = async () => {
    for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) await job();
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return { rows: rows.sort(byRunner), orders: orders.sort(byRunner) };
}

async function oneCase(name, each, runner, places, rows) {
  const { ended, freeMs, processesGoneMs, output, problems } = await runCase(each, runner, places);
  record(name, problems, output);
  const free = each.noServer ? 'none is left' : seconds(freeMs);
  rows.push([runner.name, each.name, ended, free, seconds(processesGoneMs), gist(output)]);
}

async function tenFiles(name, runner, places, orders) {
  const ours = await runTenFiles(runner, places, 'ours');
  const plain = await runTenFiles(runner, places, 'plain');
  const problems = [ours, plain].filter(({ ok }) => !ok).map(() => 'The run failed.');
  if (ours.built !== 3) problems.push(`${ours.built} labs were built, not 3.`);
  record(name, problems, [ours, plain].map(({ output }) => output).join('\n---\n'));
  orders.push([runner.name, String(ours.built), String(plain.built)]);
}

function byRunner([a, b], [c, d]) {
  const order = caseList.map(({ name }) => name);
  return a.localeCompare(c) || order.indexOf(b) - order.indexOf(d);
}

function printTable(header, rows) {
  if (rows.length === 0) return;
  console.log('');
  for (const row of [header, header.map(() => '---'), ...rows]) console.log(`| ${row.join(' | ')} |`);
}

// The real path, because that is what the command lines of processes say.
const home = await realpath(await mkdtemp(path.join(os.tmpdir(), 'remote-lab-matrix-')));
try {
  const { rows, orders } = await runAll(home);
  printTable(['Runner', 'Case', 'Exit', 'Server free after', 'Processes gone after', 'Last words'], rows);
  printTable(['Runner', 'Labs built for ten files over three topologies', 'Without the sequencer'], orders);
  console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
  if (values.outputFile !== undefined) await writeFile(values.outputFile, JSON.stringify(counts));
  process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1;
} finally {
  await rm(home, { recursive: true, force: true });
}
