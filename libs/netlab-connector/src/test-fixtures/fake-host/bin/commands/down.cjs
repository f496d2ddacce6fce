const fs = require('node:fs');
const { loadLab } = require('./lab-location.cjs');
const { confirm } = require('../parts/ask.cjs');
const { readArguments } = require('../parts/arguments.cjs');
const { hang } = require('../parts/behaviour.cjs');
const { startChild } = require('../parts/children.cjs');
const { removeBridge } = require('../parts/engine.cjs');
const { lockFile, removeLabFiles } = require('../parts/lab-files.cjs');
const { isOnPath } = require('../parts/on-path.cjs');
const { forgetStatus, noteStatus, readStatus } = require('../parts/status-file.cjs');
const { Exit, err, fatal, out, usage } = require('../parts/say.cjs');

const known = {
  '-v': ['verbose', 'count'],
  '--verbose': ['verbose', 'count'],
  '--cleanup': ['cleanup', 'flag'],
  '--dry-run': ['dryRun', 'flag'],
  '--force': ['force', 'count'],
  '-i': ['instance', 'value'],
  '--instance': ['instance', 'value'],
  '--snapshot': ['snapshot', 'optional'],
};

const destroyCommand = ['sudo', '-E', 'containerlab', 'destroy', '--cleanup', '-t', 'clab.yml'];

async function belongsElsewhere(lab, force) {
  const entry = readStatus()[lab.instance];
  if (entry === undefined || entry.dir === process.cwd()) return false;
  if (force >= 2) return true;
  out(
    '',
    `According to the netlab status file, the lab instance '${lab.instance}' is running`,
    `in directory ${entry.dir}.`,
    '',
  );
  if (!(await confirm('Do you want to proceed?'))) fatal('aborting lab shutdown request');
  return true;
}

async function destroy(lab, { behaviour, onChild }, force) {
  noteStatus(lab, `stopping ${lab.provider} provider`);
  out(`Stopping ${lab.provider} nodes`);
  if (lab.provider !== 'clab' || behaviour.downLies === 'destroy') return;
  const { child, ended } = startChild(behaviour, destroyCommand[0], destroyCommand.slice(1));
  onChild(child);
  const { exitCode } = await ended;
  if (exitCode === 0) return lab.bridges.forEach((bridge) => removeBridge(bridge));
  err(`Fatal error in netlab down: ${destroyCommand.join(' ')} failed, aborting...`);
  if (!force) throw new Exit(1);
}

async function down(args, run) {
  const { behaviour, stage } = run;
  const options = readArguments(args, known, (word) =>
    usage('netlab down', `unrecognized arguments: ${word}`),
  );
  const force = options.force ?? 0;
  stage('start');
  if (behaviour.downHangs === 'start') await hang(behaviour);
  const lab = loadLab('down', options);
  const elsewhere = await belongsElsewhere(lab, force);
  noteStatus(lab, `lab shutdown requested${elsewhere ? ' in conflicting directory' : ''}`);
  out('Checking virtualization provider installation');
  if (behaviour.downLies === 'probe' || (lab.provider === 'clab' && !isOnPath('containerlab'))) {
    err('Fatal error in netlab: Containerlab is not installed');
    if (!force) return;
  } else {
    out(`OK: ${lab.provider} installed and working correctly`);
    await destroy(lab, run, force > 0);
  }
  if (options.cleanup) {
    out('Cleanup configuration files');
    removeLabFiles();
  }
  if (!elsewhere) forgetStatus(lab);
  fs.rmSync(lockFile, { force: true });
  stage('end');
}

module.exports = { down };
