// A server that starts: says it is ready, tries for the lock when told to, says how that went, and lives on.
const { acquireHostLock } = require('../dist/host-lock.js');

process.on('message', async ({ path }) => {
  try {
    const lock = await acquireHostLock({ path, owner: {} });
    await lock.update({ pid: process.pid });
    process.send({ won: true, predecessor: lock.predecessor?.data });
  } catch (error) {
    process.send({ won: false, code: error.code, message: error.message });
  }
});
process.on('disconnect', () => process.exit());
process.send('ready');
