// A server that is killed in the middle of taking over the lock; the argument tells at which of its file operations.
const fs = require('node:fs/promises');
const { acquireHostLock } = require('../dist/host-lock.js');

const [path, operation] = process.argv.slice(2);
const die = () => {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => undefined);
};
acquireHostLock({
  path,
  owner: {},
  isAlive: async (owner) => {
    if (operation === 'judging') await die();
    return owner.pid === process.pid;
  },
}).then(die);
const real = { link: fs.link, rename: fs.rename };
for (const name of ['link', 'rename']) {
  fs[name] = async (...names) => {
    if (operation === `before ${name}`) await die();
    await real[name](...names);
    if (operation === `after ${name}`) await die();
  };
}
