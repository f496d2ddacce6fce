const fs = require('node:fs');
const { createAsOrdered, createOptions, refuseLockedFolder } = require('./create.cjs');
const { confirm } = require('../parts/ask.cjs');
const { readArguments } = require('../parts/arguments.cjs');
const { hang } = require('../parts/behaviour.cjs');
const { startChild } = require('../parts/children.cjs');
const { createBridge } = require('../parts/engine.cjs');
const { lockFile, readSnapshot, snapshotFile } = require('../parts/lab-files.cjs');
const { makeNoise } = require('../parts/noise.cjs');
const { isOnPath } = require('../parts/on-path.cjs');
const { noteStatus, readStatus } = require('../parts/status-file.cjs');
const { fail, fatal, out, traceback, usage } = require('../parts/say.cjs');

const known = {
  ...createOptions,
  '--snapshot': ['snapshot', 'optional'],
  '--no-config': ['noConfig', 'flag'],
  '--no-tools': ['noTools', 'flag'],
  '--fast-config': ['fastConfig', 'flag'],
  '--dry-run': ['dryRun', 'flag'],
  '-r': ['reload', 'value'],
  '--reload-config': ['reload', 'value'],
};

const deployCommand = ['sudo', '-E', 'containerlab', 'deploy', '--reconfigure', '-t', 'clab.yml'];

function refuseSecondInstance(lab) {
  const entry = readStatus()[lab.instance];
  if (entry === undefined || entry.dir === process.cwd()) return;
  out(
    '',
    `It looks like the lab instance '${lab.instance}' is already running in directory`,
    `${entry.dir}.`,
    '',
  );
  fatal('aborting "netlab up" request');
}

async function probe(lab, { behaviour }, options) {
  out('Checking virtualization provider installation');
  if (behaviour.upFails === 'probe' || (lab.provider === 'clab' && !isOnPath('containerlab'))) {
    noteStatus(lab, 'FAILED: containerlab version', { status: null });
    fatal('Containerlab is not installed');
  }
  const absent = {
    libvirt: 'KVM is not installed or does not include kvm-ok utility',
    virtualbox: 'VirtualBox is not installed',
  }[lab.provider];
  if (absent !== undefined) {
    noteStatus(lab, 'FAILED: provider check', { status: null });
    fatal(absent);
  }
  out(`OK: ${lab.provider} installed and working correctly`);
  noteStatus(lab, 'OK: containerlab version', { status: null });
  noteStatus(lab, 'starting lab', { providers: [] });
  fs.writeFileSync(lockFile, 'netlab lock file, do not remove');
  if (lab.provider !== 'external' || options.quiet) return;
  if (!(await confirm('Do you want to continue'))) fatal('aborting "netlab up" request');
}

async function deploy(lab, { behaviour, onChild }) {
  out(`Starting ${lab.provider} nodes`);
  noteStatus(lab, `starting provider ${lab.provider}`, { providers: [lab.provider] });
  if (behaviour.upTraceback)
    traceback("FileNotFoundError: [Errno 2] No such file or directory: '/proc/modules'");
  if (lab.provider !== 'clab') return;
  lab.bridges.forEach((bridge) => createBridge(bridge));
  out(`provider clab: executing ${deployCommand.join(' ')}`);
  const { child, ended } = startChild(behaviour, deployCommand[0], deployCommand.slice(1));
  onChild(child);
  const { exitCode } = await ended;
  noteStatus(lab, `${exitCode === 0 ? 'OK' : 'FAIL'}: ${deployCommand.join(' ')}`, { status: null });
  if (exitCode !== 0) fatal(`${deployCommand.join(' ')} failed, aborting...`, 'netlab up');
  noteStatus(lab, 'clab workload started');
}

async function configure(lab, { behaviour, stage }, options) {
  if (options.noConfig)
    return out('', "[SKIPPED] Initial configuration skipped, run 'netlab initial' to configure the devices");
  noteStatus(lab, 'deploying initial configuration');
  out('Deploying initial device configurations');
  noteStatus(lab, 'deploying configuration: complete configuration');
  if (!fs.existsSync(snapshotFile)) {
    fail(
      `FatalError in initial: The topology snapshot file ${snapshotFile} does not exist`,
      'Fatal error in netlab up: netlab initial failed, aborting...',
    );
  }
  stage('config');
  if (behaviour.upHangs === 'config') await hang(behaviour);
  if (behaviour.upFails === 'config') {
    const [node] = Object.keys(lab.nodes);
    out(`Error response from ${node}: syntax error`);
    fail(
      `FatalError in initial: bad configuration in namespace clab-${lab.name}-${node} failed for node ${node}`,
      'Fatal error in netlab up: netlab initial failed, aborting...',
    );
  }
  Object.keys(lab.nodes).forEach((node) => out(` [INFO] Executing initial configuration for node ${node}`));
  out('Results of configuration script deployments');
  out('OK: Lab devices configured');
  return noteStatus(lab, 'initial configuration complete');
}

/** Reads or makes the lab: from a snapshot, or from the topology with all of `create`. */
async function prepare(options, { behaviour, stage }) {
  if (options.snapshot) {
    if (!fs.existsSync(snapshotFile))
      fail(`FatalError in up: The topology snapshot file ${snapshotFile} does not exist`);
    out(`Using transformed lab topology from snapshot file ${snapshotFile}`);
    return readSnapshot();
  }
  refuseLockedFolder();
  out('Creating configuration files');
  const lab = await createAsOrdered(options, behaviour);
  stage('create');
  if (behaviour.upHangs === 'create') await hang(behaviour);
  return lab;
}

async function up(args, run) {
  const { behaviour, stage } = run;
  const refuse = (word) => {
    out('Creating configuration files');
    usage('netlab up', `unrecognized arguments: ${word}`);
  };
  const options = readArguments(args, known, refuse);
  if (options.snapshot && options.snapshot !== true) options.rest.push(options.snapshot);
  stage('start');
  if (behaviour.upHangs === 'start') await hang(behaviour);
  if (behaviour.upNoise) makeNoise(behaviour.upNoise);
  if (behaviour.upAsks && !(await confirm('Do you want to continue'))) fatal('aborting "netlab up" request');
  const lab = await prepare(options, run);
  refuseSecondInstance(lab);
  stage('probe');
  if (behaviour.upHangs === 'probe') await hang(behaviour);
  await probe(lab, run, options);
  await deploy(lab, run);
  await configure(lab, run, options);
  noteStatus(lab, 'started');
  stage('end');
}

module.exports = { up };
