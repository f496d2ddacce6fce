const { spawn } = require('node:child_process');
const { childEnvironment } = require('./behaviour.cjs');
const { recordProcess } = require('./process-record.cjs');

/** Starts a program of this host with our streams; it is known to the harness before it has said a word. */
function startChild(behaviour, program, args, { detached = false } = {}) {
  const child = spawn(program, args, { stdio: 'inherit', detached, env: childEnvironment(behaviour) });
  if (child.pid !== undefined) recordProcess(child.pid, program, args);
  const ended = new Promise((resolve) => {
    child.on('error', () => resolve({ exitCode: 127, signal: null }));
    child.on('exit', (exitCode, signal) => resolve({ exitCode, signal }));
  });
  return { child, ended };
}

/** Makes this process deaf to being asked to stop. */
function ignoreSignals() {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => {});
}

/** Whether the test wants this program to ignore SIGTERM. */
const isDeaf = (behaviour, program) => [behaviour.ignoresSigterm ?? []].flat().includes(program);

module.exports = { ignoreSignals, isDeaf, startChild };
