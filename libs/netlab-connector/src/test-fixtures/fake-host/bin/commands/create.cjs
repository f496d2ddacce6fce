const fs = require('node:fs');
const { hang } = require('../parts/behaviour.cjs');
const { readArguments } = require('../parts/arguments.cjs');
const { lockFile, writeDevices, writeLabFiles } = require('../parts/lab-files.cjs');
const { makeLab } = require('../parts/lab-model.cjs');
const { readTopology } = require('../parts/topology-file.cjs');
const { fatal, fail, out, traceback, usage } = require('../parts/say.cjs');

const createOptions = {
  '-d': ['device', 'value'],
  '--device': ['device', 'value'],
  '-p': ['provider', 'value'],
  '--provider': ['provider', 'value'],
  '-s': ['settings', 'list'],
  '--set': ['settings', 'list'],
  '-q': ['quiet', 'flag'],
  '--quiet': ['quiet', 'flag'],
  '-v': ['verbose', 'count'],
  '--verbose': ['verbose', 'count'],
  '--plugin': ['plugins', 'list'],
};

/** The text netlab prints before it refuses to touch a folder in which a lab runs. */
function refuseLockedFolder() {
  if (!fs.existsSync(lockFile)) return;
  out('', 'It looks like you have another lab running in this directory. If you want to', '');
  fatal('Cannot start another lab in the same directory');
}

/** One `-o format[:expression][=file]`; the only expressions are a node's name and those that mean the whole lab. */
function writeOutput(lab, topology, output) {
  const [, format, expression, target] = /^(\w+)(?::([^=]*))?(?:=(.*))?$/.exec(output) ?? [];
  if (format === 'devices') return writeDevices(lab);
  if (format === 'pickle') return undefined;
  if (format !== 'json')
    return fail(`IncorrectValue in create: Unknown output format ${output.split(':')[0]}`);
  const { name, provider, nodes, links } = lab;
  const text = JSON.stringify(
    nodes[expression] ?? { name, provider, groups: topology.groups, nodes, links },
    null,
    2,
  );
  if (target === undefined) return out(text);
  return fs.writeFileSync(target, text);
}

/** Reads the topology and writes the lab's files, or only those asked for with -o; answers with the lab. */
function createLab(options) {
  const file = options.rest[0] ?? 'topology.yml';
  const topology = readTopology(file, options);
  const lab = { ...makeLab(topology), source: file };
  const ordered = topology.defaults.netlab?.create?.output?.devices !== undefined;
  if (options.outputs === undefined) writeLabFiles(lab, { withDevices: ordered });
  for (const output of options.outputs ?? []) writeOutput(lab, topology, output);
  return lab;
}

/** The same, unless the test wants it to fail. */
async function createAsOrdered(options, behaviour) {
  if (behaviour.createFails === 'hangs') await hang(behaviour);
  if (behaviour.createFails === 'traceback') traceback('AttributeError: broken on purpose');
  if (behaviour.createFails === 'exit-1') fatal('Cannot proceed beyond this point due to errors, exiting');
  const lab = createLab(options);
  if (behaviour.createFails === 'no-devices-file') fs.rmSync('netlab-devices.yml', { force: true });
  return lab;
}

async function create(args, { behaviour, stage }) {
  const known = {
    ...createOptions,
    '-o': ['outputs', 'list'],
    '--output': ['outputs', 'list'],
    '--devices': ['devices', 'flag'],
  };
  const options = readArguments(args, known, (word) =>
    usage('netlab create', `unrecognized arguments: ${word}`),
  );
  stage('start');
  if (options.rest.length > 1)
    usage('netlab create', `unrecognized arguments: ${options.rest.slice(1).join(' ')}`);
  refuseLockedFolder();
  await createAsOrdered(options, behaviour);
}

module.exports = { create, createAsOrdered, createOptions, refuseLockedFolder };
