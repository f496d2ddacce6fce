const fs = require('node:fs');
const yaml = require('js-yaml');
const { confirm } = require('../parts/ask.cjs');
const { readArguments } = require('../parts/arguments.cjs');
const { hang } = require('../parts/behaviour.cjs');
const { containers } = require('../parts/engine.cjs');
const { readSnapshot, snapshotFile } = require('../parts/lab-files.cjs');
const { file, readStatus } = require('../parts/status-file.cjs');
const { Exit, fail, fatal, out, traceback, usage } = require('../parts/say.cjs');

const known = {
  '--all': ['all', 'flag'],
  '--format': ['format', 'value'],
  '--reset': ['reset', 'flag'],
  '-l': ['log', 'flag'],
  '--log': ['log', 'flag'],
  '-v': ['verbose', 'count'],
  '-q': ['quiet', 'flag'],
  '-i': ['instance', 'value'],
  '--instance': ['instance', 'value'],
};

const print = (value, format) => out(format === 'json' ? JSON.stringify(value, null, 2) : yaml.dump(value));

/** Problems of one lab are an answer, not a failure, where a format was asked for. */
function complain(text, options) {
  if (options.format === undefined || options.format === 'text') return fail(`FatalError in netlab: ${text}`);
  print({ error: text }, options.format);
  throw new Exit(0);
}

async function reset() {
  out('', `This action deletes the lab status file ${file()}.`, '');
  if (!(await confirm('Do you want to continue?'))) return;
  if (!fs.existsSync(file())) fatal(`Cannot remove lab status file: ${file()}`);
  fs.rmSync(file());
  out('Lab status file removed');
}

function showLab(all, options) {
  const here = Object.keys(all).find((id) => all[id].dir === process.cwd());
  const id = options.instance ?? here;
  if (id === undefined) return complain("There's no running lab in the current directory.", options);
  const entry = all[id];
  if (entry === undefined) return complain(`Unknown lab instance ${id}`, options);
  if (options.log)
    return options.format ? print({ ...entry, instance: id }, options.format) : out(...(entry.log ?? []));
  const snapshot = `${entry.dir}/${snapshotFile}`;
  if (!fs.existsSync(snapshot))
    return traceback("AttributeError: 'NoneType' object has no attribute 'nodes'");
  const lab = readSnapshot(snapshot);
  if (!String(entry.status).includes('started'))
    return complain('Lab is not started, cannot display node/tool status', options);
  const running = containers().filter((one) => one.running);
  const nodes = {};
  for (const [name, node] of Object.entries(lab.nodes)) {
    if (lab.provider === 'clab' && !running.some((one) => one.name === node.hostname)) {
      return traceback("AttributeError: 'NoneType' object has no attribute 'get'");
    }
    nodes[name] = {
      device: node.device,
      mgmt: node.mgmt.ipv4,
      connection: lab.vars[name].ansible_connection,
      status: 'Up 2 seconds',
    };
  }
  if (options.format && options.format !== 'text') return print({ ...entry, nodes }, options.format);
  return out(`Lab ${id} in ${entry.dir}`, `  status: ${entry.status}`, '', ...Object.keys(nodes));
}

async function status(args, { behaviour, stage }) {
  const options = readArguments(args, known, (word) =>
    usage('netlab status', `unrecognized arguments: ${word}`),
  );
  stage('start');
  if (behaviour.statusFails === 'hangs') await hang(behaviour);
  if (behaviour.statusFails === 'traceback')
    traceback("AttributeError: 'NoneType' object has no attribute 'get'");
  if (behaviour.statusFails === 'garbage') return out('] this is not JSON');
  if (options.reset) return reset();
  const all = readStatus();
  if (Object.keys(all).length === 0) {
    if (options.format === undefined || options.format === 'text') out('No netlab-managed labs');
    else print({ warning: 'No netlab-managed labs' }, options.format);
    throw new Exit(1);
  }
  if (!options.all) return showLab(all, options);
  if (options.format && options.format !== 'text') return print(all, options.format);
  return out(
    'Active lab instance(s)',
    '',
    ...Object.entries(all).map(([id, one]) => `${id} ${one.dir} ${one.status ?? 'Unknown'}`),
  );
}

module.exports = { status };
