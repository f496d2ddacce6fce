const fs = require('node:fs');
const { randomBytes } = require('node:crypto');
const { createJson, inHost, readAll } = require('./host-folder.cjs');

const fileOf = (kind, name) => inHost(kind, `${name}.json`);

/** What containers, networks and bridges there are on the host; each is a file, so that no process owns them. */
const containers = () => readAll('containers');
const networks = () => readAll('networks');
const bridges = () => readAll('bridges');

const newId = () => randomBytes(32).toString('hex');

/** False when a container has that name already. */
function createContainer({ name, image, labels, network }) {
  const container = { id: newId(), name, image, labels, network, running: true, createdAt: Date.now() };
  return createJson(fileOf('containers', name), container);
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

const createBridge = (name) => createJson(fileOf('bridges', name), { name });
const removeBridge = (name) => fs.rmSync(fileOf('bridges', name), { force: true });

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
