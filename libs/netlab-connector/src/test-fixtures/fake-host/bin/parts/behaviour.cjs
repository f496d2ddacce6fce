const { createJson, exists, inHost, readJson } = require('./host-folder.cjs');

/** A run of this command takes one of the times the behaviour is meant for; files make the count exact across processes. */
function takeTurn(id, command, times) {
  for (let turn = 0; turn < times; turn += 1) {
    if (createJson(inHost('turns', `${id}-${command}-${turn}.json`), {})) return true;
  }
  return false;
}

/** What the test has ordered for this run of `up`, `down`, `docker` …; children are told by their parent. */
function behaviourFor(command) {
  if (process.env.FAKE_PARENT !== undefined) return JSON.parse(process.env.FAKE_PARENT);
  const ordered = readJson(inHost('behaviour.json')) ?? {};
  const times = typeof ordered.times === 'object' ? ordered.times[command] : ordered.times;
  return times === undefined || takeTurn(ordered.id, command, times) ? ordered : { id: ordered.id };
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits until the test releases what hangs (or a signal, or the minute, ends this process). */
async function hang(behaviour) {
  while (exists() && readJson(inHost(`released-${behaviour.id}.json`)) === undefined) await pause(20);
  if (!exists()) process.exit(70);
}

/** Environment of a child that belongs to this run. */
const childEnvironment = (behaviour) => ({ ...process.env, FAKE_PARENT: JSON.stringify(behaviour) });

module.exports = { behaviourFor, childEnvironment, hang, pause };
