#!/usr/bin/env node
const { beginRun } = require('./parts/process-record.cjs');
const { behaviourFor } = require('./parts/behaviour.cjs');
const { ignoreSignals, isDeaf } = require('./parts/children.cjs');
const { err, fail, out, runMain } = require('./parts/say.cjs');

const commands = {
  create: () => require('./commands/create.cjs').create,
  down: () => require('./commands/down.cjs').down,
  inspect: () => require('./commands/inspect.cjs').inspect,
  status: () => require('./commands/status.cjs').status,
  up: () => require('./commands/up.cjs').up,
  version: () => require('./commands/version.cjs').version,
};

runMain(async () => {
  const { stage } = beginRun('netlab');
  const [name, ...args] = process.argv.slice(2);
  if (name === undefined) return out('Usage:', '', '    netlab <command> <parameters>', '');
  if (!Object.hasOwn(commands, name)) {
    return fail(
      `FatalError in netlab: Unknown command ${name}`,
      "... Use 'netlab help' to get the list of valid commands",
    );
  }
  const behaviour = behaviourFor(name);
  const interrupted = { child: undefined };
  if (isDeaf(behaviour, 'netlab')) ignoreSignals();
  else {
    process.on('SIGINT', () => {
      err(
        `ErrorAbort in cli: netlab ${name} command was interrupted`,
        '... The lab may be in an inconsistent state',
      );
      setTimeout(() => {
        const { child } = interrupted;
        const hasEnded = child === undefined || child.exitCode !== null || child.signalCode !== null;
        if (hasEnded) process.exit(1);
        child.once('exit', () => process.exit(1));
        child.kill('SIGKILL');
      }, 250);
    });
  }
  const run = {
    behaviour,
    stage: (at) => stage(`${name}:${at}`),
    onChild: (child) => (interrupted.child = child),
  };
  return commands[name]()(args, run);
});
