const fs = require('node:fs');
const { randomBytes } = require('node:crypto');
const { createJson, inHost, readAll } = require('./host-folder.cjs');

const fileOf = (kind, name) => inHost(kind, `${name}.json`);

/** What containers, networks and bridges there are on the host; each is a file, so that no process owns them. */
const containers = () => readAll('containers');
const networks = () => readAll('networks');
/** Names, as in /sys/class/net. */
const bridges = () => fs.readdirSync(inHost('interfaces')).sort();

const newId = () => randomBytes(32).toString('hex');

/** What is wrong, undefined when it was made: the name is taken, or the network is not there. */
function createContainer({ name, image, labels, network }) {
  if (!networks().some((one) => one.name === network)) return `network ${network} not found`;
  const container = { id: newId(), name, image, labels, network, running: true, createdAt: Date.now() };
  const made = createJson(fileOf('containers', name), container);
  return made ? undefined : `Conflict. The container name "/${name}" is already in use`;
}

const removeContainer = (name) => fs.rmSync(fileOf('containers', name), { force: true });

function createNetwork(name, labels = {}) {
  createJson(fileOf('networks', name), { id: newId(), name, labels, createdAt: Date.now() });
}

/** False while a container is connected to it: nothing is removed then. */
function removeNetwork(name) {
  if (containers().some((container) => container.network === name)) return false;
  fs.rmSync(fileOf('networks', name), { force: true });
  return true;
}

const createBridge = (name) => fs.writeFileSync(inHost('interfaces', name), '');
const removeBridge = (name) => fs.rmSync(inHost('interfaces', name), { force: true });

module.exports = {
  bridges,
  containers,
  createBridge,
  createContainer,
  createNetwork,
  networks,
  removeBridge,
  removeContainer,
  removeNetwork,
};
