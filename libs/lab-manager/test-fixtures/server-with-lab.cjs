// A server that takes the lock, reclaims, brings up a lab and says so; then it waits to be killed.
const { LabManager, acquireHostLock, fileGenerations, systemLabClock } = require('../dist/index.js');
const { ScriptedBackend } = require('../dist/testing.js');

const folder = process.argv[2];

async function main() {
  const labs = await LabManager.open({
    backend: new ScriptedBackend(),
    clock: systemLabClock,
    hostLock: await acquireHostLock({ path: `${folder}/lab.json`, owner: { port: 8000 } }),
    nextGeneration: fileGenerations(`${folder}/generation`),
    idleTtlMs: 300_000,
  });
  await labs.reclaim();
  const topology = { path: 'x.yml', content: new Uint8Array() };
  const bundle = { topology, extraFiles: [], identity: 'i' };
  const lab = await labs.tryAcquire({ session: 'a', bundle, reuse: true, advertiseHost: '127.0.0.1' });
  process.send(lab.generation);
}

process.on('disconnect', () => process.exit());
main();
