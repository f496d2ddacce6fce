#!/usr/bin/env node
const { beginRun } = require('./parts/process-record.cjs');
const { bridges, removeBridge } = require('./parts/engine.cjs');
const { fail, out, runMain } = require('./parts/say.cjs');

/** Knows the bridges of the host: `ip link delete NAME` and `ip link`. */
runMain(() => {
  beginRun('ip');
  const [object, verb = 'show', ...names] = process.argv.slice(2);
  if (object !== 'link') return fail(`Object "${object}" is unknown, try "ip help".`);
  if (verb === 'show')
    return bridges().forEach((name, index) => out(`${index + 2}: ${name}: <BROADCAST> mtu 1500`));
  if (verb !== 'delete' && verb !== 'del') return fail(`Command "${verb}" is unknown, try "ip link help".`);
  const name = names.find((word) => word !== 'dev');
  if (!bridges().includes(name)) return fail(`Cannot find device "${name}"`);
  return removeBridge(name);
});
