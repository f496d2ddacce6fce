#!/usr/bin/env node
const fs = require('node:fs');
const path = require('node:path');
const yaml = require('js-yaml');
const { beginRun } = require('./parts/process-record.cjs');
const { behaviourFor, hang, pause } = require('./parts/behaviour.cjs');
const { ignoreSignals, isDeaf } = require('./parts/children.cjs');
const engine = require('./parts/engine.cjs');
const { Exit, err, fail, out, runMain } = require('./parts/say.cjs');

const log = (level, text) => err(`${new Date().toISOString().slice(11, 19)} ${level} ${text}`);

function readLab(file) {
  if (!fs.existsSync(file)) fail(`Error: stat ${file}: no such file or directory`);
  log('INFO', `Parsing & checking topology file=${path.basename(file)}`);
  const { name, prefix = 'clab', mgmt, topology } = yaml.load(fs.readFileSync(file, 'utf8'));
  const nodes = Object.entries(topology.nodes).filter(([, node]) => node.kind !== 'bridge');
  const place = path.resolve(file);
  return {
    name,
    prefix,
    nodes,
    network: mgmt.network,
    file: place,
    folder: path.join(path.dirname(place), `clab-${name}`),
  };
}

function destroyLab(lab) {
  const mine = engine.containers().filter((container) => container.labels.containerlab === lab.name);
  if (mine.length === 0) log('INFO', 'no containerlab containers found');
  else log('INFO', `Destroying lab name=${lab.name}`);
  for (const { name } of mine) {
    engine.removeContainer(name);
    log('INFO', `Removed container name=${name}`);
  }
  engine.removeNetwork(lab.network);
  fs.rmSync(lab.folder, { recursive: true, force: true });
}

function createNode(lab, [node, data]) {
  const name = `${lab.prefix}-${lab.name}-${node}`;
  const labels = {
    containerlab: lab.name,
    'clab-node-name': node,
    'clab-node-kind': data.kind,
    'clab-topo-file': lab.file,
    'clab-node-lab-dir': path.join(lab.folder, node),
  };
  log('INFO', `Creating container name=${node}`);
  const problem = engine.createContainer({ name, image: data.image, labels, network: lab.network });
  if (problem === undefined) return true;
  log('ERRO', `failed deploy stage for node "${node}": ${problem}`);
  return false;
}

async function deployLab(lab, behaviour, stage) {
  const cancel = () => {
    log('ERRO', 'Caught CTRL-C. Stopping deployment!');
    destroyLab(lab);
    process.exit(1);
  };
  if (isDeaf(behaviour, 'containerlab')) ignoreSignals();
  else for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, cancel);
  engine
    .containers()
    .filter((container) => container.labels['clab-topo-file'] === lab.file)
    .forEach((container) => engine.removeContainer(container.name));
  engine.createNetwork(lab.network, { containerlab: '' });
  if (behaviour.upFails === 'deploy') fail('Error: simulated failure of the whole deployment');
  fs.mkdirSync(lab.folder, { recursive: true });
  let good = true;
  for (const [index, pair] of lab.nodes.entries()) {
    if (behaviour.deployDelayMs) await pause(behaviour.deployDelayMs);
    if (behaviour.upFails === `node:${pair[0]}`) {
      log('ERRO', `failed deploy stage for node "${pair[0]}": simulated failure`);
      good = false;
    } else if (!createNode(lab, pair)) good = false;
    if (index > 0) continue;
    stage('up:deploy');
    if (behaviour.upHangs === 'deploy') await hang(behaviour);
  }
  stage('up:deployed');
  if (!good) throw new Exit(1);
}

async function destroyOrFail(lab, behaviour, stage) {
  stage('down:destroy');
  if (isDeaf(behaviour, 'containerlab')) ignoreSignals();
  if (behaviour.downHangs === 'destroy') await hang(behaviour);
  if (behaviour.downFails) fail('Error: simulated failure of the destruction');
  destroyLab(lab);
}

runMain(async () => {
  const { stage } = beginRun('containerlab');
  const behaviour = behaviourFor('containerlab');
  const [verb, ...args] = process.argv.slice(2);
  if (verb === 'version') return out('    version: 0.73.0');
  const file = args[args.indexOf('-t') + 1];
  if (verb === 'deploy') return deployLab(readLab(file), behaviour, stage);
  if (verb === 'destroy') return destroyOrFail(readLab(file), behaviour, stage);
  return fail(`Error: unknown command "${verb}" for "containerlab"`);
});
